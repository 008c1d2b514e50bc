import type { FileVolume } from '../src/client/file-volume.js';
import { OrphanRelease } from '../src/client/orphan-release.js';
import type { Ino } from '../src/core/ids.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';

/** Which inodes are open: those that lose their last name are kept until they are closed. */
export class OpenInodes {
  private readonly counts = new Map<Ino, number>();
  private readonly orphans: OrphanRelease;

  constructor(volume: FileVolume, clock: Clock, log: Logger) {
    const isHeld = (ino: Ino): boolean => this.counts.has(ino);
    this.orphans = new OrphanRelease({
      volume,
      isHeld,
      isKnown: () => false,
      watch: () => undefined,
      clock,
      log,
    });
    volume.onOrphans((inos) => this.orphans.orphaned(inos));
  }

  opened(ino: Ino): void {
    this.counts.set(ino, (this.counts.get(ino) ?? 0) + 1);
  }

  closed(ino: Ino): void {
    const left = (this.counts.get(ino) ?? 0) - 1;
    if (left > 0) {
      this.counts.set(ino, left);
      return;
    }
    this.counts.delete(ino);
    this.orphans.unused(ino);
  }

  stop(): void {
    this.orphans.stop();
  }
}
