/**
 * Opening a LevelDB: with which settings, by one process only, and once its logs are a beginning of what was committed.
 */
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Level } from 'level';
import { messageOf } from '../core/errors.js';
import { MIB } from '../core/limits.js';
import type { Logger } from '../runtime/logger.js';
import type { TableLimits } from './compaction-plan.js';
import { cutLogs, findCut } from './log-recovery.js';

/** LevelDB's settings, measured in docs/decisions/0002-chunk-size.md. */
export const WRITE_BUFFER_BYTES = 64 * MIB;
const BLOCK_CACHE_BYTES = 128 * MIB;
const TABLES_PER_WRITE_BUFFER = 8;
const TABLE_BYTES_MIN = MIB;
const OPEN_FILES_MAX = 500;
const OPTIONS = {
  keyEncoding: 'buffer',
  valueEncoding: 'buffer',
  compression: false,
  writeBufferSize: WRITE_BUFFER_BYTES,
  cacheSize: BLOCK_CACHE_BYTES,
  maxOpenFiles: OPEN_FILES_MAX,
} as const;

export type Database = Level<Uint8Array, Uint8Array>;

/** Held, as a database of its own, by who mends the logs: LevelDB's lock is not to be had without its recovery. */
const RECOVERY_LOCK_DIRECTORY = 'recovery-lock';

/**
 * LevelDB merges up to 25 tables in one go, and needs room for them: with eight to a write buffer these fit into
 * the reserve of a brick's disk (volume/space.ts). LevelDB makes none smaller than 1 MiB.
 */
export function tableLimits(writeBufferBytes: number): TableLimits {
  const tableBytes = Math.floor(writeBufferBytes / TABLES_PER_WRITE_BUFFER);
  return { writeBufferBytes, tableBytes: Math.max(TABLE_BYTES_MIN, tableBytes) };
}

async function openDatabase(directory: string, options: object): Promise<Database> {
  const db: Database = new Level(directory, { ...OPTIONS, ...options });
  await db.open();
  return db;
}

/** Opens the database once its logs are a beginning of what was committed. */
export async function openWhole(
  directory: string,
  { writeBufferBytes, tableBytes }: TableLimits,
  log: Logger,
): Promise<{ readonly db: Database; readonly isCut: boolean }> {
  const options = { writeBufferSize: writeBufferBytes, maxFileSize: tableBytes };
  if ((await findCut(directory)) === undefined) {
    return { db: await openDatabase(directory, options), isCut: false };
  }
  const lock = await openLock(join(directory, RECOVERY_LOCK_DIRECTORY));
  try {
    await refuseInUse(directory);
    const cut = await findCut(directory); // Once more: whoever had it open may have written until just now.
    if (cut !== undefined) {
      log.warn('kv.logs_cut', { directory, ...cut });
      await cutLogs(directory, cut);
    }
    return { db: await openDatabase(directory, options), isCut: cut !== undefined };
  } finally {
    await lock.close();
  }
}

/** It holds nothing, so where a loss of power has spoilt it a new one will do. */
async function openLock(directory: string): Promise<Database> {
  try {
    return await openDatabase(directory, {});
  } catch (error) {
    if (causeCode(error) === 'LEVEL_LOCKED') throw error;
    await rm(directory, { recursive: true, force: true });
    return openDatabase(directory, {});
  }
}

/** LevelDB takes its lock before it looks whether there is a database (1.20, db/db_impl.cc, `DBImpl::Recover`). */
async function refuseInUse(directory: string): Promise<void> {
  try {
    const db = await openDatabase(directory, { errorIfExists: true });
    await db.close();
  } catch (error) {
    if (causeCode(error) === 'LEVEL_LOCKED') throw error;
  }
}

/** Without the file that names its manifest LevelDB would begin anew, and remove the tables that are there. */
export function refuseWithoutCurrent(directory: string): void {
  const names = readdirSync(directory);
  const hasData = names.some((name) => /^\d+\.(ldb|sst|log)$/.test(name));
  if (hasData && !names.includes('CURRENT')) throw new Error('its file CURRENT is missing');
}

const causeCode = (error: unknown): string | undefined =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code;

export function openFailure(directory: string, error: unknown): string {
  const { cause } = error as { cause?: unknown };
  if (causeCode(error) === 'LEVEL_LOCKED') return `${directory} is in use by another process`;
  if (causeCode(error) === 'LEVEL_CORRUPTION') return `${directory} is damaged: ${messageOf(cause)}`;
  return `cannot open ${directory}: ${messageOf(cause ?? error)}`;
}
