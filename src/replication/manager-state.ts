import type { BrickId } from '../core/ids.js';
import type { Standing } from './message.js';
import { newPace, type Pace } from './pace.js';

/** How the manager serves one other brick. */
export type Feed =
  /** Nothing is sent until the brick has said where it stands. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'streaming';
      readonly feedId: number;
      /** Where the brick stood, and when, as it began to catch up. */
      readonly startIndex: number;
      readonly startedAtMs: number;
      /** What it had when it was back in sync, and when. */
      caughtUpIndex: number | undefined;
      caughtUpAtMs: number | undefined;
      nextIndex: number;
      matchIndex: number;
      waitingSinceMs: number | undefined;
    }
  | { readonly kind: 'healing' };

export interface Peer {
  feed: Feed;
  /** The manager acknowledges nothing that an in-sync brick does not have. */
  inSync: boolean;
  /** Newest heartbeat that this brick has answered, by the manager's clock when it was sent. */
  heardHeartbeatSentAtMs: number;
  heardAtMs: number;
  standing: Standing | undefined;
  readonly pace: Pace;
}

export interface ManagerState {
  /** When it became manager; its heartbeats are later. */
  readonly sinceMs: number;
  /** The manager's first own entry: once it is committed, so is everything before. */
  readonly firstIndex: number;
  /** Of the last change of the members: the next one waits until this is committed. */
  membersIndex: number;
  readonly peers: Map<BrickId, Peer>;
  /** Bricks that are brought up to date before they become members. */
  readonly learners: Set<BrickId>;
  heartbeatDueAtMs: number;
  lastFeedId: number;
  /** How fast the manager's own disk is. */
  readonly ownPace: Pace;
  /** It has asked another one to take over: should nothing come of it, it asks again, but not before. */
  givesWayAgainAtMs: number;
}

export const newPeer = (nowMs: number): Peer => ({
  feed: { kind: 'unknown' },
  inSync: false,
  heardHeartbeatSentAtMs: -Infinity,
  // A new manager gives everybody the full time to answer.
  heardAtMs: nowMs,
  standing: undefined,
  pace: newPace(),
});
