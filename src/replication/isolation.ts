/**
 * Bricks that were caught in a lie: nothing that they say is heard any more, by whoever caught them or was told of it. A
 * brick that is merely slow, late, restarted or emptied never says what is looked for here.
 * Source: docs/replication.md, "Bricks that lie".
 */
import type { BrickId } from '../core/ids.js';
import type { CoreState } from './core-state.js';
import { becomeFollower, hastenElection } from './election.js';
import { loseTouch } from './manager-role.js';
import type { ManagerState } from './manager-state.js';
import type { Append, Message, Standing } from './message.js';

export type Contradiction =
  /** It has stored what was never sent to it. */
  | 'acknowledged-unsent'
  /** It answers a heartbeat that was never sent, which would prolong a lease. */
  | 'answered-unsent'
  /** It has more of this term, or is in a later one, than the only one who could have given it. */
  | 'ahead-of-order'
  /** It answers this term's heartbeat from an earlier term. */
  | 'term-fell'
  /** It manages a term that another one manages. */
  | 'second-manager'
  /** What it sends as manager has gaps, or is another history than before. */
  | 'broken-order'
  /** It calls a copy sound that does not match its checksum. */
  | 'unsound-copy'
  /** At one index it holds something else than a majority. */
  | 'other-checksum';

export function isolate(state: CoreState, brick: BrickId, why: Contradiction): void {
  if (state.isolated.has(brick) || brick === state.self) return;
  state.isolated.set(brick, why);
  state.effects.push({ kind: 'isolated', brick, why });
  if (state.role.kind === 'manager') forget(state, state.role.state, brick);
  else if (state.manager === brick) {
    becomeFollower(state, state.hard.term, undefined);
    hastenElection(state);
  }
}

function forget(state: CoreState, manager: ManagerState, brick: BrickId): void {
  const peer = manager.peers.get(brick);
  if (peer === undefined) return;
  // Neither what it has stored counts from now on, nor that it was heard: not for a commit, not for the lease.
  peer.standing = undefined;
  peer.heardAtMs = -Infinity;
  peer.heardHeartbeatSentAtMs = -Infinity;
  loseTouch(state, manager, brick);
}

/** It is heard again. @param isHealedFirst it counts for nothing before everything that it has was compared. */
export function pardon(state: CoreState, brick: BrickId, isHealedFirst: boolean): void {
  if (!state.isolated.delete(brick)) return;
  if (isHealedFirst) state.toBeHealed.add(brick);
}

/** As manager, of a standing of this term. */
export function contradictionInStanding(
  state: CoreState,
  { tail, heartbeatSentAtMs }: Standing,
): Contradiction | undefined {
  if (heartbeatSentAtMs !== undefined && heartbeatSentAtMs > state.nowMs) return 'answered-unsent';
  const own = state.window.current.tail;
  const isAhead = tail.term > own.term || (tail.term === own.term && tail.index > own.index);
  return isAhead ? 'ahead-of-order' : undefined;
}

/** As manager, of a message of an earlier term: who answers a heartbeat of this term has entered it. */
export function hasTermFallen(state: CoreState, manager: ManagerState, message: Message): boolean {
  if (message.kind !== 'standing' || message.heartbeatSentAtMs === undefined) return false;
  return message.heartbeatSentAtMs > manager.sinceMs && message.heartbeatSentAtMs <= state.nowMs;
}

/** As another brick: whether an append could have come from one who keeps an order. */
export function isOrdered(state: CoreState, { term, previous, entries }: Append): boolean {
  const window = state.window.current;
  const known = state.aligned ? window.termAt(previous.index) : undefined;
  if (known !== undefined && known !== previous.term) return false;
  let before = previous;
  for (const entry of entries) {
    if (entry.index !== before.index + 1 || entry.term < before.term || entry.term > term) return false;
    before = entry;
  }
  return true;
}

/** Two manage one term: it is believed who has this brick's vote, else who was first. */
export function impostorOf(state: CoreState, claimant: BrickId): BrickId {
  const { manager, self, hard } = state;
  if (manager === undefined || manager === self) return claimant;
  return hard.votedFor === claimant ? manager : claimant;
}
