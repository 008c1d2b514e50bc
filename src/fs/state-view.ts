import type { Timestamp } from '../core/attr.js';
import type { Edit } from '../core/edit.js';
import type { SessionId } from '../core/ids.js';
import type { FileReply } from '../core/operation.js';

/** The volume's state as the next change will find it. Reading has no effect and is repeatable. */
export interface StateView {
  /** Any record; chunks only if `chunksNeeded` named them for this mutation. */
  get(key: Uint8Array): Uint8Array | undefined;
}

/** One key and its value, as a scan shows them. */
export interface StateEntry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
}

/** A query's view: everything it reads, at once or later, is the state of one moment. */
export interface QueryView extends StateView {
  /** Chunk data, in the order of `keys`. */
  getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]>;
  /** At most `entriesMax` entries with `from` <= key < `to`, ascending. */
  scan(from: Uint8Array, to: Uint8Array, entriesMax: number): Promise<StateEntry[]>;
}

/** Stored chunks that a mutation wants to know of: at most `chunksMax` with `from` <= key < `to`, the first or the last. */
export interface ChunkSurvey {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly chunksMax: number;
  readonly order: 'ascending' | 'descending';
}

/** What a mutation may know besides the state. Decided once by the volume manager, so that all bricks agree. */
export interface MutationContext {
  readonly now: Timestamp;
  /** The session that asks. */
  readonly session: SessionId;
  /** All sessions alive, the asking one included: each may hold an inode that loses its last name. */
  readonly sessions: readonly SessionId[];
  /** Keys of the chunks that were found, where `chunksSurveyed` asked for them. */
  readonly surveyed: readonly Uint8Array[];
}

export interface MutationOutcome {
  readonly edits: readonly Edit[];
  readonly reply: FileReply;
  /** More remains than one change may hold: apply these edits, then run the same mutation again. */
  readonly unfinished: boolean;
}
