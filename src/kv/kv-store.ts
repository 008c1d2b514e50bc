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

export interface CompactionOrder {
  /** Of which the beginning is compacted. */
  readonly range: Pick<KvRange, 'from' | 'to'>;
  /** Disk space that the step may take for itself until it is over. */
  readonly roomBytes: number;
  /** Whether commits of just now count: of the steps of one range this is for the first. */
  readonly withRecent: boolean;
}

export type CompactionOutcome =
  /** One step was taken; what there is still to do is from `next` on. */
  | { readonly kind: 'stepped'; readonly next: Uint8Array; readonly neededBytes: number }
  /** Nothing was done: the step might need more room than there is. */
  | { readonly kind: 'tooLittleRoom'; readonly neededBytes: number }
  /** Nothing was done: snapshots or scans are open that may still read what was removed. */
  | { readonly kind: 'readersOpen' }
  | { readonly kind: 'done' };

export interface TableCheckOrder {
  /** Tables up to this number were looked at before; 0 at first. */
  readonly after: number;
  /** Whether its records are looked at, too, which takes reading all of it. */
  readonly withRecords: boolean;
  /** Disk space that may be taken while a table is written anew. */
  readonly roomBytes: number;
}

export type TableCheckOutcome =
  | { readonly kind: 'sound'; readonly table: number; readonly readBytes: number }
  /** Records of it were damaged. It was written anew as it was, so that only these are not as they were written. */
  | { readonly kind: 'cleaned'; readonly table: number; readonly readBytes: number; readonly what: string }
  /** What its records are found by was damaged, and is not any more. `what` is for people. */
  | { readonly kind: 'renewed'; readonly table: number; readonly what: string }
  | { readonly kind: 'left'; readonly table: number; readonly what: string; readonly why: string }
  /** There are no more tables. */
  | { readonly kind: 'done' };

/** How large a store is, and what it has done to stay in order since it was opened. */
export interface KvStats {
  /** About; what was written of late may be missing. */
  readonly sizeBytes: number;
  readonly tableCount: number;
  readonly compactionSeconds: number;
  readonly compactionReadBytes: number;
  readonly compactionWrittenBytes: number;
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
  /**
   * Gives back disk space of what was removed or replaced, by one small step. Commits and reads go on
   * meanwhile; only one call at a time.
   */
  compact(order: CompactionOrder): Promise<CompactionOutcome>;
  /**
   * Compares the next table with its checksums, or only what its records are found by, which reads count on unchecked.
   * Commits and reads go on meanwhile; only one call at a time.
   * @throws {StoreFailedError} it is damaged in a way that cannot be mended: the store has failed.
   */
  checkTable(order: TableCheckOrder): Promise<TableCheckOutcome>;
  stats(): Promise<KvStats>;
  /** `listener` is called once, when the store fails, by whatever call that shows. */
  onFailure(listener: (error: StoreFailedError) => void): void;
  close(): Promise<void>;
}
