/**
 * LevelDB's log format, which its write-ahead logs and its manifest share. A file is blocks of 32 KiB; a block
 * is physical records, and up to 6 bytes of nothing at its end where no header fits:
 *
 *   crc32c:4 (masked; over type and payload) length:2 type:1 payload:length     little-endian
 *   type: 1 full, 2 first, 3 middle, 4 last fragment of a record; 0 with length 0 was never written
 *
 * Sources: LevelDB 1.20, doc/log_format.md, db/log_format.h, db/log_reader.cc, util/crc32c.h (the mask).
 */
import { crc32c } from '../core/crc32c.js';
import { KIB } from '../core/limits.js';

export const LOG_BLOCK_BYTES = 32 * KIB;
export const LOG_HEADER_BYTES = 7;

const TYPE_OFFSET = 6;
const LENGTH_OFFSET = 4;
const FULL = 1;
const FIRST = 2;
const LAST = 4;

const CRC_MASK_DELTA = 0xa282ead8;

/** `Unmask` of util/crc32c.h: a rotation by 17 bits after taking a constant off. */
export function unmasked(crc: number): number {
  const rotated = (crc - CRC_MASK_DELTA) >>> 0;
  return ((rotated >>> 17) | (rotated << 15)) >>> 0;
}

export type LogEnd =
  /** The file ends after a whole record. */
  | 'whole'
  /** The file ends within a record: LevelDB's reader ends there too, and takes it for no damage. */
  | 'torn'
  /** Something that is no record, or no record that belongs there: LevelDB's reader would go on after it. */
  | 'bad';

/**
 * Takes a file block by block, and hands out its records in order.
 *
 * Stricter than LevelDB's reader, which skips what is bad and goes on: this one ends there.
 */
export class LogRecordReader {
  /** Where the last whole record ends; everything before is whole as well. */
  wholeBytes = 0;
  private offset = 0;
  private end: LogEnd | undefined;
  private fragments: Uint8Array[] | undefined;
  private keptBytes = 0;

  /**
   * @param keptBytesMax of each record; what is beyond is checked and forgotten.
   * @param accept gets each record, and says whether it belongs there. The bytes are only lent.
   */
  constructor(
    private readonly keptBytesMax: number,
    private readonly accept: (record: Uint8Array) => boolean,
  ) {}

  /** @param block 32 KiB, the file's last one may be shorter. @returns whether to go on. */
  take(block: Buffer): boolean {
    const isLast = block.length < LOG_BLOCK_BYTES;
    let at = 0;
    while (this.end === undefined && block.length - at >= LOG_HEADER_BYTES) {
      const bytes = LOG_HEADER_BYTES + block.readUInt16LE(at + LENGTH_OFFSET);
      const isThere = at + bytes <= block.length;
      if (!isThere) this.end = isLast ? 'torn' : 'bad';
      else if (!isPhysicalRecord(block, at)) this.end = 'bad';
      else this.takeFragment(block, at, bytes);
      at += bytes;
    }
    if (isLast && at < block.length) this.end ??= 'torn';
    this.offset += block.length;
    return this.end === undefined;
  }

  /** After the last block. */
  finish(): LogEnd {
    return this.end ?? (this.fragments === undefined ? 'whole' : 'torn');
  }

  private takeFragment(block: Buffer, at: number, bytes: number): void {
    const type = block[at + TYPE_OFFSET];
    const isBeginning = type === FULL || type === FIRST;
    if (isBeginning !== (this.fragments === undefined)) {
      this.end = 'bad';
      return;
    }
    const isEnd = type === FULL || type === LAST;
    const payload = block.subarray(at + LOG_HEADER_BYTES, at + bytes);
    const kept = payload.subarray(0, this.keptBytesMax - this.keptBytes);
    this.fragments ??= [];
    // A copy where the record goes on in another block: this one's memory is the caller's.
    if (kept.length > 0) this.fragments.push(isEnd ? kept : Buffer.from(kept));
    this.keptBytes += kept.length;
    if (isEnd) this.finishRecord(this.offset + at + bytes);
  }

  private finishRecord(endOffset: number): void {
    const fragments = this.fragments ?? [];
    this.fragments = undefined;
    this.keptBytes = 0;
    const [only] = fragments;
    const record = fragments.length === 1 && only !== undefined ? only : Buffer.concat(fragments);
    if (this.accept(record)) this.wholeBytes = endOffset;
    else this.end = 'bad';
  }
}

/** Whether a whole physical record with the right checksum stands at this place of a block. */
export function isPhysicalRecord(bytes: Buffer, at: number): boolean {
  if (bytes.length - at < LOG_HEADER_BYTES) return false;
  const end = at + LOG_HEADER_BYTES + bytes.readUInt16LE(at + LENGTH_OFFSET);
  const type = bytes[at + TYPE_OFFSET] ?? 0;
  if (type < FULL || type > LAST || end > bytes.length) return false;
  return crc32c(bytes.subarray(at + TYPE_OFFSET, end)) === unmasked(bytes.readUInt32LE(at));
}
