/**
 * Makes what a loss of power left of LevelDB's logs a beginning of what was written.
 *
 * Pages of a log reach the disk in any order, and those of a newer log before those of an older one. LevelDB
 * skips what is bad in a log and goes on with later records and later logs (1.20, db/log_reader.cc,
 * `Reader::ReadRecord`; db/db_impl.cc, `RecoverLogFile` without `paranoid_checks`): later commits may then be
 * there and earlier ones not. Here everything from the first bad or missing record on is cut off, before
 * LevelDB sees it.
 *
 * Which logs count: those from the manifest's log number on, and its previous one (`DBImpl::Recover`). A record is
 * one batch: sequence:8 of its first edit, count:4, edits (db/write_batch.cc). Sequences go on without a hole,
 * from one log to the next as well (`DBImpl::Write`).
 */
import { open, readdir, stat, truncate, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFailedError } from '../core/errors.js';
import { MIB } from '../core/limits.js';
import { LOG_BLOCK_BYTES, LogRecordReader, type LogEnd } from './leveldb-log-format.js';
import { readManifest, type Manifest } from './leveldb-manifest.js';
import { isTable, logFiles, numberOf } from './log-files.js';
import { syncPath } from './sync-path.js';

const READ_BYTES = MIB;
const BATCH_HEADER_BYTES = 12;
const COUNT_OFFSET = 8;

/** What has to go so that the rest is a beginning of what was written. */
export interface LogCut {
  readonly truncated: readonly {
    readonly file: string;
    readonly fromBytes: number;
    readonly toBytes: number;
  }[];
  readonly removed: readonly string[];
}

interface ScannedLog {
  readonly file: string;
  readonly sizeBytes: number;
  readonly wholeBytes: number;
  readonly end: LogEnd;
  /** What the next batch must have, if any is known. */
  readonly nextSequence: number | undefined;
}

/**
 * Reads the live logs; changes nothing.
 * @returns what `cutLogs` must do, `undefined` when LevelDB will find a beginning of the commits anyway: a
 *   record that the last log ends within is one that LevelDB drops (`ReadRecord`, `kEof`).
 * @throws {StoreFailedError} when the manifest cannot be read, or names what is not there: no loss of power
 *   does that, LevelDB syncs the directory before the manifest (util/env_posix.cc, `SyncDirIfManifest`).
 */
export async function findCut(directory: string): Promise<LogCut | undefined> {
  const names = await readdir(directory);
  if (!names.includes('CURRENT')) return undefined;
  const manifest = await readManifest(directory);
  if (manifest === undefined) return cutOfUnmade(names);
  const live = liveLogs(names, manifest);
  const manifestCut = cutOfManifest(names, manifest);
  const logCut = await cutOfLogs(directory, live, manifest);
  if (manifestCut === undefined) return logCut;
  return { truncated: [manifestCut, ...(logCut?.truncated ?? [])], removed: logCut?.removed ?? [] };
}

/** Every step leaves something that would be cut in the same place again. */
export async function cutLogs(directory: string, cut: LogCut): Promise<void> {
  for (const { file, toBytes } of cut.truncated) {
    await truncate(join(directory, file), toBytes);
    await syncPath(join(directory, file));
  }
  for (const file of cut.removed) await unlink(join(directory, file));
  await syncPath(directory);
}

/** LevelDB makes it anew once CURRENT is gone. Nothing was synced in it, or CURRENT would name another manifest. */
function cutOfUnmade(names: readonly string[]): LogCut {
  if (names.some(isTable)) throw new StoreFailedError('its first manifest is empty, but it has tables');
  return { truncated: [], removed: [...logFiles(names), 'CURRENT'] };
}

function liveLogs(names: readonly string[], { logNumber, previousLogNumber }: Manifest): string[] {
  const logs = logFiles(names);
  const numbers = logs.map(numberOf);
  if (logNumber > 0 && !numbers.includes(logNumber)) {
    throw new StoreFailedError(`its log ${logNumber} is missing`);
  }
  return logs.filter((file) => numberOf(file) >= logNumber || numberOf(file) === previousLogNumber);
}

function cutOfManifest(
  names: readonly string[],
  { name, wholeBytes, sizeBytes, tables }: Manifest,
): LogCut['truncated'][number] | undefined {
  if (wholeBytes === sizeBytes) return undefined;
  // Had the edit that is cut off been acted upon, the tables that it replaced would be gone.
  const there = new Set(names.filter(isTable).map(numberOf));
  const missing = [...tables.keys()].find((table) => !there.has(table));
  if (missing !== undefined)
    throw new StoreFailedError(`its ${name} is damaged: table ${missing} is missing`);
  return { file: name, fromBytes: sizeBytes, toBytes: wholeBytes };
}

async function cutOfLogs(
  directory: string,
  live: readonly string[],
  { lastSequence }: Manifest,
): Promise<LogCut | undefined> {
  // The first log begins where the tables end, which is not told; but not after what had been written by then.
  let mayFollow = (sequence: number): boolean => sequence <= lastSequence + 1;
  for (const [place, file] of live.entries()) {
    const log = await scanLog(directory, file, mayFollow);
    const later = live.slice(place + 1);
    if (log.end === 'bad' || (log.end === 'torn' && (await hasData(directory, later)))) {
      const { sizeBytes, wholeBytes } = log;
      return { truncated: [{ file, fromBytes: sizeBytes, toBytes: wholeBytes }], removed: later };
    }
    const { nextSequence } = log;
    if (nextSequence !== undefined) mayFollow = (sequence) => sequence === nextSequence;
  }
  return undefined;
}

async function hasData(directory: string, files: readonly string[]): Promise<boolean> {
  for (const file of files) if ((await stat(join(directory, file))).size > 0) return true;
  return false;
}

async function scanLog(
  directory: string,
  file: string,
  mayFollow: (sequence: number) => boolean,
): Promise<ScannedLog> {
  let nextSequence: number | undefined;
  const reader = new LogRecordReader(BATCH_HEADER_BYTES, (record) => {
    if (record.length < BATCH_HEADER_BYTES) return false;
    const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
    const sequence = Number(view.getBigUint64(0, true));
    const isNext = nextSequence === undefined ? mayFollow(sequence) : sequence === nextSequence;
    if (isNext) nextSequence = sequence + view.getUint32(COUNT_OFFSET, true);
    return isNext;
  });
  const sizeBytes = await readBlocks(join(directory, file), (block) => reader.take(block));
  return { file, sizeBytes, wholeBytes: reader.wholeBytes, end: reader.finish(), nextSequence };
}

/** @returns the size of the file. */
async function readBlocks(path: string, take: (block: Buffer) => boolean): Promise<number> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    const { size } = await file.stat();
    for (let offset = 0; offset < size;) {
      const bytes = await readFully(file, buffer, offset);
      for (let at = 0; at < bytes; at += LOG_BLOCK_BYTES) {
        if (!take(buffer.subarray(at, Math.min(at + LOG_BLOCK_BYTES, bytes)))) return size;
      }
      if (bytes < READ_BYTES) break;
      offset += bytes;
    }
    return size;
  } finally {
    await file.close();
  }
}

/** Less than the buffer holds only at the end of the file: a block is taken for the last when it is short. */
async function readFully(
  file: Awaited<ReturnType<typeof open>>,
  buffer: Buffer,
  offset: number,
): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
