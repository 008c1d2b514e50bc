import { bytesToMapKey, mapKeyToBytes } from '../core/bytes.js';
import { defined } from '../core/assert.js';
import type { Edit } from '../core/edit.js';
import { messageOf, StoreFailedError } from '../core/errors.js';
import type {
  CompactionOutcome,
  KvEntry,
  KvRange,
  KvReader,
  KvSnapshot,
  KvStats,
  KvStore,
  TableCheckOutcome,
} from './kv-store.js';

const BITS_PER_BYTE = 8;

type State = ReadonlyMap<string, Uint8Array>;

/** Runs before each commit reaches the disk, and again before that is reported; may take its time, or throw to make the disk fail. */
export type DiskDelay = () => Promise<void>;

/**
 * What survives a crash of `MemoryKvStore`: the state as of the last synced commit, and the commits since
 * then that a loss of power may take away, newest first.
 */
export class MemoryDisk {
  private synced = new Map<string, Uint8Array>();
  private unsynced: (readonly Edit[])[] = [];
  private current = new Map<string, Uint8Array>();
  /** Somebody reads `current` as it is now: the next change is made to a copy. */
  private isShared = false;

  /** A loss of power: only the first `keptCommits` of the un-synced commits are still there. */
  losePower(keptCommits: number): void {
    this.losePowerExcept((place) => place < keptCommits);
  }

  /** A loss of power after which the disk had written some later commits and not some earlier ones. */
  losePowerExcept(isKept: (place: number) => boolean): void {
    for (const [place, edits] of this.unsynced.entries()) if (isKept(place)) applyTo(this.synced, edits);
    // What is found after the loss is on disk for good.
    this.begin(new Map(this.synced));
    this.unsynced = [];
  }

  get unsyncedCommits(): number {
    return this.unsynced.length;
  }

  erase(): void {
    this.synced = new Map();
    this.unsynced = [];
    this.begin(new Map());
  }

  /** The disk rots: one bit of a stored value is another now. @param bit counted from the value's beginning. */
  flipBit(key: Uint8Array, bit: number): void {
    const mapKey = bytesToMapKey(key);
    const before = defined(this.current.get(mapKey));
    const value = Uint8Array.from(before);
    const byte = Math.floor(bit / BITS_PER_BYTE);
    value[byte] = defined(value[byte]) ^ (1 << (bit % BITS_PER_BYTE));
    this.own().set(mapKey, value);
    if (this.synced.get(mapKey) === before) this.synced.set(mapKey, value);
  }

  /** As of now; what is read from it later may be newer. */
  read(): State {
    return this.current;
  }

  /** As of now, for good. */
  readForGood(): State {
    this.isShared = true;
    return this.current;
  }

  write(edits: readonly Edit[], sync: boolean): void {
    const own = edits.map(copyOf);
    applyTo(this.own(), own);
    this.unsynced.push(own);
    if (sync) this.sync();
  }

  private sync(): void {
    for (const edits of this.unsynced) {
      for (const { key } of edits) {
        const mapKey = bytesToMapKey(key);
        // As it is on the disk: it may have rotted since it was written.
        const value = this.current.get(mapKey);
        if (value === undefined) this.synced.delete(mapKey);
        else this.synced.set(mapKey, value);
      }
    }
    this.unsynced = [];
  }

  private own(): Map<string, Uint8Array> {
    if (this.isShared) this.begin(new Map(this.current));
    return this.current;
  }

  private begin(state: Map<string, Uint8Array>): void {
    this.current = state;
    this.isShared = false;
  }
}

function applyTo(state: Map<string, Uint8Array>, edits: readonly Edit[]): void {
  for (const { key, value } of edits) {
    if (value === undefined) state.delete(bytesToMapKey(key));
    else state.set(bytesToMapKey(key), value);
  }
}

const copyOf = ({ key, value }: Edit): Edit => ({
  key: Uint8Array.from(key),
  value: value === undefined ? undefined : Uint8Array.from(value),
});

/** The in-memory twin of `LevelKvStore`: same promises, no disk. */
export class MemoryKvStore implements KvStore {
  readonly hasLostCommits: boolean = false;
  private commits: Promise<void> = Promise.resolve();
  private closed = false;
  private failure: StoreFailedError | undefined;
  private readonly failureListeners: ((error: StoreFailedError) => void)[] = [];

  constructor(
    private readonly disk: MemoryDisk = new MemoryDisk(),
    private readonly delay: DiskDelay = () => Promise.resolve(),
  ) {}

  getSync(key: Uint8Array): Uint8Array | undefined {
    this.assertOpen();
    return this.disk.read().get(bytesToMapKey(key));
  }

  async get(key: Uint8Array): Promise<Uint8Array | undefined> {
    return readerOf(this.open()).get(key);
  }

  async getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    return readerOf(this.open()).getMany(keys);
  }

  scan(range: KvRange): AsyncIterable<KvEntry> {
    return entriesOf(() => this.openForGood(), range);
  }

  commit(edits: readonly Edit[], options: { readonly sync?: boolean } = {}): Promise<void> {
    const run = this.commits.then(async () => {
      this.assertOpen();
      await this.reachDisk();
      this.assertOpen();
      this.disk.write(edits, options.sync ?? false);
      // It is on the disk, and nobody knows yet.
      await this.reachDisk();
      this.assertOpen();
    });
    this.commits = run.catch(() => undefined);
    return run;
  }

  snapshot(): KvSnapshot {
    return { ...readerOf(this.openForGood()), release: () => Promise.resolve() };
  }

  /** What is removed is gone at once. */
  async compact(): Promise<CompactionOutcome> {
    await Promise.resolve();
    this.assertOpen();
    return { kind: 'done' };
  }

  /** Nothing is found by anything that could be damaged. */
  async checkTable(): Promise<TableCheckOutcome> {
    await Promise.resolve();
    this.assertOpen();
    return { kind: 'done' };
  }

  async stats(): Promise<KvStats> {
    await Promise.resolve();
    const values = [...this.open().values()];
    const sizeBytes = values.reduce((sum, { length }) => sum + length, 0);
    const never = { compactionSeconds: 0, compactionReadBytes: 0, compactionWrittenBytes: 0 };
    return { sizeBytes, tableCount: 0, ...never };
  }

  onFailure(listener: (error: StoreFailedError) => void): void {
    this.failureListeners.push(listener);
  }

  async close(): Promise<void> {
    await this.commits;
    this.closed = true;
  }

  /** The process died: commits that have not reached the disk never will. */
  abandon(): void {
    this.closed = true;
  }

  private async reachDisk(): Promise<void> {
    try {
      await this.delay();
    } catch (cause) {
      if (this.failure !== undefined) return;
      this.failure = new StoreFailedError(`the store failed: ${messageOf(cause)}`, { cause });
      for (const listener of this.failureListeners) listener(this.failure);
    }
  }

  private open(): State {
    this.assertOpen();
    return this.disk.read();
  }

  private openForGood(): State {
    this.assertOpen();
    return this.disk.readForGood();
  }

  private assertOpen(): void {
    if (this.failure !== undefined) throw this.failure;
    if (this.closed) throw new StoreFailedError('the store is closed');
  }
}

function readerOf(state: State): KvReader {
  const get = (key: Uint8Array) => state.get(bytesToMapKey(key));
  return {
    get: (key) => Promise.resolve(get(key)),
    getMany: (keys) => Promise.resolve(keys.map(get)),
    scan: (range) => entriesOf(() => state, range),
  };
}

/** Asynchronous like the real one; `stateAtStart` is asked at the first step. */
async function* entriesOf(stateAtStart: () => State, range: KvRange): AsyncGenerator<KvEntry> {
  const state = stateAtStart();
  const from = bytesToMapKey(range.from);
  const to = bytesToMapKey(range.to);
  // One character a byte, so the order of strings is the order of bytes.
  const keys = [...state.keys()].filter((key) => key >= from && key < to).sort();
  if (range.reverse === true) keys.reverse();
  await Promise.resolve();
  for (const key of keys.slice(0, range.entriesMax)) {
    yield { key: mapKeyToBytes(key), value: defined(state.get(key)) };
  }
}
