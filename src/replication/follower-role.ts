/** The other bricks' side: taking entries in order, and saying where they stand. */
import type { BrickId } from '../core/ids.js';
import { becomeFollower, postponeElection } from './election.js';
import { samePosition, type Entry } from './entry.js';
import { advanceCommit, send, tailOf, type CoreState } from './core-state.js';
import { isolate, isOrdered } from './isolation.js';
import type { Append, MessageOf, Standing } from './message.js';

/** A message of this term's manager has come. */
function heedManager(state: CoreState, manager: BrickId): void {
  if (state.role.kind !== 'follower' || state.manager !== manager) {
    becomeFollower(state, state.hard.term, manager);
    // What was stored while no manager was known has not been acknowledged yet.
    if (state.aligned) sayStored(state, manager);
  }
  state.managerHeardAtMs = state.nowMs;
  postponeElection(state);
}

export function onHeartbeat(state: CoreState, from: BrickId, heartbeat: MessageOf<'heartbeat'>): void {
  heedManager(state, from);
  state.managerCommitIndex = Math.max(state.managerCommitIndex, heartbeat.commitIndex);
  if (state.aligned) advanceCommit(state, heartbeat.commitIndex);
  sayStanding(state, from, { heartbeatSentAtMs: heartbeat.sentAtMs });
}

export function sayStanding(
  state: CoreState,
  to: BrickId,
  { heartbeatSentAtMs, refusedFeedId }: Partial<Pick<Standing, 'heartbeatSentAtMs' | 'refusedFeedId'>>,
): void {
  send(state, to, {
    kind: 'standing',
    term: state.hard.term,
    heartbeatSentAtMs,
    refusedFeedId,
    tail: tailOf(state),
    commitIndex: state.commitIndex,
    health: state.health,
    incarnation: state.incarnation,
  });
}

export function onAppend(state: CoreState, from: BrickId, append: Append): void {
  if (!isOrdered(state, append)) return isolate(state, from, 'broken-order');
  heedManager(state, from);
  const fresh = state.health === 'whole' ? freshEntries(state, append) : undefined;
  if (fresh === undefined) {
    sayStanding(state, from, { refusedFeedId: append.feedId });
    return;
  }
  state.aligned = true;
  state.managerCommitIndex = Math.max(state.managerCommitIndex, append.commitIndex);
  // An append of an earlier feed may come late: nobody listens to replies to that any more.
  state.feedId = Math.max(state.feedId, append.feedId);
  for (const entry of fresh) take(state, entry);
  if (fresh.length > 0) state.effects.push({ kind: 'store', entries: fresh });
  advanceCommit(state, append.commitIndex);
  state.window.current.trim(state.commitIndex);
  // What is new is acknowledged once it is stored.
  if (fresh.length > 0) return;
  endDoubt(state);
  sayStored(state, from);
}

/**
 * It has an entry of this term's manager, so everything that was acknowledged before this term, and everything
 * that this manager has called committed: whatever it had forgotten is back.
 */
export function endDoubt(state: CoreState): void {
  if (!state.isDoubtful || !state.aligned || state.storedIndex < state.managerCommitIndex) return;
  if (state.window.current.termAt(state.storedIndex) !== state.hard.term) return;
  state.isDoubtful = false;
  state.effects.push({ kind: 'doubtEnded' });
}

/** The entries that this brick does not have, or `undefined` when they do not follow its tail. */
function freshEntries(state: CoreState, append: Append): readonly Entry[] | undefined {
  const tail = tailOf(state);
  if (samePosition(append.previous, tail)) return append.entries;
  // Within a term there is one manager and one history: what is at or before the tail is known already.
  if (!state.aligned || append.previous.index > tail.index) return undefined;
  return append.entries.filter((entry) => entry.index > tail.index);
}

function take(state: CoreState, entry: Entry): void {
  state.window.current.push(entry);
  if (entry.members !== undefined) state.members = entry.members;
}

export function sayStored(state: CoreState, to: BrickId): void {
  send(state, to, {
    kind: 'appendReply',
    term: state.hard.term,
    feedId: state.feedId,
    matchIndex: state.storedIndex,
  });
}
