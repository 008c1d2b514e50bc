import { constants, mkdirSync, readdirSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Level } from 'level';
import type { Edit } from '../core/edit.js';
import { messageOf, StoreFailedError } from '../core/errors.js';
import { MIB } from '../core/limits.js';
import type { KvEntry, KvRange, KvReader, KvSnapshot, KvStore } from './kv-store.js';
import { rotatedLogs } from './rotated-logs.js';

/** LevelDB's settings, measured in docs/decisions/0002-chunk-size.md. */
const WRITE_BUFFER_BYTES = 64 * MIB;
const BLOCK_CACHE_BYTES = 128 * MIB;
const TABLE_BYTES_MAX = 32 * MIB;
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
  maxFileSize: TABLE_BYTES_MAX,
  maxOpenFiles: OPEN_FILES_MAX,
} as const;

type Database = Level<Uint8Array, Uint8Array>;
type DatabaseSnapshot = ReturnType<Database['snapshot']>;

/** LevelDB on disk. The directory is locked: a second process is refused. */
export class LevelKvStore implements KvStore {
  private commits: Promise<void> = Promise.resolve();
  private failure: StoreFailedError | undefined;
  private readonly failureListeners: ((error: StoreFailedError) => void)[] = [];
  /** Log files that will never be written again and are known to be on disk. */
  private readonly syncedLogs = new Set<string>();

  private constructor(
    private readonly db: Database,
    private readonly directory: string,
  ) {}

  /** @throws {StoreFailedError} when the directory cannot be used: locked, damaged, not writable. */
  static async open(directory: string): Promise<LevelKvStore> {
    try {
      mkdirSync(directory, { recursive: true });
      refuseWithoutCurrent(directory);
      const db: Database = new Level(directory, OPTIONS);
      await db.open();
      return new LevelKvStore(db, directory);
    } catch (error) {
      throw new StoreFailedError(openFailure(directory, error), { cause: error });
    }
  }

  getSync(key: Uint8Array): Uint8Array | undefined {
    return this.guardedSync(() => this.db.getSync(key));
  }

  get(key: Uint8Array): Promise<Uint8Array | undefined> {
    return this.guarded(() => this.db.get(key));
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
      get: (key) => this.guarded(() => this.db.get(key, { snapshot })),
      getMany: (keys) => this.guarded(() => this.db.getMany([...keys], { snapshot })),
      scan: (range) => this.scanWith(range, snapshot),
    };
    return { ...reader, release: () => snapshot.close() };
  }

  onFailure(listener: (error: StoreFailedError) => void): void {
    this.failureListeners.push(listener);
  }

  async close(): Promise<void> {
    await this.commits;
    await this.db.close();
  }

  private async writeBatch(edits: readonly Edit[], sync: boolean): Promise<void> {
    const batch = edits.map(({ key, value }) =>
      value === undefined ? ({ type: 'del', key } as const) : ({ type: 'put', key, value } as const),
    );
    await this.db.batch(batch, { sync });
    if (sync) await this.syncRotatedLogs();
  }

  /**
   * LevelDB syncs the log it writes to, not one that it rotated away from just before; what stands there
   * is in no table yet. (LevelDB, db_impl.cc: MakeRoomForWrite closes the old log without syncing it.)
   */
  private async syncRotatedLogs(): Promise<void> {
    const rotated = rotatedLogs(await readdir(this.directory));
    for (const name of rotated) {
      if (!this.syncedLogs.has(name)) await syncFile(join(this.directory, name));
      this.syncedLogs.add(name);
    }
    for (const name of this.syncedLogs) if (!rotated.includes(name)) this.syncedLogs.delete(name);
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
    try {
      for (;;) {
        const entries = await this.guarded(() => iterator.nextv(SCAN_STEP_ENTRIES));
        if (entries.length === 0) return;
        for (const [key, value] of entries) yield { key, value };
      }
    } finally {
      await iterator.close();
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

async function syncFile(path: string): Promise<void> {
  try {
    const file = await open(path, constants.O_RDONLY);
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // Removed meanwhile: LevelDB has put its contents into a table, and synced that.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Without the file that names its manifest LevelDB would begin anew, and remove the tables that are there. */
function refuseWithoutCurrent(directory: string): void {
  const names = readdirSync(directory);
  const hasData = names.some((name) => /^\d+\.(ldb|sst|log)$/.test(name));
  if (hasData && !names.includes('CURRENT')) throw new Error('its file CURRENT is missing');
}

function openFailure(directory: string, error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause;
  if (cause?.code === 'LEVEL_LOCKED') return `${directory} is in use by another process`;
  if (cause?.code === 'LEVEL_CORRUPTION') return `${directory} is damaged: ${messageOf(cause)}`;
  return `cannot open ${directory}: ${messageOf(cause ?? error)}`;
}
