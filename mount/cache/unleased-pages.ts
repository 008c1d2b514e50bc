import type { FileVolume } from '../../src/client/file-volume.js';
import { HafsError } from '../../src/core/errors.js';
import type { Ino } from '../../src/core/ids.js';
import type { Clock } from '../../src/runtime/clock.js';

/** Who called read(2) has copied them by then; a mapping shows them for as long. */
const DROPPED_AFTER_MS = 10;

/**
 * Pages that came without a lease, because the file was just being changed elsewhere: nobody takes them back, and a mapping
 * shows them without asking. So they are dropped soon, and whatever is read after that is leased.
 */
export class UnleasedPages {
  /** At most as many as requests of the kernel in that time. */
  private readonly waiting = new Set<Ino>();

  constructor(
    private readonly volume: Pick<FileVolume, 'execute'>,
    private readonly clock: Pick<Clock, 'after'>,
    private readonly drop: (ino: Ino) => Promise<void>,
  ) {}

  seen(ino: Ino): void {
    if (this.waiting.has(ino)) return;
    this.waiting.add(ino);
    this.clock.after(DROPPED_AFTER_MS, () => void this.settle(ino));
  }

  private async settle(ino: Ino): Promise<void> {
    try {
      // Its answer brings a lease, unless the change goes on: then the pages that are read next are unleased again.
      await this.volume.execute({ kind: 'getattr', ino });
    } catch (err) {
      if (!(err instanceof HafsError)) throw err;
    } finally {
      this.waiting.delete(ino);
    }
    await this.drop(ino);
  }
}
