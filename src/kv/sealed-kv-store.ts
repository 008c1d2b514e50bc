/**
 * Guards every value of a store by a checksum over its key and itself (core/seal.ts).
 *
 * LevelDB checks its blocks only when it is asked to, and then refuses all that is in them; here one damaged
 * record is one damaged record, which another brick can replace.
 */
import { DamagedRecordError } from '../core/errors.js';
import { KEY_KIND } from '../core/key-kind.js';
import { dataOf, isSound, seal } from '../core/seal.js';
import { CodedKvStore, type ValueCodec } from './coded-kv-store.js';
import type { KvRange, KvStore } from './kv-store.js';

/** One record as `audit` finds it. */
export interface AuditedRecord {
  readonly key: Uint8Array;
  /** With its checksum. */
  readonly sizeBytes: number;
  readonly isSound: boolean;
}

/** Chunks come sealed: the file system seals them as it joins their parts, which saves a copy. */
const isSealedAlready = (key: Uint8Array): boolean => key[0] === KEY_KIND.chunk;

/** Of a value that is not from a store of ours: whether it can be stored. Only chunks bring a checksum along. */
export const isSoundAsStored = (key: Uint8Array, value: Uint8Array): boolean =>
  !isSealedAlready(key) || isSound(key, value);

const SEALS: ValueCodec = {
  encode: (key, value) => (isSealedAlready(key) ? value : seal(key, [value])),
  decode: (key, stored) => {
    if (!isSound(key, stored)) throw new DamagedRecordError(Uint8Array.from(key));
    return isSealedAlready(key) ? stored : dataOf(stored);
  },
};

/** Every read throws {DamagedRecordError} on a value that is not what was stored; the store goes on. */
export class SealedKvStore extends CodedKvStore {
  constructor(inner: KvStore) {
    super(inner, SEALS);
  }

  /** The records of a range, damaged ones too: says so instead of throwing. */
  async *audit(range: KvRange): AsyncGenerator<AuditedRecord> {
    for await (const { key, value } of this.inner.scan(range)) {
      yield { key, sizeBytes: value.length, isSound: isSound(key, value) };
    }
  }
}
