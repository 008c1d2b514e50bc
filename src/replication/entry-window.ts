import { assert, defined } from '../core/assert.js';
import { MIB } from '../core/limits.js';
import type { Entry, Position } from './entry.js';

/** How many recent entries are kept in memory, so that a brick which was away for a moment need not be healed. */
export interface WindowLimits {
  readonly bytesMax: number;
  readonly entriesMax: number;
}

export const WINDOW_LIMITS: WindowLimits = { bytesMax: 32 * MIB, entriesMax: 16_384 };

/** The newest entries of the order, without gaps, up to the tail. */
export class EntryWindow {
  private entries: Entry[] = [];
  /** Entries before this place in the array have been dropped. */
  private start = 0;
  private sizeBytes = 0;
  private base: Position;

  /** @param base the position before the first entry that will be pushed. */
  constructor(
    base: Position,
    private readonly limits: WindowLimits = WINDOW_LIMITS,
  ) {
    this.base = base;
  }

  get tail(): Position {
    if (this.entries.length === this.start) return this.base;
    const { term, index } = defined(this.entries[this.entries.length - 1]);
    return { term, index };
  }

  push(entry: Entry): void {
    assert(entry.index === this.tail.index + 1, `entry ${entry.index} does not follow ${this.tail.index}`);
    assert(entry.term >= this.tail.term, 'terms never fall');
    this.entries.push(entry);
    this.sizeBytes += entry.sizeBytes;
  }

  /** Drops old entries above the limits, but none after `keepAfterIndex`: somebody still waits for those. */
  trim(keepAfterIndex: number): void {
    while (this.isAboveLimits() && defined(this.entries[this.start]).index <= keepAfterIndex) {
      const dropped = defined(this.entries[this.start]);
      this.base = { term: dropped.term, index: dropped.index };
      this.sizeBytes -= dropped.sizeBytes;
      this.start++;
    }
    this.letGo();
  }

  /** Dropped entries hold on to their bytes until the array is cut: it is at most half full of them. */
  private letGo(): void {
    if (this.start * 2 < this.entries.length) return;
    this.entries = this.entries.slice(this.start);
    this.start = 0;
  }

  /** @returns the term at `index`, or `undefined` when the window does not reach there. */
  termAt(index: number): number | undefined {
    return index === this.base.index ? this.base.term : this.entryAt(index)?.term;
  }

  /** Entries from `index` on, at least one if there is one, up to about `bytesMax`. */
  from(index: number, bytesMax: number): Entry[] {
    const taken: Entry[] = [];
    let bytes = 0;
    for (let entry = this.entryAt(index); entry !== undefined; entry = this.entryAt(entry.index + 1)) {
      if (taken.length > 0 && bytes + entry.sizeBytes > bytesMax) break;
      taken.push(entry);
      bytes += entry.sizeBytes;
    }
    return taken;
  }

  private entryAt(index: number): Entry | undefined {
    const place = index - this.base.index - 1;
    return place < 0 ? undefined : this.entries[this.start + place];
  }

  private isAboveLimits(): boolean {
    const count = this.entries.length - this.start;
    return count > 0 && (count > this.limits.entriesMax || this.sizeBytes > this.limits.bytesMax);
  }
}
