import type { Edit } from '../core/edit.js';
import type { StoreFailedError } from '../core/errors.js';
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

/** What happens to values on their way into a store and back. */
export interface ValueCodec {
  encode(key: Uint8Array, value: Uint8Array): Uint8Array;
  decode(key: Uint8Array, stored: Uint8Array): Uint8Array;
}

/** A store whose values lie in another one in another form; keys and order are the same. Throws what `decode` throws. */
export class CodedKvStore implements KvStore {
  constructor(
    protected readonly inner: KvStore,
    private readonly codec: ValueCodec,
  ) {}

  get hasLostCommits(): boolean {
    return this.inner.hasLostCommits;
  }

  getSync(key: Uint8Array): Uint8Array | undefined {
    return decoded(this.codec, key, this.inner.getSync(key));
  }

  get(key: Uint8Array): Promise<Uint8Array | undefined> {
    return getFrom(this.inner, this.codec, key);
  }

  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    return getManyFrom(this.inner, this.codec, keys);
  }

  scan(range: KvRange): AsyncIterable<KvEntry> {
    return scanFrom(this.inner, this.codec, range);
  }

  commit(edits: readonly Edit[], options?: { readonly sync?: boolean }): Promise<void> {
    return this.inner.commit(
      edits.map((edit) => encoded(this.codec, edit)),
      options,
    );
  }

  snapshot(): KvSnapshot {
    const inner = this.inner.snapshot();
    return { ...decodingReader(inner, this.codec), release: () => inner.release() };
  }

  compact(order: CompactionOrder): Promise<CompactionOutcome> {
    return this.inner.compact(order);
  }

  checkTable(order: TableCheckOrder): Promise<TableCheckOutcome> {
    return this.inner.checkTable(order);
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
}

const decodingReader = (inner: KvReader, codec: ValueCodec): KvReader => ({
  get: (key) => getFrom(inner, codec, key),
  getMany: (keys) => getManyFrom(inner, codec, keys),
  scan: (range) => scanFrom(inner, codec, range),
});

/** The caller may change its key meanwhile; the value belongs to the one that was asked for. */
async function getFrom(
  inner: KvReader,
  codec: ValueCodec,
  asked: Uint8Array,
): Promise<Uint8Array | undefined> {
  const key = Uint8Array.from(asked);
  return decoded(codec, key, await inner.get(key));
}

async function getManyFrom(
  inner: KvReader,
  codec: ValueCodec,
  asked: readonly Uint8Array[],
): Promise<(Uint8Array | undefined)[]> {
  const keys = asked.map((key) => Uint8Array.from(key));
  const values = await inner.getMany(keys);
  return keys.map((key, place) => decoded(codec, key, values[place]));
}

async function* scanFrom(inner: KvReader, codec: ValueCodec, range: KvRange): AsyncGenerator<KvEntry> {
  for await (const { key, value } of inner.scan(range)) yield { key, value: codec.decode(key, value) };
}

const decoded = (
  codec: ValueCodec,
  key: Uint8Array,
  stored: Uint8Array | undefined,
): Uint8Array | undefined => (stored === undefined ? undefined : codec.decode(key, stored));

const encoded = (codec: ValueCodec, { key, value }: Edit): Edit => ({
  key,
  value: value === undefined ? undefined : codec.encode(key, value),
});
