/**
 * Compares the tables of a LevelDB with their checksums, without LevelDB: classic-level opens it without
 * `paranoid_checks`, and its assertions end the process at a block whose structure is damaged.
 *
 * A table ends in a footer of 48 bytes: the places of the metaindex and of the index, and a magic number. The index
 * has the place of each block of data, the metaindex that of the filter. After each block come a type and a masked
 * crc32c of both.
 *
 * Sources: LevelDB 1.20, doc/table_format.md, table/format.cc (`ReadBlock`), table/block_builder.cc.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32c } from '../core/crc32c.js';
import { StoreFailedError } from '../core/errors.js';
import { unmasked } from './leveldb-log-format.js';
import { readManifest } from './leveldb-manifest.js';
import { tableNames } from './log-files.js';
import { VarintReader } from './varint-reader.js';

const FOOTER_BYTES = 48;
const MAGIC_BYTES = 8;
const MAGIC = 0xdb4775248b80fb57n;
const TYPE_BYTES = 1;
const CHECKSUM_BYTES = 4;
const UINT32_BYTES = 4;

interface Place {
  readonly offset: number;
  readonly size: number;
}

/** How far a check has come: `after` is the number of the last table that was found sound, 0 at first. */
export type TableCheck =
  | { readonly kind: 'sound' }
  /** For people. */
  | { readonly kind: 'damaged'; readonly what: string }
  | { readonly kind: 'unfinished'; readonly after: number };

/**
 * Reads the tables that the manifest names, one after the other, as they were made: up to 64 MiB are in memory.
 * @param after those up to this number were found sound before, and tables never change.
 * @param isTimeUp asked after each table, so that every call gets on.
 * @throws {StoreFailedError} when the manifest cannot be read.
 */
export async function checkTables(
  directory: string,
  after: number,
  isTimeUp: () => boolean,
): Promise<TableCheck> {
  const named = [...((await readManifest(directory))?.tables.keys() ?? [])];
  const tables = named.filter((table) => table > after).sort((a, b) => a - b);
  for (const table of tables) {
    const what = await damageOf(directory, table);
    if (what !== undefined) return { kind: 'damaged', what };
    if (isTimeUp() && table !== tables.at(-1)) return { kind: 'unfinished', after: table };
  }
  return { kind: 'sound' };
}

async function damageOf(directory: string, table: number): Promise<string | undefined> {
  for (const name of tableNames(table)) {
    const bytes = await readFile(join(directory, name)).catch(unlessMissing);
    if (bytes === undefined) continue;
    const offset = damagedPlace(bytes);
    return offset === undefined ? undefined : `${name} is not as it was written, at byte ${offset}`;
  }
  return `table ${table} is missing`;
}

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

/** @returns where the first block begins that is not as it was written. */
function damagedPlace(table: Buffer): number | undefined {
  const footer = table.length - FOOTER_BYTES;
  if (footer < 0 || table.readBigUInt64LE(table.length - MAGIC_BYTES) !== MAGIC) return Math.max(0, footer);
  try {
    const reader = new VarintReader(table.subarray(footer));
    const roots = [placeFrom(reader), placeFrom(reader)];
    const isBad = (place: Place): boolean => !isWhole(table, place);
    const bad = roots.find(isBad) ?? roots.flatMap((root) => placesIn(blockAt(table, root))).find(isBad);
    return bad?.offset;
  } catch (error) {
    // An index with the right checksum can be read; a footer has none.
    if (error instanceof StoreFailedError) return footer;
    throw error;
  }
}

function placeFrom(reader: VarintReader): Place {
  const offset = reader.number();
  return { offset, size: reader.number() };
}

const blockAt = (table: Buffer, { offset, size }: Place): Buffer => table.subarray(offset, offset + size);

function isWhole(table: Buffer, { offset, size }: Place): boolean {
  const end = offset + size + TYPE_BYTES;
  if (end + CHECKSUM_BYTES > table.length) return false;
  return crc32c(table.subarray(offset, end)) === unmasked(table.readUInt32LE(end));
}

/** An entry: bytes shared with the key before, other bytes of the key, bytes of the value (all varints), key, value. */
function placesIn(index: Buffer): Place[] {
  const restarts = index.readUInt32LE(index.length - UINT32_BYTES);
  const reader = new VarintReader(index.subarray(0, index.length - UINT32_BYTES * (restarts + 1)));
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
