import type { Edit } from '../core/edit.js';
import type { StoreFailedError } from '../core/errors.js';

export interface KvEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** Keys from `from` (included) to `to` (excluded), ascending. */
export interface KvRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly entriesMax?: number;
  readonly reverse?: boolean;
}

export interface KvReader {
  /** @returns the value, or `undefined` when the key is absent. Absence is not an error. */
  get(key: Uint8Array): Promise<Uint8Array | undefined>;
  /** As `get` for each key, in the order given. */
  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]>;
  /** Entries of a range. The iteration sees the store as it was when it began, whatever is committed meanwhile. */
  scan(range: KvRange): AsyncIterable<KvEntry>;
}

/** The store as it was at one moment. Holds disk space until released. */
export interface KvSnapshot extends KvReader {
  release(): Promise<void>;
}

/**
 * Ordered byte map. Keys sort bytewise. One process owns it.
 * Every method throws {StoreFailedError} once the store has failed; it does not recover by itself.
 */
export interface KvStore extends KvReader {
  /** Whether commits were found lost or damaged when it was opened, and all after the first of them cut off. */
  readonly hasLostCommits: boolean;
  /** For small records that are needed at once: may block on the disk when they are not cached. */
  getSync(key: Uint8Array): Uint8Array | undefined;
  /**
   * Applies every edit or none, after all commits called before it.
   *
   * Durability: survives a crash of the process once this resolves; with `sync`, this commit and all
   * before it survive a loss of power.
   */
  commit(edits: readonly Edit[], options?: { readonly sync?: boolean }): Promise<void>;
  snapshot(): KvSnapshot;
  /** `listener` is called once, when the store fails, by whatever call that shows. */
  onFailure(listener: (error: StoreFailedError) => void): void;
  close(): Promise<void>;
}
