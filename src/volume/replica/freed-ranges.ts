import { afterPrefix, ByteReader, ByteWriter } from '../../core/bytes.js';
import { KEY_KIND } from '../../core/key-kind.js';
import type { KeyRange } from './replica-message.js';

/** Ranges beyond are forgotten, oldest first. */
const RANGES_MAX = 256;
const KIND_BYTES = 1;

/** All chunks of the inodes from `first` to `last`. */
interface InoRange {
  first: number;
  last: number;
}

const chunksOf = (ino: number): Uint8Array => new ByteWriter().u8(KEY_KIND.chunk).u64(ino).done();

export const ALL_CHUNKS: KeyRange = {
  from: Uint8Array.of(KEY_KIND.chunk),
  to: afterPrefix(Uint8Array.of(KEY_KIND.chunk)),
};

/** Where chunks were removed, as few ranges as that can be said in. */
export class FreedRanges {
  private readonly ranges: InoRange[] = [];

  /** @returns whether a range had to be forgotten. */
  note(key: Uint8Array): boolean {
    if (key[0] !== KEY_KIND.chunk) return false;
    const ino = new ByteReader(key.subarray(KIND_BYTES)).u64();
    const near = this.ranges.findLast(({ first, last }) => ino >= first - 1 && ino <= last + 1);
    if (near === undefined) this.ranges.push({ first: ino, last: ino });
    else this.extend(near, ino);
    return this.ranges.length > RANGES_MAX && this.ranges.shift() !== undefined;
  }

  /** The oldest one; it is not known any more then. */
  take(): KeyRange | undefined {
    const range = this.ranges.shift();
    return range === undefined
      ? undefined
      : { from: chunksOf(range.first), to: afterPrefix(chunksOf(range.last)) };
  }

  private extend(range: InoRange, ino: number): void {
    range.first = Math.min(range.first, ino);
    range.last = Math.max(range.last, ino);
    const touching = this.ranges.findIndex(
      (other) => other !== range && other.first <= range.last + 1 && other.last >= range.first - 1,
    );
    const [other] = touching < 0 ? [] : this.ranges.splice(touching, 1);
    if (other === undefined) return;
    range.first = Math.min(range.first, other.first);
    range.last = Math.max(range.last, other.last);
  }
}
