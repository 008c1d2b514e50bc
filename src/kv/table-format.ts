/**
 * How a table of LevelDB is laid out, as far as it must be known to compare it with its checksums.
 *
 * A table ends in a footer of 48 bytes: the places of the metaindex and of the index, and a magic number. The index
 * has the place of each block of data, the metaindex that of the filter. After each block come a type and a masked
 * crc32c of both.
 *
 * Sources: LevelDB 1.20, doc/table_format.md, table/format.cc (`ReadBlock`), table/block_builder.cc.
 */
import { crc32c } from '../core/crc32c.js';
import { unmasked } from './leveldb-log-format.js';
import { VarintReader } from './varint-reader.js';

export const FOOTER_BYTES = 48;
const MAGIC_BYTES = 8;
const MAGIC = 0xdb4775248b80fb57n;
const TYPE_BYTES = 1;
const CHECKSUM_BYTES = 4;
const UINT32_BYTES = 4;

/** What follows a block: its type and its checksum. */
export const TRAILER_BYTES = TYPE_BYTES + CHECKSUM_BYTES;

/** Of a block, without what follows it. */
export interface Place {
  readonly offset: number;
  readonly size: number;
}

export interface Footer {
  readonly metaindex: Place;
  readonly index: Place;
}

/**
 * @returns `undefined` where it is not a table's.
 * @throws {StoreFailedError} it cannot be read.
 */
export function footerFrom(bytes: Buffer): Footer | undefined {
  if (bytes.length !== FOOTER_BYTES || bytes.readBigUInt64LE(FOOTER_BYTES - MAGIC_BYTES) !== MAGIC)
    return undefined;
  const reader = new VarintReader(bytes);
  return { metaindex: placeFrom(reader), index: placeFrom(reader) };
}

function placeFrom(reader: VarintReader): Place {
  const offset = reader.number();
  return { offset, size: reader.number() };
}

/** @param block with what follows it. */
export function isAsWritten(block: Buffer): boolean {
  const end = block.length - CHECKSUM_BYTES;
  return end >= TYPE_BYTES && crc32c(block.subarray(0, end)) === unmasked(block.readUInt32LE(end));
}

/**
 * An entry: bytes shared with the key before, other bytes of the key, bytes of the value (all varints), key, value.
 * @param block an index or a metaindex with the right checksum, without what follows it.
 */
export function placesIn(block: Buffer): Place[] {
  const restarts = block.readUInt32LE(block.length - UINT32_BYTES);
  const reader = new VarintReader(block.subarray(0, block.length - UINT32_BYTES * (restarts + 1)));
  const places: Place[] = [];
  while (reader.remaining > 0) {
    reader.number();
    const keyBytes = reader.number();
    const valueBytes = reader.number();
    reader.take(keyBytes);
    places.push(placeFrom(new VarintReader(reader.take(valueBytes))));
  }
  return places;
}
