import type { BrickId } from '../core/ids.js';
import type { Entry, Position } from './entry.js';
import { quorumSize } from './entry.js';
import type { EntryWindow } from './entry-window.js';
import type { Contradiction } from './isolation.js';
import type { ManagerState } from './manager-state.js';
import type { Health, Message, MessageOf, Standing } from './message.js';

/** What must survive any crash before it is acted upon. */
export interface HardState {
  readonly term: number;
  readonly votedFor: BrickId | undefined;
}

/** What a voter says of itself, whichever way it votes. */
export type Voter = Pick<MessageOf<'voteReply'>, 'memory' | 'canStand'>;

/** The answers that a candidate has, its own vote included. */
export interface Ballot {
  readonly votes: Map<BrickId, Voter>;
  readonly refusals: Map<BrickId, Voter>;
}

export type Role =
  | { readonly kind: 'follower' }
  /** Asking whether an election could be won; binds nobody. Votes for its last candidacy, in the same term, still count. */
  | ({ readonly kind: 'preCandidate'; readonly candidacy: Ballot | undefined } & Ballot)
  | ({ readonly kind: 'candidate'; readonly transfer: boolean; readonly sinceMs: number } & Ballot)
  | { readonly kind: 'manager'; readonly state: ManagerState };

/** What the driver does on the core's behalf, in this order. */
export type Effect =
  /** Must be on disk before any later effect happens. */
  | { readonly kind: 'saveHardState'; readonly hard: HardState }
  | { readonly kind: 'send'; readonly to: BrickId; readonly message: Message }
  /** Write to this brick's own store, in order; then tell the core by `stored`. */
  | { readonly kind: 'store'; readonly entries: readonly Entry[] }
  | { readonly kind: 'committed'; readonly index: number }
  /** `peer` cannot be served from the window: heal it; then tell the core by `healEnded`. */
  | {
      readonly kind: 'heal';
      readonly peer: BrickId;
      readonly standing: Standing;
      readonly firstIndex: number;
    }
  | { readonly kind: 'becameManager'; readonly term: number }
  | { readonly kind: 'steppedDown' }
  /** This brick has everything again that it may have forgotten: note it durably. */
  | { readonly kind: 'doubtEnded' }
  /** Its words contradict each other: tell whoever looks after the volume. */
  | { readonly kind: 'isolated'; readonly brick: BrickId; readonly why: Contradiction }
  | { readonly kind: 'inSyncChanged'; readonly peer: BrickId; readonly inSync: boolean }
  /** This brick's own disk holds up the others: `to` should be manager instead. */
  | { readonly kind: 'giveWay'; readonly to: BrickId; readonly atOnce: boolean };

/** The state of one brick's part in its replica set. Only the core writes to it. */
export interface CoreState {
  readonly self: BrickId;
  members: readonly BrickId[];
  hard: HardState;
  health: Health;
  isDoubtful: boolean;
  readonly incarnation: number;
  /** Lets others stand for election first. */
  isReluctant: boolean;
  readonly window: { current: EntryWindow };
  /** Bricks that nothing is believed of. */
  readonly isolated: Map<BrickId, Contradiction>;
  /** Bricks that were such; as manager: they are healed, whatever they say of themselves. */
  readonly toBeHealed: Set<BrickId>;
  /** Everything up to here is in this brick's store. */
  storedIndex: number;
  commitIndex: number;
  /** The furthest that this term's manager has said to be committed. */
  managerCommitIndex: number;
  role: Role;
  /** The manager of this term, where known. */
  manager: BrickId | undefined;
  /** How often this brick has stood since a manager was last known. */
  candidacies: number;
  /** The manager that has asked this brick to take over because of its own disk. */
  slowBrick: BrickId | undefined;
  /** True once this brick's history is known to be a beginning of the manager's of this term. */
  aligned: boolean;
  /** The newest of this term's manager that an append fitted in. */
  feedId: number;
  /** When the manager was last heard: no vote against it for `LEASE_MS` from here. */
  managerHeardAtMs: number;
  electionDueAtMs: number;
  /** Of the event being handled. */
  nowMs: number;
  /** 0 <= chance < 1, drawn for the event being handled. */
  chance: number;
  effects: Effect[];
}

export const tailOf = (state: CoreState): Position => state.window.current.tail;

export const isMember = (state: CoreState, brick: BrickId): boolean => state.members.includes(brick);

export const quorumOf = (state: CoreState): number => quorumSize(state.members.length);

export function send(state: CoreState, to: BrickId, message: Message): void {
  state.effects.push({ kind: 'send', to, message });
}

export function otherMembers(state: CoreState): BrickId[] {
  return state.members.filter((member) => member !== state.self);
}

/** Never moves back, and never past what this brick has. */
export function advanceCommit(state: CoreState, index: number): void {
  const reached = Math.min(index, tailOf(state).index);
  if (reached <= state.commitIndex) return;
  state.commitIndex = reached;
  state.effects.push({ kind: 'committed', index: reached });
}

/** What was committed before it was in this brick's store can be read only now: it is told once more. */
export function tellStored(state: CoreState, storedBefore: number): void {
  const index = Math.min(state.commitIndex, state.storedIndex);
  if (index > storedBefore) state.effects.push({ kind: 'committed', index });
}
