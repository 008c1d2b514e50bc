import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Level } from 'level';
import type { Edit } from '../core/edit.js';
import { messageOf, StoreFailedError } from '../core/errors.js';
import { MIB } from '../core/limits.js';
import { OWNER_DIRECTORY_MODE } from '../runtime/file-mode.js';
import { silentLogger, type Logger } from '../runtime/logger.js';
import type {
  CompactionOrder,
  CompactionOutcome,
  KvEntry,
  KvRange,
  KvReader,
  KvSnapshot,
  KvStats,
  KvStore,
} from './kv-store.js';
import { LevelCompactor } from './level-compactor.js';
import { levelStats, type MeasuredDatabase } from './level-stats.js';
import { cutLogs, findCut } from './log-recovery.js';
import type { TableLimits } from './compaction-plan.js';
import { LogSyncer } from './log-syncer.js';
import { makeDirectory } from '../runtime/make-directory.js';

/** LevelDB's settings, measured in docs/decisions/0002-chunk-size.md. */
const WRITE_BUFFER_BYTES = 64 * MIB;
const BLOCK_CACHE_BYTES = 128 * MIB;
const TABLES_PER_WRITE_BUFFER = 8;
const TABLE_BYTES_MIN = MIB;
const OPEN_FILES_MAX = 500;
/** How much one step of a scan reads ahead. */
const SCAN_STEP_BYTES = MIB;
const SCAN_STEP_ENTRIES = 1_000;

const OPTIONS = {
  keyEncoding: 'buffer',
  valueEncoding: 'buffer',
  compression: false,
  writeBufferSize: WRITE_BUFFER_BYTES,
  cacheSize: BLOCK_CACHE_BYTES,
  maxOpenFiles: OPEN_FILES_MAX,
} as const;

type Database = Level<Uint8Array, Uint8Array>;
/** What `level` is on Node.js, and does not say of itself: it might run in a browser. */
type Compacting = Database & { compactRange(from: Uint8Array, to: Uint8Array): Promise<void> };
type DatabaseSnapshot = ReturnType<Database['snapshot']>;

/** Held, as a database of its own, by who mends the logs: LevelDB's lock is not to be had without its recovery. */
const RECOVERY_LOCK_DIRECTORY = 'recovery-lock';

export interface LevelOptions {
  readonly log?: Logger;
  readonly writeBufferBytes?: number;
}

/** LevelDB on disk. The directory is locked: a second process is refused. */
export class LevelKvStore implements KvStore {
  private commits: Promise<void> = Promise.resolve();
  private failure: StoreFailedError | undefined;
  private readonly failureListeners: ((error: StoreFailedError) => void)[] = [];
  private readonly logs: LogSyncer;
  private readonly compactor: LevelCompactor;
  /** Snapshots and scans that are open. */
  private readonly readers = new Set<object>();

  private constructor(
    private readonly db: Database,
    private readonly directory: string,
    readonly hasLostCommits: boolean,
    limits: TableLimits,
  ) {
    this.logs = new LogSyncer(directory);
    this.compactor = new LevelCompactor(
      directory,
      limits,
      (key) => this.guarded(() => (this.db as Compacting).compactRange(key, key)),
      this.readers,
    );
  }

  /**
   * After a loss of power the store is as it was after one of its commits, no older than the last synced one.
   * @throws {StoreFailedError} when the directory cannot be used: locked, damaged, not writable.
   */
  static async open(directory: string, options: LevelOptions = {}): Promise<LevelKvStore> {
    try {
      makeDirectory(directory, OWNER_DIRECTORY_MODE);
      refuseWithoutCurrent(directory);
      const limits = tableLimits(options.writeBufferBytes ?? WRITE_BUFFER_BYTES);
      const { db, isCut } = await openWhole(directory, limits, options.log ?? silentLogger);
      return new LevelKvStore(db, directory, isCut, limits);
    } catch (error) {
      throw new StoreFailedError(openFailure(directory, error), { cause: error });
    }
  }

  getSync(key: Uint8Array): Uint8Array | undefined {
    return this.guardedSync(() => this.db.getSync(key));
  }

  get(key: Uint8Array): Promise<Uint8Array | undefined> {
    return this.guarded(() => this.db.get(ownKey(key)));
  }

  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    return this.guarded(() => this.db.getMany([...keys]));
  }

  scan(range: KvRange): AsyncIterable<KvEntry> {
    return this.scanWith(range, undefined);
  }

  commit(edits: readonly Edit[], options: { readonly sync?: boolean } = {}): Promise<void> {
    const sync = options.sync ?? false;
    const run = this.commits.then(() => this.guarded(() => this.writeBatch(edits, sync)));
    // The chain only keeps the order; a failure reaches whoever made the commit.
    this.commits = run.catch(() => undefined);
    return run;
  }

  snapshot(): KvSnapshot {
    const snapshot = this.guardedSync(() => this.db.snapshot());
    const reader: KvReader = {
      get: (key) => this.guarded(() => this.db.get(ownKey(key), { snapshot })),
      getMany: (keys) => this.guarded(() => this.db.getMany([...keys], { snapshot })),
      scan: (range) => this.scanWith(range, snapshot),
    };
    this.readers.add(snapshot);
    const release = (): Promise<void> => snapshot.close().finally(() => this.readers.delete(snapshot));
    return { ...reader, release };
  }

  /** A plan that cannot be made fails the call, and not the store. */
  async compact(order: CompactionOrder): Promise<CompactionOutcome> {
    this.assertAlive();
    return this.compactor.step(order);
  }

  stats(): Promise<KvStats> {
    return this.guarded(() => levelStats(this.db as Database & MeasuredDatabase));
  }

  onFailure(listener: (error: StoreFailedError) => void): void {
    this.failureListeners.push(listener);
  }

  async close(): Promise<void> {
    await this.commits;
    await this.logs.close();
    await this.db.close();
  }

  private async writeBatch(edits: readonly Edit[], sync: boolean): Promise<void> {
    const batch = edits.map(({ key, value }) =>
      value === undefined ? ({ type: 'del', key } as const) : ({ type: 'put', key, value } as const),
    );
    await this.db.batch(batch);
    this.compactor.noteCommit();
    if (sync) await this.logs.sync(); // Whoever asked for it answers somebody next.
  }

  private async *scanWith(range: KvRange, snapshot: DatabaseSnapshot | undefined): AsyncGenerator<KvEntry> {
    const options = {
      gte: range.from,
      lt: range.to,
      limit: range.entriesMax ?? Infinity,
      reverse: range.reverse ?? false,
      highWaterMarkBytes: SCAN_STEP_BYTES,
      ...(snapshot === undefined ? {} : { snapshot }),
    };
    const iterator = this.guardedSync(() => this.db.iterator(options));
    this.readers.add(iterator);
    try {
      for (;;) {
        const entries = await this.guarded(() => iterator.nextv(SCAN_STEP_ENTRIES));
        if (entries.length === 0) return;
        for (const [key, value] of entries) yield { key, value };
      }
    } finally {
      await iterator.close().finally(() => this.readers.delete(iterator));
    }
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    this.assertAlive();
    try {
      return await work();
    } catch (error) {
      throw this.fail(error);
    }
  }

  private guardedSync<T>(work: () => T): T {
    this.assertAlive();
    try {
      return work();
    } catch (error) {
      throw this.fail(error);
    }
  }

  private fail(cause: unknown): StoreFailedError {
    if (this.failure !== undefined) return this.failure;
    const failure = new StoreFailedError(`the store in ${this.directory} failed: ${messageOf(cause)}`, {
      cause,
    });
    this.failure = failure;
    for (const listener of this.failureListeners) listener(failure);
    return failure;
  }

  private assertAlive(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}

/**
 * LevelDB merges up to 25 tables in one go, and needs room for them: with eight to a write buffer these fit into
 * the reserve of a brick's disk (volume/space.ts). LevelDB makes none smaller than 1 MiB.
 */
function tableLimits(writeBufferBytes: number): TableLimits {
  const tableBytes = Math.floor(writeBufferBytes / TABLES_PER_WRITE_BUFFER);
  return { writeBufferBytes, tableBytes: Math.max(TABLE_BYTES_MIN, tableBytes) };
}

/** classic-level 3 reads the caller's buffer later, on another thread. */
const ownKey = (key: Uint8Array): Uint8Array => Uint8Array.from(key);

async function openDatabase(directory: string, options: object): Promise<Database> {
  const db: Database = new Level(directory, { ...OPTIONS, ...options });
  await db.open();
  return db;
}

/** Opens the database once its logs are a beginning of what was committed. */
async function openWhole(
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
function refuseWithoutCurrent(directory: string): void {
  const names = readdirSync(directory);
  const hasData = names.some((name) => /^\d+\.(ldb|sst|log)$/.test(name));
  if (hasData && !names.includes('CURRENT')) throw new Error('its file CURRENT is missing');
}

const causeCode = (error: unknown): string | undefined =>
  (error as { cause?: { code?: string } } | undefined)?.cause?.code;

function openFailure(directory: string, error: unknown): string {
  const { cause } = error as { cause?: unknown };
  if (causeCode(error) === 'LEVEL_LOCKED') return `${directory} is in use by another process`;
  if (causeCode(error) === 'LEVEL_CORRUPTION') return `${directory} is damaged: ${messageOf(cause)}`;
  return `cannot open ${directory}: ${messageOf(cause ?? error)}`;
}
