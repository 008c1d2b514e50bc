import { assert, defined } from '../../core/assert.js';
import type { Ino } from '../../core/ids.js';

/** Changed inodes that are remembered; what was read before older changes is not cached. */
const RECENT_INOS_MAX = 65_536;

/**
 * Which inodes are being changed, and which were lately. What was read while, or before, its inode was changed must
 * not go into a cache any more: the change's recalls may have passed by before.
 */
export class ChangeMarks {
  private readonly underWay = new Map<Ino, number>();
  /** The mark of each inode's last change; those changed last come last. */
  private readonly recent = new Map<Ino, number>();
  private lastMark: number;
  private forgottenMark: number;

  /** @param before whatever was read up to this mark is not cached. */
  constructor(before = 0) {
    this.lastMark = before + 1;
    this.forgottenMark = this.lastMark;
  }

  /** To be taken before something is read that is to be cached. */
  get now(): number {
    return this.lastMark;
  }

  begin(ino: Ino): void {
    this.underWay.set(ino, (this.underWay.get(ino) ?? 0) + 1);
  }

  /** Whoever reads from now on sees the change. */
  end(ino: Ino): void {
    const left = defined(this.underWay.get(ino)) - 1;
    assert(left >= 0, `inode ${ino} was not being changed`);
    if (left === 0) this.underWay.delete(ino);
    else this.underWay.set(ino, left);
    this.recent.delete(ino);
    this.recent.set(ino, ++this.lastMark);
    this.trim();
  }

  isUnchangedSince(ino: Ino, mark: number): boolean {
    if (mark < this.forgottenMark || this.underWay.has(ino)) return false;
    return (this.recent.get(ino) ?? 0) <= mark;
  }

  private trim(): void {
    if (this.recent.size <= RECENT_INOS_MAX) return;
    const [ino, mark] = defined(this.recent.entries().next().value);
    this.recent.delete(ino);
    this.forgottenMark = mark;
  }
}
