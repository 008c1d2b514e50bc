import { statfs } from 'node:fs/promises';
import type { DiskSpace } from '../src/core/disk-space.js';
import { messageOf } from '../src/core/errors.js';
import { untilNextBeatMs, type Clock, type Timer } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';

/** At full speed a brick writes some MiB meanwhile, which its reserve must hold (src/volume/space.ts). */
const MEASURE_INTERVAL_MS = 100;

export async function measureDisk(directory: string): Promise<DiskSpace> {
  const { blocks, bavail, bsize } = await statfs(directory);
  return { totalBytes: blocks * bsize, availableBytes: bavail * bsize };
}

/** Knows how full the file system under a directory is, without waiting when asked. */
export class DiskWatch {
  private latest: DiskSpace = { totalBytes: 0, availableBytes: 0 };
  private timer: Timer | undefined;
  private isStopped = false;

  private constructor(
    private readonly directory: string,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  static async start(directory: string, clock: Clock, log: Logger): Promise<DiskWatch> {
    const watch = new DiskWatch(directory, clock, log);
    await watch.measure();
    return watch;
  }

  get space(): DiskSpace {
    return this.latest;
  }

  stop(): void {
    this.isStopped = true;
    this.timer?.stop();
  }

  private async measure(): Promise<void> {
    try {
      this.latest = await measureDisk(this.directory);
    } catch (error) {
      this.log.warn('brick.disk_not_measured', { directory: this.directory, reason: messageOf(error) });
    }
    if (this.isStopped) return;
    const delayMs = untilNextBeatMs(this.clock.monotonicMs(), MEASURE_INTERVAL_MS);
    this.timer = this.clock.after(delayMs, () => void this.measure());
  }
}
