/**
 * What LevelDB's manifest says of a database. The file CURRENT names it; it is a log (leveldb-log-format.ts)
 * of version edits, each a run of tagged fields. Sources: LevelDB 1.20, db/version_edit.cc, and db/version_set.cc,
 * `VersionSet::Recover`, for what must be there.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFailedError } from '../core/errors.js';
import { isPhysicalRecord, LOG_BLOCK_BYTES, LogRecordReader } from './leveldb-log-format.js';
import { VarintReader } from './varint-reader.js';

const FIRST_MANIFEST = 'MANIFEST-000001';

const TAG = {
  comparator: 1,
  logNumber: 2,
  nextFileNumber: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedFile: 6,
  newFile: 7,
  previousLogNumber: 9,
} as const;

/** After its key proper a table's first and last key have eight bytes: a sequence number and a type. */
const KEY_TRAILER_BYTES = 8;

/** Both keys are in it. Tables of a level do not overlap, but for those of level 0. */
export interface Table {
  readonly level: number;
  readonly sizeBytes: number;
  readonly smallest: Uint8Array;
  readonly largest: Uint8Array;
}

export interface Manifest {
  readonly name: string;
  /** The oldest log whose commits are not in tables yet. 0 before the first one. */
  readonly logNumber: number;
  /** 0 for none; LevelDB has had none since 2011, but still honours it. */
  readonly previousLogNumber: number;
  /** Of the last commit when the manifest was last written to, whether that is in a table or in a log. */
  readonly lastSequence: number;
  /** By number. */
  readonly tables: ReadonlyMap<number, Table>;
  /** What can be read of it; less than `sizeBytes` only where it was being written to when the power failed. */
  readonly wholeBytes: number;
  readonly sizeBytes: number;
}

interface EditedFields {
  readonly numbers: Map<number, number>;
  readonly tables: Map<number, Table>;
}

/**
 * @returns `undefined` when the power failed while the database was being made: LevelDB does not sync the first
 *   manifest, and makes a second one, synced, before anything is committed (db/db_impl.cc, `NewDB`, `DB::Open`).
 * @throws {StoreFailedError} when CURRENT or the manifest cannot be read, or is damaged.
 */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  const current = await readFile(join(directory, 'CURRENT'), 'latin1');
  const name = /^(MANIFEST-\d+)\n$/.exec(current)?.[1];
  if (name === undefined) throw new StoreFailedError('its file CURRENT names no manifest');
  const bytes = await readFile(join(directory, name));
  const fields: EditedFields = { numbers: new Map(), tables: new Map() };
  const wholeBytes = readEdits(name, bytes, fields);
  if (name === FIRST_MANIFEST && wholeBytes === 0) return undefined;
  const number = (tag: number): number => {
    const value = fields.numbers.get(tag);
    if (value === undefined) throw new StoreFailedError(`its ${name} is incomplete`);
    return value;
  };
  number(TAG.nextFileNumber);
  return {
    name,
    logNumber: number(TAG.logNumber),
    previousLogNumber: fields.numbers.get(TAG.previousLogNumber) ?? 0,
    lastSequence: number(TAG.lastSequence),
    tables: fields.tables,
    wholeBytes,
    sizeBytes: bytes.length,
  };
}

/**
 * Each edit is synced before the next one is written, so a loss of power can only have spoilt the last.
 * Something whole after something bad is damage.
 * @returns how far the manifest is whole.
 */
function readEdits(name: string, bytes: Buffer, fields: EditedFields): number {
  const reader = new LogRecordReader(Infinity, (record) => {
    applyEdit(record, fields);
    return true;
  });
  for (let at = 0; at < bytes.length; at += LOG_BLOCK_BYTES) {
    if (!reader.take(bytes.subarray(at, at + LOG_BLOCK_BYTES))) break;
  }
  if (reader.finish() === 'whole') return bytes.length;
  for (let at = reader.wholeBytes + 1; at < bytes.length; at++) {
    if (isPhysicalRecord(bytes, at)) throw new StoreFailedError(`its ${name} is damaged`);
  }
  return reader.wholeBytes;
}

function applyEdit(record: Uint8Array, { numbers, tables }: EditedFields): void {
  const reader = new VarintReader(record);
  while (reader.remaining > 0) {
    const tag = reader.number();
    switch (tag) {
      case TAG.comparator:
        reader.skipBytes();
        break;
      case TAG.logNumber:
      case TAG.nextFileNumber:
      case TAG.lastSequence:
      case TAG.previousLogNumber:
        numbers.set(tag, reader.number());
        break;
      case TAG.compactPointer:
        reader.number(); // The level.
        reader.skipBytes();
        break;
      case TAG.deletedFile:
        reader.number();
        tables.delete(reader.number());
        break;
      case TAG.newFile:
        addTable(reader, tables);
        break;
      default:
        throw new StoreFailedError(`its manifest has an unknown field ${tag}`);
    }
  }
}

function addTable(reader: VarintReader, tables: Map<number, Table>): void {
  const level = reader.number();
  const number = reader.number();
  const sizeBytes = reader.number();
  tables.set(number, { level, sizeBytes, smallest: keyIn(reader), largest: keyIn(reader) });
}

function keyIn(reader: VarintReader): Uint8Array {
  const bytes = reader.sizedBytes();
  return Uint8Array.from(bytes.subarray(0, Math.max(0, bytes.length - KEY_TRAILER_BYTES)));
}
