import type { Ino } from '../../core/ids.js';
import type { Touched } from '../../core/touched.js';

/** Caches below this one that hold what this one has told. */
export interface CachesBelow {
  /** They are being changed from here. @returns what must be waited for before others can see that, if anything. */
  changing(things: readonly Touched[]): Promise<void> | undefined;
  /**
   * Resolves once these are told from none of them any more.
   * @param isChangingHere whether a change of the inode, by this client, is under way.
   */
  invalidate(things: readonly Touched[], isChangingHere: (ino: Ino) => boolean): Promise<void>;
  /** There is no lease on the inode, though they may keep some of its data: that must be dropped before the next one. */
  unleased(ino: Ino): void;
  /** The same, and what was just read of it may be older than a change that is known to others already. */
  readUnleased(ino: Ino): void;
  /** As `unleased`, for all inodes but these. */
  unleasedBut(inos: ReadonlySet<Ino>): void;
  /** Inodes of which attributes, or names in them, may still be told. */
  told(): Iterable<Ino>;
}
