/**
 * Compares the tables of a LevelDB with their checksums, without LevelDB: classic-level opens it without
 * `paranoid_checks`, and its assertions end the process at a block whose structure is damaged. Filters have none that it takes
 * apart: table-lookup.ts compares them, once the database is open.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFailedError } from '../core/errors.js';
import { readManifest } from './leveldb-manifest.js';
import { tableNames } from './log-files.js';
import {
  FOOTER_BYTES,
  footerFrom,
  isAsWritten,
  placesIn,
  TRAILER_BYTES,
  type Place,
} from './table-format.js';

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

/** @returns for people; `undefined` when all of it is as it was written. */
export async function damageOf(directory: string, table: number): Promise<string | undefined> {
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
  const at = Math.max(0, table.length - FOOTER_BYTES);
  try {
    const footer = footerFrom(table.subarray(at));
    if (footer === undefined) return at;
    const roots = [footer.metaindex, footer.index];
    const isBad = (place: Place): boolean => !isWhole(table, place);
    const bad = roots.find(isBad) ?? placesIn(blockAt(table, footer.index)).find(isBad);
    return bad?.offset;
  } catch (error) {
    // An index with the right checksum can be read; a footer has none.
    if (error instanceof StoreFailedError) return at;
    throw error;
  }
}

const blockAt = (table: Buffer, { offset, size }: Place): Buffer => table.subarray(offset, offset + size);

function isWhole(table: Buffer, { offset, size }: Place): boolean {
  const end = offset + size + TRAILER_BYTES;
  return end <= table.length && isAsWritten(table.subarray(offset, end));
}
