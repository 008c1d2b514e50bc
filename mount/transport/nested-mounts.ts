import type { Clock } from '../../src/runtime/clock.js';
import { hasMountsWithin, readMountTableNow } from '../mount-table.js';

/** The table may be long, and names are told often. */
const LOOK_INTERVAL_MS = 1_000;

/**
 * Whether something is mounted on a directory within a mount, as far as this process sees. To have the kernel forget
 * all names would detach that (fs/fuse/dir.c, `fuse_dentry_revalidate`; fs/dcache.c, `d_invalidate`).
 */
export class NestedMounts {
  private wereThere = false;
  private lookedAtMs = -Infinity;

  /** @param device `major:minor` of the mount's superblock. */
  constructor(
    private readonly device: string,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {}

  areThere(): boolean {
    this.lookedAtMs = this.clock.monotonicMs();
    this.wereThere = hasMountsWithin(readMountTableNow(), this.device);
    return this.wereThere;
  }

  /** The same, as of a second ago at most. */
  wereThereLately(): boolean {
    const isOld = this.clock.monotonicMs() - this.lookedAtMs > LOOK_INTERVAL_MS;
    return isOld ? this.areThere() : this.wereThere;
  }
}
