/** Terms and votes: Raft (Ongaro and Ousterhout 2014, section 5.2 and 5.4), with pre-vote and leases (thesis, 6.4 and 9.6). */
import { assert } from '../core/assert.js';
import type { BrickId } from '../core/ids.js';
import { comparePositions } from './entry.js';
import {
  isMember,
  otherMembers,
  quorumOf,
  send,
  tailOf,
  type CoreState,
  type HardState,
} from './core-state.js';
import { becomeManager } from './manager-role.js';
import type { MessageOf } from './message.js';
import {
  ELECTION_RETRY_MS_MAX,
  ELECTION_RETRY_MS_MIN,
  ELECTION_SPREAD_MS,
  ELECTION_TIMEOUT_MS_MAX,
  ELECTION_TIMEOUT_MS_MIN,
  LEASE_MS,
} from './timing.js';

const between = (state: CoreState, min: number, max: number): number => min + state.chance * (max - min);

export function postponeElection(state: CoreState): void {
  state.electionDueAtMs = state.nowMs + between(state, ELECTION_TIMEOUT_MS_MIN, ELECTION_TIMEOUT_MS_MAX);
}

function retryElectionSoon(state: CoreState): void {
  state.electionDueAtMs = state.nowMs + between(state, ELECTION_RETRY_MS_MIN, ELECTION_RETRY_MS_MAX);
}

/** The connection to the manager broke: it is probably dead, so only its lease is waited for. */
export function hastenElection(state: CoreState): void {
  const leaseEndsAtMs = Math.max(state.nowMs, state.managerHeardAtMs + LEASE_MS);
  const dueAtMs = leaseEndsAtMs + between(state, 0, ELECTION_SPREAD_MS);
  state.electionDueAtMs = Math.min(state.electionDueAtMs, dueAtMs);
}

export function saveHardState(state: CoreState, hard: HardState): void {
  assert(hard.term >= state.hard.term, 'terms never fall');
  // Every manager numbers its feeds anew.
  if (hard.term > state.hard.term) state.feedId = 0;
  state.hard = hard;
  state.effects.push({ kind: 'saveHardState', hard });
}

/** Enters `term` (if it is higher) as a follower. */
export function becomeFollower(state: CoreState, term: number, manager: BrickId | undefined): void {
  const wasManager = state.role.kind === 'manager';
  const isNewTerm = term > state.hard.term;
  if (isNewTerm) saveHardState(state, { term, votedFor: undefined });
  if (isNewTerm || state.role.kind !== 'follower') postponeElection(state);
  if (isNewTerm) state.aligned = false;
  state.role = { kind: 'follower' };
  state.manager = manager;
  if (wasManager) state.effects.push({ kind: 'steppedDown' });
}

/** Stands for election. A transfer needs no pre-vote: the manager itself has asked for it. */
export function campaign(state: CoreState, transfer: boolean): void {
  retryElectionSoon(state);
  if (state.health !== 'whole' || !isMember(state, state.self)) return;
  if (transfer) {
    stand(state, true);
    return;
  }
  state.role = { kind: 'preCandidate', votes: new Set([state.self]), refusals: new Set() };
  state.manager = undefined;
  requestVotes(state, { term: state.hard.term + 1, preVote: true, transfer: false });
  countVotes(state);
}

function stand(state: CoreState, transfer: boolean): void {
  state.manager = undefined;
  state.aligned = false;
  state.role = { kind: 'candidate', votes: new Set([state.self]), refusals: new Set(), transfer };
  saveHardState(state, { term: state.hard.term + 1, votedFor: state.self });
  requestVotes(state, { term: state.hard.term, preVote: false, transfer });
  countVotes(state);
}

function requestVotes(state: CoreState, how: { term: number; preVote: boolean; transfer: boolean }): void {
  for (const member of otherMembers(state)) {
    send(state, member, { kind: 'voteRequest', tail: tailOf(state), ...how });
  }
}

export function onVoteRequest(state: CoreState, from: BrickId, request: MessageOf<'voteRequest'>): void {
  if (request.term < state.hard.term) {
    refuse(state, from, request);
    return;
  }
  const mayVote = state.health !== 'blank' && (request.transfer || !isManagerAlive(state));
  const isFresh = comparePositions(request.tail, tailOf(state)) >= 0;
  if (request.preVote) {
    const granted = mayVote && isFresh && request.term > state.hard.term;
    const term = granted ? request.term : state.hard.term;
    send(state, from, { kind: 'voteReply', term, preVote: true, granted });
    return;
  }
  // Not even the term is taken over while the manager is alive: one cut-off brick must not unseat it.
  if (!mayVote) {
    refuse(state, from, request);
    return;
  }
  if (request.term > state.hard.term) becomeFollower(state, request.term, undefined);
  vote(state, from, request, isFresh);
}

function vote(state: CoreState, from: BrickId, request: MessageOf<'voteRequest'>, isFresh: boolean): void {
  const { term, votedFor } = state.hard;
  const isFree = votedFor === undefined || votedFor === from;
  if (!isFresh || !isFree || state.role.kind !== 'follower' || state.manager !== undefined) {
    refuse(state, from, request);
    return;
  }
  if (votedFor === undefined) saveHardState(state, { term, votedFor: from });
  postponeElection(state);
  send(state, from, { kind: 'voteReply', term, preVote: false, granted: true });
}

function refuse(state: CoreState, from: BrickId, request: MessageOf<'voteRequest'>): void {
  send(state, from, { kind: 'voteReply', term: state.hard.term, preVote: request.preVote, granted: false });
}

function isManagerAlive(state: CoreState): boolean {
  return state.role.kind === 'manager' || state.nowMs < state.managerHeardAtMs + LEASE_MS;
}

export function onVoteReply(state: CoreState, from: BrickId, reply: MessageOf<'voteReply'>): void {
  const role = state.role;
  if (role.kind === 'preCandidate' && reply.preVote) {
    const isForThis = !reply.granted || reply.term === state.hard.term + 1;
    if (isForThis) (reply.granted ? role.votes : role.refusals).add(from);
  } else if (role.kind === 'candidate' && !reply.preVote && reply.term === state.hard.term) {
    (reply.granted ? role.votes : role.refusals).add(from);
  } else {
    return;
  }
  countVotes(state);
}

function countVotes(state: CoreState): void {
  const role = state.role;
  assert(role.kind === 'preCandidate' || role.kind === 'candidate');
  const needed = quorumOf(state);
  const granted = state.members.filter((member) => role.votes.has(member)).length;
  if (granted >= needed) {
    if (role.kind === 'preCandidate') stand(state, false);
    else becomeManager(state);
    return;
  }
  const refused = state.members.filter((member) => role.refusals.has(member)).length;
  if (state.members.length - refused < needed) becomeFollowerAgain(state);
}

/** Lost: waits for a manager to show up, and tries again soon if none does. */
function becomeFollowerAgain(state: CoreState): void {
  state.role = { kind: 'follower' };
  retryElectionSoon(state);
}
