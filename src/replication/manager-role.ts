/** The manager's side: ordering, sending, counting acknowledgements, the in-sync set. */
import { assert, defined } from '../core/assert.js';
import { editBytes } from '../core/edit.js';
import type { BrickId } from '../core/ids.js';
import { MIB } from '../core/limits.js';
import { becomeFollower } from './election.js';
import { endDoubt } from './follower-role.js';
import type { Change, Entry, Position } from './entry.js';
import { advanceCommit, otherMembers, quorumOf, send, tailOf, type CoreState } from './core-state.js';
import { historyCut } from './history.js';
import {
  admit,
  ejectSlow,
  giveWayIfSlow,
  inSyncStoredIndices,
  setInSync,
  shunSlow,
  smoothedOfOthers,
} from './in-sync-set.js';
import { contradictionInStanding, isolate } from './isolation.js';
import { newPeer, type Feed, type ManagerState, type Peer } from './manager-state.js';
import type { MessageOf, Standing } from './message.js';
import { newPace, noteAcknowledged, noteDeparture, noteSent } from './pace.js';
import { ACKNOWLEDGE_TIMEOUT_MS, HEARTBEAT_INTERVAL_MS, QUORUM_TIMEOUT_MS } from './timing.js';

/** One append carries about this much; a single larger entry goes alone. */
const APPEND_BYTES_MAX = MIB;
/** Sent to one brick and not yet acknowledged: above this the manager waits. */
const APPEND_INFLIGHT_ENTRIES_MAX = 4_096;
/** What an entry costs besides its edits, about. */
const ENTRY_OVERHEAD_BYTES = 64;

/** @param isSure that it has all that was ever acknowledged. */
export function becomeManager(state: CoreState, { isSure }: { readonly isSure: boolean }): void {
  const { term } = state.hard;
  const manager: ManagerState = {
    sinceMs: state.nowMs,
    firstIndex: tailOf(state).index + 1,
    membersIndex: 0,
    peers: new Map(otherMembers(state).map((member) => [member, newPeer(state.nowMs)])),
    learners: new Set(),
    heartbeatDueAtMs: state.nowMs,
    lastFeedId: 0,
    ownPace: newPace(),
    givesWayAgainAtMs: -Infinity,
  };
  shunSlow(state, manager);
  state.role = { kind: 'manager', state: manager };
  state.manager = state.self;
  state.aligned = true;
  state.effects.push({ kind: 'becameManager', term });
  // Entries of earlier terms are committed by this one (Raft, section 5.4.2). Whoever is refused something from now on
  // relies on it that what another manager had not committed never will be, not even after a power cut.
  const edits = isSure ? [] : [historyCut(term)];
  propose(state, manager, [{ edits, sync: true, checkpoint: false }]);
  tickManager(state, manager);
}

/** Gives changes their places and sends them on their way. @returns the index of the last one. */
export function propose(state: CoreState, manager: ManagerState, changes: readonly Change[]): number {
  const entries = changes.map((change) => appendToWindow(state, change));
  state.effects.push({ kind: 'store', entries });
  const membersChanged = entries.findLast((entry) => entry.members !== undefined)?.members;
  noteSent(manager.ownPace, tailOf(state).index, state.nowMs);
  if (membersChanged !== undefined) takeMembers(state, manager, membersChanged);
  for (const peer of manager.peers.keys()) feed(state, manager, peer);
  return tailOf(state).index;
}

function appendToWindow(state: CoreState, change: Change): Entry {
  const sizeBytes = change.edits.reduce((sum, edit) => sum + editBytes(edit), ENTRY_OVERHEAD_BYTES);
  const entry: Entry = { ...change, term: state.hard.term, index: tailOf(state).index + 1, sizeBytes };
  state.window.current.push(entry);
  return entry;
}

/** Nothing of the members is undecided: neither what an earlier manager has begun, nor this one. */
export const areMembersSettled = (state: CoreState, manager: ManagerState): boolean =>
  state.commitIndex >= Math.max(manager.firstIndex, manager.membersIndex);

/**
 * One joins or one leaves: then every majority of before and every one of after have a brick in common. Two changes at
 * once, or one before the last is committed, could have two managers elected (Raft thesis, section 4.1, and the
 * correction of 2015: not before an entry of the manager's own term is committed).
 */
function takeMembers(state: CoreState, manager: ManagerState, members: readonly BrickId[]): void {
  const joining = members.filter((member) => !state.members.includes(member));
  const leaving = state.members.filter((member) => !members.includes(member));
  assert(joining.length + leaving.length <= 1, 'members change one at a time');
  assert(areMembersSettled(state, manager), 'the last change of the members is not committed');
  assert(members.includes(state.self), 'a manager does not remove itself');
  manager.membersIndex = tailOf(state).index;
  state.members = members;
  for (const member of members) manager.learners.delete(member);
  for (const peer of manager.peers.keys()) {
    if (!members.includes(peer) && !manager.learners.has(peer)) manager.peers.delete(peer);
  }
  for (const member of otherMembers(state)) {
    if (!manager.peers.has(member)) manager.peers.set(member, newPeer(state.nowMs));
  }
}

export function tickManager(state: CoreState, manager: ManagerState): void {
  if (isQuorumSilent(state, manager)) {
    becomeFollower(state, state.hard.term, undefined);
    return;
  }
  for (const [id, peer] of manager.peers) if (isOverdue(state, peer)) loseTouch(state, manager, id);
  ejectSlow(state, manager);
  giveWayIfSlow(state, manager);
  admit(state, manager);
  commitWhatIsAcknowledged(state, manager);
  if (state.nowMs < manager.heartbeatDueAtMs) return;
  manager.heartbeatDueAtMs = nextBeatAtMs(state.nowMs);
  for (const id of manager.peers.keys()) {
    send(state, id, {
      kind: 'heartbeat',
      term: state.hard.term,
      commitIndex: state.commitIndex,
      sentAtMs: state.nowMs,
    });
  }
}

/** The same for all replica sets of a node, so that their heartbeats to another node go out, and are answered, together. */
const nextBeatAtMs = (nowMs: number): number =>
  (Math.floor(nowMs / HEARTBEAT_INTERVAL_MS) + 1) * HEARTBEAT_INTERVAL_MS;

function isQuorumSilent(state: CoreState, manager: ManagerState): boolean {
  const heard = otherMembers(state).filter(
    (member) => state.nowMs - defined(manager.peers.get(member)).heardAtMs <= QUORUM_TIMEOUT_MS,
  );
  return heard.length + 1 < quorumOf(state);
}

function isOverdue(state: CoreState, peer: Peer): boolean {
  const since = peer.feed.kind === 'streaming' ? peer.feed.waitingSinceMs : undefined;
  const isSilent = state.nowMs - peer.heardAtMs > ACKNOWLEDGE_TIMEOUT_MS;
  const isLate = since !== undefined && state.nowMs - since > ACKNOWLEDGE_TIMEOUT_MS;
  return (peer.inSync && isSilent) || isLate;
}

/** A brick went away or fell silent: it leaves the in-sync set, and says where it stands when it is back. */
export function loseTouch(state: CoreState, manager: ManagerState, id: BrickId): void {
  const peer = manager.peers.get(id);
  if (peer === undefined) return;
  // A heal notices by itself; its end must not be mistaken for that of another one.
  if (peer.feed.kind !== 'healing') peer.feed = { kind: 'unknown' };
  if (peer.inSync) noteDeparture(peer.pace, state.nowMs);
  setInSync(state, id, peer, false);
  admit(state, manager);
  commitWhatIsAcknowledged(state, manager);
}

export function onStanding(state: CoreState, manager: ManagerState, from: BrickId, standing: Standing): void {
  const peer = manager.peers.get(from);
  if (peer === undefined) return;
  const why = contradictionInStanding(state, standing);
  if (why !== undefined) return isolate(state, from, why);
  const isRestarted = peer.standing !== undefined && peer.standing.incarnation !== standing.incarnation;
  if (isRestarted) loseTouch(state, manager, from);
  peer.heardAtMs = state.nowMs;
  if (isLateRefusal(peer, standing)) return;
  peer.standing = standing;
  const { heartbeatSentAtMs } = standing;
  const tail = knownTail(state, peer, standing);
  if (heartbeatSentAtMs === undefined && peer.feed.kind === 'streaming') peer.feed = { kind: 'unknown' };
  peer.heardHeartbeatSentAtMs = Math.max(peer.heardHeartbeatSentAtMs, heartbeatSentAtMs ?? -Infinity);
  if (standing.health !== 'whole' && peer.feed.kind === 'streaming') peer.feed = { kind: 'unknown' };
  if (peer.feed.kind !== 'unknown') return;
  beginFeed(state, manager, from, peer, { ...standing, tail });
  // It may have left the in-sync set by this: what only it owed is committed now.
  commitWhatIsAcknowledged(state, manager);
}

/** An append may fail to fit that was sent before the feed began anew: what came of it has been dealt with. */
const isLateRefusal = ({ feed }: Peer, { refusedFeedId }: Standing): boolean =>
  refusedFeedId !== undefined && !(feed.kind === 'streaming' && feed.feedId === refusedFeedId);

/** What it has acknowledged it has, even if it says where it stood before that. */
function knownTail(state: CoreState, { feed }: Peer, { tail, refusedFeedId }: Standing): Position {
  if (refusedFeedId === undefined || feed.kind !== 'streaming' || feed.matchIndex <= tail.index) return tail;
  const term = state.window.current.termAt(feed.matchIndex);
  return term === undefined ? tail : { term, index: feed.matchIndex };
}

const newStream = (state: CoreState, feedId: number, nextIndex: number): Feed => ({
  kind: 'streaming',
  feedId,
  startIndex: nextIndex - 1,
  startedAtMs: state.nowMs,
  caughtUpIndex: undefined,
  caughtUpAtMs: undefined,
  nextIndex,
  matchIndex: 0,
  waitingSinceMs: state.nowMs,
});

function beginFeed(
  state: CoreState,
  manager: ManagerState,
  id: BrickId,
  peer: Peer,
  standing: Standing,
): void {
  setInSync(state, id, peer, false);
  const isInWindow = state.window.current.termAt(standing.tail.index) === standing.tail.term;
  if (standing.health === 'whole' && isInWindow && !state.toBeHealed.has(id)) {
    const nextIndex = standing.tail.index + 1;
    const feedId = ++manager.lastFeedId;
    peer.feed = newStream(state, feedId, nextIndex);
    feed(state, manager, id);
    // Even an empty append tells the brick that its history is the manager's.
    if (standing.tail.index === tailOf(state).index) sendAppend(state, id, feedId, nextIndex, []);
    return;
  }
  // The source must hold an entry of its own term: the healed brick's tail then never falls behind its old one.
  if (state.storedIndex < manager.firstIndex) return;
  peer.feed = { kind: 'healing' };
  state.effects.push({ kind: 'heal', peer: id, standing, firstIndex: manager.firstIndex });
}

/** Sends a streaming brick what it has not been sent yet, within the bounds of what may be under way. */
function feed(state: CoreState, manager: ManagerState, id: BrickId): void {
  const peer = defined(manager.peers.get(id));
  if (peer.feed.kind !== 'streaming') return;
  const streaming = peer.feed;
  while (streaming.nextIndex <= tailOf(state).index) {
    if (streaming.nextIndex - streaming.matchIndex > APPEND_INFLIGHT_ENTRIES_MAX && streaming.matchIndex > 0)
      return;
    const entries = state.window.current.from(streaming.nextIndex, APPEND_BYTES_MAX);
    if (entries.length === 0) {
      // Too slow: the window has moved on, so the brick must be healed.
      peer.feed = { kind: 'unknown' };
      return;
    }
    sendAppend(state, id, streaming.feedId, streaming.nextIndex, entries);
    streaming.nextIndex += entries.length;
    streaming.waitingSinceMs ??= state.nowMs;
    noteSent(peer.pace, streaming.nextIndex - 1, state.nowMs);
  }
}

function sendAppend(
  state: CoreState,
  to: BrickId,
  feedId: number,
  nextIndex: number,
  entries: readonly Entry[],
): void {
  const index = nextIndex - 1;
  const previous = { index, term: defined(state.window.current.termAt(index)) };
  const { term } = state.hard;
  send(state, to, { kind: 'append', term, previous, commitIndex: state.commitIndex, feedId, entries });
}

export function onAppendReply(
  state: CoreState,
  manager: ManagerState,
  from: BrickId,
  reply: MessageOf<'appendReply'>,
): void {
  const peer = manager.peers.get(from);
  if (peer?.feed.kind !== 'streaming' || peer.feed.feedId !== reply.feedId) return;
  const streaming = peer.feed;
  if (reply.matchIndex >= streaming.nextIndex) return isolate(state, from, 'acknowledged-unsent');
  peer.heardAtMs = state.nowMs;
  streaming.matchIndex = Math.max(streaming.matchIndex, reply.matchIndex);
  noteAcknowledged(peer.pace, streaming.matchIndex, state.nowMs, smoothedOfOthers(manager, peer));
  const isWaiting = streaming.matchIndex < streaming.nextIndex - 1;
  streaming.waitingSinceMs = isWaiting ? state.nowMs : undefined;
  if (streaming.matchIndex >= state.commitIndex) {
    streaming.caughtUpIndex ??= streaming.matchIndex;
    streaming.caughtUpAtMs ??= state.nowMs;
  }
  ejectSlow(state, manager);
  admit(state, manager);
  commitWhatIsAcknowledged(state, manager);
  feed(state, manager, from);
}

/** This brick's own store has caught up. */
export function onOwnStored(state: CoreState, manager: ManagerState): void {
  noteAcknowledged(manager.ownPace, state.storedIndex, state.nowMs, smoothedOfOthers(manager));
  commitWhatIsAcknowledged(state, manager);
}

/** Commits what every in-sync member has stored, if they are a majority and it is of this term. */
export function commitWhatIsAcknowledged(state: CoreState, manager: ManagerState): void {
  const stored = inSyncStoredIndices(state, manager);
  if (stored.length < quorumOf(state)) return;
  const index = Math.min(...stored);
  if (index >= manager.firstIndex) {
    advanceCommit(state, index);
    // Elected by all that was left: this brick's history is the volume's.
    endDoubt(state);
  }
  // What is not committed is still being streamed to the in-sync bricks.
  state.window.current.trim(state.commitIndex);
}
