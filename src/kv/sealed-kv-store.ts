/**
 * Guards every value of a store by a checksum over its key and itself (core/seal.ts).
 *
 * LevelDB checks its blocks only when it is asked to, and then refuses all that is in them; here one damaged
 * record is one damaged record, which another brick can replace.
 */
import type { Edit } from '../core/edit.js';
import { DamagedRecordError, type StoreFailedError } from '../core/errors.js';
import { KEY_KIND } from '../core/key-kind.js';
import { dataOf, isSound, seal } from '../core/seal.js';
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

/** One record as `audit` finds it. */
export interface AuditedRecord {
  readonly key: Uint8Array;
  /** As stored, checksum included. */
  readonly sizeBytes: number;
  readonly isSound: boolean;
}

/** Chunks come sealed: the file system seals them as it joins their parts, which saves a copy. */
const isSealedAlready = (key: Uint8Array): boolean => key[0] === KEY_KIND.chunk;

/** Every read throws {DamagedRecordError} on a value that is not what was stored; the store goes on. */
export class SealedKvStore implements KvStore {
  constructor(private readonly inner: KvStore) {}

  get hasLostCommits(): boolean {
    return this.inner.hasLostCommits;
  }

  getSync(key: Uint8Array): Uint8Array | undefined {
    return opened(key, this.inner.getSync(key));
  }

  get(key: Uint8Array): Promise<Uint8Array | undefined> {
    return getFrom(this.inner, key);
  }

  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    return getManyFrom(this.inner, keys);
  }

  scan(range: KvRange): AsyncIterable<KvEntry> {
    return scanFrom(this.inner, range);
  }

  commit(edits: readonly Edit[], options?: { readonly sync?: boolean }): Promise<void> {
    return this.inner.commit(edits.map(sealed), options);
  }

  snapshot(): KvSnapshot {
    const inner = this.inner.snapshot();
    return { ...openedReader(inner), release: () => inner.release() };
  }

  compact(order: CompactionOrder): Promise<CompactionOutcome> {
    return this.inner.compact(order);
  }

  stats(): Promise<KvStats> {
    return this.inner.stats();
  }

  onFailure(listener: (error: StoreFailedError) => void): void {
    this.inner.onFailure(listener);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  /** The records of a range, damaged ones too: says so instead of throwing. */
  async *audit(range: KvRange): AsyncGenerator<AuditedRecord> {
    for await (const { key, value } of this.inner.scan(range)) {
      yield { key, sizeBytes: value.length, isSound: isSound(key, value) };
    }
  }
}

const openedReader = (inner: KvReader): KvReader => ({
  get: (key) => getFrom(inner, key),
  getMany: (keys) => getManyFrom(inner, keys),
  scan: (range) => scanFrom(inner, range),
});

/** The caller may change its key meanwhile; the value belongs to the one that was asked for. */
async function getFrom(inner: KvReader, asked: Uint8Array): Promise<Uint8Array | undefined> {
  const key = Uint8Array.from(asked);
  return opened(key, await inner.get(key));
}

async function getManyFrom(
  inner: KvReader,
  asked: readonly Uint8Array[],
): Promise<(Uint8Array | undefined)[]> {
  const keys = asked.map((key) => Uint8Array.from(key));
  const values = await inner.getMany(keys);
  return keys.map((key, place) => opened(key, values[place]));
}

async function* scanFrom(inner: KvReader, range: KvRange): AsyncGenerator<KvEntry> {
  for await (const { key, value } of inner.scan(range)) yield { key, value: openedValue(key, value) };
}

const opened = (key: Uint8Array, value: Uint8Array | undefined): Uint8Array | undefined =>
  value === undefined ? undefined : openedValue(key, value);

function openedValue(key: Uint8Array, value: Uint8Array): Uint8Array {
  if (!isSound(key, value)) throw new DamagedRecordError(Uint8Array.from(key));
  return isSealedAlready(key) ? value : dataOf(value);
}

const sealed = ({ key, value }: Edit): Edit =>
  value === undefined || isSealedAlready(key) ? { key, value } : { key, value: seal(key, [value]) };
