/** What goes into the core and what can be seen of it. */
import type { BrickId } from '../core/ids.js';
import type { HardState } from './core-state.js';
import type { Change, Position } from './entry.js';
import type { Contradiction } from './isolation.js';
import type { Peer } from './manager-state.js';
import type { Health, Message } from './message.js';

/** What the brick's store says when it is opened. */
export interface RestoredState {
  readonly self: BrickId;
  readonly members: readonly BrickId[];
  readonly hard: HardState;
  readonly tail: Position;
  readonly commitIndex: number;
  readonly health: Health;
  /** Its machine has lost power since: un-synced changes that it acknowledged may be gone. */
  readonly isDoubtful: boolean;
}

export type Event =
  | { readonly kind: 'tick' }
  | { readonly kind: 'message'; readonly from: BrickId; readonly message: Message }
  /** What `saveHardState` asked for is on disk. */
  | { readonly kind: 'hardStateSaved' }
  /** This brick's store holds everything up to `index`. */
  | { readonly kind: 'stored'; readonly index: number }
  /** The connection to `peer` broke, as it does when a process dies. */
  | { readonly kind: 'linkDown'; readonly peer: BrickId }
  | { readonly kind: 'propose'; readonly changes: readonly Change[] }
  /** The manager brings `peer` up to date before it becomes a member. */
  | { readonly kind: 'addLearner'; readonly peer: BrickId }
  /** Planned hand-over; `isSlow` if this brick's disk is why. */
  | { readonly kind: 'transfer'; readonly to: BrickId; readonly isSlow: boolean }
  /** This brick's node is about to be stopped: it stands for election only when nobody else does. */
  | { readonly kind: 'setReluctant'; readonly isReluctant: boolean }
  /** As manager: nobody can be healed here, since what they need is damaged; another one may have it. */
  | { readonly kind: 'standAside' }
  /** As manager: heal `peer` whether or not it seems to need it. */
  | { readonly kind: 'demandHeal'; readonly peer: BrickId }
  /** As source: the heal of `peer` is over, well or not. */
  | { readonly kind: 'healEnded'; readonly peer: BrickId; readonly isDone: boolean }
  /** `brick` was caught in a lie, here or by another one. */
  | { readonly kind: 'isolate'; readonly brick: BrickId; readonly why: Contradiction }
  /** It is heard again; `isHealedFirst`: as manager, once it was healed. */
  | { readonly kind: 'pardon'; readonly brick: BrickId; readonly isHealedFirst: boolean }
  /** As sink: a heal has begun; nothing else is taken until it ends. */
  | {
      readonly kind: 'healBegun';
      readonly health: Health;
      readonly baseIndex: number;
      /** Where its own history ends now: what came after was never committed, and will never be. */
      readonly tail?: Position;
    }
  /** As sink: the heal is complete and on disk. */
  | {
      readonly kind: 'healed';
      readonly term: number;
      readonly tail: Position;
      readonly commitIndex: number;
      readonly members: readonly BrickId[];
    };

/** How the core stands, for those who only look. */
export interface CoreView {
  readonly term: number;
  readonly manager: BrickId | undefined;
  readonly members: readonly BrickId[];
  readonly tail: Position;
  readonly storedIndex: number;
  readonly commitIndex: number;
  readonly health: Health;
  readonly isDoubtful: boolean;
  /** What this brick has stored is a beginning of what the manager of this term has. */
  readonly isAligned: boolean;
  readonly isManager: boolean;
  /** The manager's own first entry is committed: it knows everything that was ever acknowledged. */
  readonly isReady: boolean;
  /** As manager: no change of the members is under way, so another one may begin. */
  readonly areMembersSettled: boolean;
  readonly leaseEndsAtMs: number;
  /** In-sync members, the manager included. */
  readonly inSyncCount: number;
  readonly peers: ReadonlyMap<BrickId, Readonly<Peer>>;
  /** Bricks that nothing is believed of. */
  readonly isolated: ReadonlyMap<BrickId, Contradiction>;
}
