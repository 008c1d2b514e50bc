import type { Edit } from '../core/edit.js';
import { messageOf, StoreFailedError } from '../core/errors.js';
import { MIB } from '../core/limits.js';
import { OWNER_DIRECTORY_MODE } from '../runtime/file-mode.js';
import { silentLogger, type Logger } from '../runtime/logger.js';
import { absentKeysAround } from './absent-keys.js';
import type { TableLimits } from './compaction-plan.js';
import type {
  CompactionOrder,
  CompactionOutcome,
  KvEntry,
  KvRange,
  KvReader,
  KvSnapshot,
  KvStats,
  KvStore,
  TableCheckOrder,
  TableCheckOutcome,
} from './kv-store.js';
import { LevelCompactor } from './level-compactor.js';
import {
  openFailure,
  openWhole,
  refuseWithoutCurrent,
  tableLimits,
  WRITE_BUFFER_BYTES,
  type Database,
} from './level-open.js';
import { levelStats, type MeasuredDatabase } from './level-stats.js';
import { LevelTableCheck } from './level-table-check.js';
import { LogSyncer } from './log-syncer.js';
import { makeDirectory } from '../runtime/make-directory.js';

/** How much one step of a scan reads ahead. */
const SCAN_STEP_BYTES = MIB;
const SCAN_STEP_ENTRIES = 1_000;

/** What `level` is on Node.js, and does not say of itself: it might run in a browser. */
type Compacting = Database & { compactRange(from: Uint8Array, to: Uint8Array): Promise<void> };
type DatabaseSnapshot = ReturnType<Database['snapshot']>;

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
  private readonly tableCheck: LevelTableCheck;
  /** Snapshots and scans that are open. */
  private readonly readers = new Set<object>();

  private constructor(
    private readonly db: Database,
    private readonly directory: string,
    readonly hasLostCommits: boolean,
    limits: TableLimits,
  ) {
    this.logs = new LogSyncer(directory);
    const compactKey = (key: Uint8Array): Promise<void> => this.compactRange(key, key);
    this.compactor = new LevelCompactor(directory, limits, compactKey, this.readers);
    this.tableCheck = new LevelTableCheck(directory, limits, (key) => this.mergeAt(key));
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
    return this.inTurn(() => this.writeBatch(edits, sync));
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

  async checkTable(order: TableCheckOrder): Promise<TableCheckOutcome> {
    this.assertAlive();
    const outcome = await this.tableCheck.step(order);
    if (outcome.kind === 'broken') throw this.fail(new Error(outcome.what));
    return outcome;
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

  /** After all commits called before it, and before all called later. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.commits.then(() => this.guarded(work));
    // The chain only keeps the order; a failure reaches whoever called.
    this.commits = run.then(nothing, nothing);
    return run;
  }

  private async mergeAt(key: Uint8Array): Promise<void> {
    const [from, to] = await this.inTurn(async () => {
      const around = await absentKeysAround(key, (candidate) => this.isThere(candidate));
      const removals = around.map((absent) => ({ key: absent, value: undefined }));
      await this.writeBatch(removals, false);
      return around;
    });
    await this.compactRange(from, to);
  }

  /** Scans do not use filters, which a look-up would believe. */
  private async isThere(key: Uint8Array): Promise<boolean> {
    const keys = this.db.keys({ gte: key, lte: key });
    return (await keys.all()).length > 0;
  }

  private compactRange(from: Uint8Array, to: Uint8Array): Promise<void> {
    return this.guarded(() => (this.db as Compacting).compactRange(from, to));
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

const nothing = (): void => undefined;

/** classic-level 3 reads the caller's buffer later, on another thread. */
const ownKey = (key: Uint8Array): Uint8Array => Uint8Array.from(key);
