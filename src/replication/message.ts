import type { BrickId } from '../core/ids.js';
import type { DiskSpace } from '../core/disk-space.js';
import type { Service } from '../core/service.js';
import type { Entry, Position } from './entry.js';

/**
 * How far a brick's contents can be trusted.
 *
 * whole: the state of exactly its tail. healing: a heal has begun and not ended; the journal tells what is
 * missing. incomplete: the same for a full heal. blank: it never was whole, so it has no vote either
 * (it might have forgotten what it acknowledged before it was emptied).
 */
export type Health = 'whole' | 'healing' | 'incomplete' | 'blank';

/**
 * What a voter knows of that it acknowledged.
 *
 * sure: all of it. doubtful: its machine lost power, and what was not synced may be gone. none: it is blank.
 */
export type Memory = 'sure' | 'doubtful' | 'none';

interface Vote {
  readonly kind: 'voteRequest';
  readonly term: number;
  readonly tail: Position;
  /** Would you vote for me at `term`? Binds nobody (Raft thesis, section 9.6). */
  readonly preVote: boolean;
  /** The manager itself asked for this election, so its lease does not stand against it. */
  readonly transfer: boolean;
}

interface VoteReply {
  readonly kind: 'voteReply';
  readonly term: number;
  readonly preVote: boolean;
  readonly granted: boolean;
  readonly memory: Memory;
  /** Whether the voter is whole, so that it would stand for election itself. */
  readonly canStand: boolean;
}

interface Heartbeat {
  readonly kind: 'heartbeat';
  readonly term: number;
  readonly commitIndex: number;
  /** On the manager's clock; comes back in `Standing` and renews its lease. */
  readonly sentAtMs: number;
  /** What clients can do, by the manager's word; added by the driver. */
  readonly service?: Service;
  /** Bricks that have everything up to `commitIndex`; added by the driver. */
  readonly inSync?: readonly BrickId[];
}

export interface Standing {
  readonly kind: 'standing';
  readonly term: number;
  /** `undefined` when this answers no heartbeat. */
  readonly heartbeatSentAtMs: number | undefined;
  /** When this answers an append that did not fit: the feed that it was of. */
  readonly refusedFeedId?: number | undefined;
  readonly tail: Position;
  /** Everything up to here is known to be committed. */
  readonly commitIndex: number;
  readonly health: Health;
  /** Another number after each restart: what was acknowledged before counts no more. */
  readonly incarnation: number;
  /** Of the disk under the brick; added by the driver. */
  readonly space?: DiskSpace;
}

export interface Append {
  readonly kind: 'append';
  readonly term: number;
  readonly previous: Position;
  readonly commitIndex: number;
  /** Chosen anew by the manager whenever it begins to stream to this brick; the reply repeats it. */
  readonly feedId: number;
  readonly entries: readonly Entry[];
}

interface AppendReply {
  readonly kind: 'appendReply';
  readonly term: number;
  readonly feedId: number;
  /** Everything up to here is in the sender's store. */
  readonly matchIndex: number;
}

/** Stand for election now: the manager hands over. */
interface Campaign {
  readonly kind: 'campaign';
  /** The one that asks is slow: nothing should wait for it. */
  readonly isSlow: boolean;
  readonly term: number;
}

/** What the bricks of a replica set say to each other, but for heals and checksums. */
export type Message = Vote | VoteReply | Heartbeat | Standing | Append | AppendReply | Campaign;
export type MessageOf<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;
