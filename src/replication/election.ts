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
  type Ballot,
  type CoreState,
  type HardState,
  type Role,
  type Voter,
} from './core-state.js';
import type { RestoredState } from './core-events.js';
import { inSyncStoredIndices } from './in-sync-set.js';
import { becomeManager } from './manager-role.js';
import type { ManagerState } from './manager-state.js';
import type { Memory, MessageOf } from './message.js';
import {
  DOUBT_PATIENCE_MS,
  ELECTION_RETRY_MS_MAX,
  ELECTION_RETRY_MS_MIN,
  ELECTION_SPREAD_MS,
  ELECTION_TIMEOUT_MS_MAX,
  ELECTION_TIMEOUT_MS_MIN,
  LEASE_MS,
  RELUCTANCE_MS,
  VOTE_PATIENCE_FACTOR_MAX,
} from './timing.js';

const between = (state: CoreState, min: number, max: number): number => min + state.chance * (max - min);

/** Only later, not never: it may be the only one that has everything. */
const courtesyMs = (state: CoreState): number => (state.isReluctant ? RELUCTANCE_MS : 0);

/** A lone brick has nobody to wait for. */
export function firstElectionAtMs(restored: RestoredState, nowMs: number, chance: number): number {
  const isAlone = restored.members.length === 1 && restored.members[0] === restored.self;
  return isAlone ? nowMs : nowMs + LEASE_MS + chance * (ELECTION_TIMEOUT_MS_MIN - LEASE_MS);
}

export function postponeElection(state: CoreState): void {
  const silenceMs = between(state, ELECTION_TIMEOUT_MS_MIN, ELECTION_TIMEOUT_MS_MAX);
  state.electionDueAtMs = state.nowMs + silenceMs + courtesyMs(state);
}

function retryElectionSoon(state: CoreState): void {
  const pauseMs = between(state, ELECTION_RETRY_MS_MIN, ELECTION_RETRY_MS_MAX);
  state.electionDueAtMs = state.nowMs + pauseMs + courtesyMs(state);
}

/** The connection to the manager broke: it is probably dead, so only its lease is waited for. */
export function hastenElection(state: CoreState): void {
  const leaseEndsAtMs = Math.max(state.nowMs, state.managerHeardAtMs + LEASE_MS);
  const dueAtMs = leaseEndsAtMs + between(state, 0, ELECTION_SPREAD_MS) + courtesyMs(state);
  state.electionDueAtMs = Math.min(state.electionDueAtMs, dueAtMs);
}

export function saveHardState(state: CoreState, hard: HardState): void {
  assert(hard.term >= state.hard.term, 'terms never fall');
  // Every manager numbers its feeds anew.
  if (hard.term > state.hard.term) {
    state.feedId = 0;
    state.managerCommitIndex = 0;
  }
  state.hard = hard;
  // A new term and the vote in it are one write.
  if (state.effects.at(-1)?.kind === 'saveHardState') state.effects.pop();
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
  if (manager !== undefined) state.candidacies = 0;
  if (wasManager) state.effects.push({ kind: 'steppedDown' });
}

/**
 * Nothing is committed without a majority, so nothing is lost by letting the others elect one of them. The same brick
 * stands again some time later: it may be the only one that can be elected.
 */
export function standAside(state: CoreState, manager: ManagerState): void {
  if (inSyncStoredIndices(state, manager).length >= quorumOf(state)) return;
  becomeFollower(state, state.hard.term, undefined);
  state.electionDueAtMs += RELUCTANCE_MS;
}

/** Stands for election. A transfer needs no pre-vote: the manager itself has asked for it. */
export function campaign(state: CoreState, transfer: boolean): void {
  retryElectionSoon(state);
  if (!canStand(state)) return;
  if (transfer) {
    stand(state, true);
    return;
  }
  state.role = { kind: 'preCandidate', candidacy: candidacyOf(state.role), ...newBallot(state) };
  state.manager = undefined;
  requestVotes(state, { term: state.hard.term + 1, preVote: true, transfer: false });
  countVotes(state);
}

/**
 * The own vote is on disk: the others' are waited for. Each of them is on a disk too before it is given, and where that
 * takes longer than the pause between two tries, no candidacy would ever live to see its votes: so each waits longer
 * than the one before, and as long as its own vote took besides.
 */
export function awaitVotes(state: CoreState): void {
  if (state.role.kind !== 'candidate') return;
  const factor = Math.min(2 ** state.candidacies++, VOTE_PATIENCE_FACTOR_MAX);
  const patienceMs = factor * between(state, ELECTION_RETRY_MS_MIN, ELECTION_RETRY_MS_MAX);
  const savingMs = Math.min(state.nowMs - state.role.sinceMs, ELECTION_TIMEOUT_MS_MAX);
  state.electionDueAtMs = state.nowMs + patienceMs + savingMs + courtesyMs(state);
}

function stand(state: CoreState, transfer: boolean): void {
  state.manager = undefined;
  state.aligned = false;
  state.role = { kind: 'candidate', transfer, sinceMs: state.nowMs, ...newBallot(state) };
  saveHardState(state, { term: state.hard.term + 1, votedFor: state.self });
  requestVotes(state, { term: state.hard.term, preVote: false, transfer });
  countVotes(state);
}

const newBallot = (state: CoreState): Ballot => ({
  votes: new Map([[state.self, voterOf(state)]]),
  refusals: new Map(),
});

const voterOf = (state: CoreState): Voter => ({
  memory: memoryOf(state),
  canStand: canStand(state),
});

const canStand = (state: CoreState): boolean => state.health === 'whole' && isMember(state, state.self);

function memoryOf(state: CoreState): Memory {
  if (state.health === 'blank') return 'none';
  return state.isDoubtful ? 'doubtful' : 'sure';
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
  // Not even the term is taken over while the manager is alive: one cut-off brick must not unseat it.
  if (isManagerAlive(state) && !request.transfer) {
    refuse(state, from, request);
    return;
  }
  // The sender's own term, which somebody has entered: an answer from an earlier one would not be heard.
  const sendersTerm = request.preVote ? request.term - 1 : request.term;
  if (sendersTerm > state.hard.term) becomeFollower(state, sendersTerm, undefined);
  const isFresh = state.health !== 'blank' && comparePositions(request.tail, tailOf(state)) >= 0;
  if (request.preVote) promise(state, from, request, isFresh);
  else vote(state, from, request, isFresh);
}

function promise(state: CoreState, from: BrickId, request: MessageOf<'voteRequest'>, isFresh: boolean): void {
  const granted = isFresh && request.term > state.hard.term;
  answer(state, from, { term: granted ? request.term : state.hard.term, preVote: true, granted });
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
  answer(state, from, { term, preVote: false, granted: true });
}

function refuse(state: CoreState, from: BrickId, request: MessageOf<'voteRequest'>): void {
  answer(state, from, { term: state.hard.term, preVote: request.preVote, granted: false });
}

type Answer = Omit<MessageOf<'voteReply'>, 'kind' | keyof Voter>;

function answer(state: CoreState, to: BrickId, reply: Answer): void {
  send(state, to, { kind: 'voteReply', ...voterOf(state), ...reply });
}

function isManagerAlive(state: CoreState): boolean {
  return state.role.kind === 'manager' || state.nowMs < state.managerHeardAtMs + LEASE_MS;
}

export function onVoteReply(state: CoreState, from: BrickId, reply: MessageOf<'voteReply'>): void {
  const { role } = state;
  if (reply.preVote) {
    const isForThis = !reply.granted || reply.term === state.hard.term + 1;
    if (role.kind !== 'preCandidate') return;
    if (isForThis) (reply.granted ? role.votes : role.refusals).set(from, reply);
  } else {
    const candidacy = candidacyOf(role);
    if (candidacy === undefined || reply.term !== state.hard.term) return;
    (reply.granted ? candidacy.votes : candidacy.refusals).set(from, reply);
  }
  countVotes(state);
}

/** What is gathered in this term, for which it has voted itself: a slow vote may come after the next try has begun. */
function candidacyOf(role: Role): Ballot | undefined {
  if (role.kind === 'candidate') return role;
  return role.kind === 'preCandidate' ? role.candidacy : undefined;
}

function countVotes(state: CoreState): void {
  const { role } = state;
  assert(role.kind === 'preCandidate' || role.kind === 'candidate');
  const candidacy = candidacyOf(role);
  if (candidacy !== undefined && isElected(state, candidacy)) {
    win(state, candidacy);
    return;
  }
  if (role.kind === 'preCandidate' && isElected(state, role)) {
    stand(state, false);
    return;
  }
  const refused = state.members.filter((member) => role.refusals.has(member)).length;
  if (state.members.length - refused < quorumOf(state)) becomeFollowerAgain(state);
}

function win(state: CoreState, ballot: Ballot): void {
  state.candidacies = 0;
  becomeManager(state, { isSure: isSure(state, ballot) });
}

/**
 * A majority, as in Raft; but a brick that may have forgotten what it acknowledged cannot speak for it. With such
 * votes everybody must have been heard: then no history that is left anywhere is longer. After some time
 * that must do which is left: when nobody who was heard remembers surely (all lost power at once; what was
 * fsynced is on a majority all the same), or the one with the longer history cannot stand.
 */
function isElected(state: CoreState, ballot: Ballot): boolean {
  const granted = state.members.filter((member) => ballot.votes.has(member));
  if (granted.length < quorumOf(state)) return false;
  if (isSure(state, ballot)) return true;
  const others = state.members.filter((member) => !ballot.votes.has(member));
  if (others.every((member) => ballot.refusals.get(member)?.memory === 'none')) return true;
  if (state.nowMs < state.managerHeardAtMs + DOUBT_PATIENCE_MS) return false;
  const isAnybodySure = [...ballot.votes.values(), ...ballot.refusals.values()].some(
    ({ memory }) => memory === 'sure',
  );
  return !isAnybodySure || others.every((member) => ballot.refusals.get(member)?.canStand === false);
}

/** Whatever was acknowledged is known to one who votes and remembers all of it. */
const isSure = (state: CoreState, { votes }: Ballot): boolean =>
  state.members.filter((member) => votes.get(member)?.memory === 'sure').length >= quorumOf(state);

/** Lost: waits for a manager to show up, and tries again soon if none does. */
function becomeFollowerAgain(state: CoreState): void {
  state.role = { kind: 'follower' };
  retryElectionSoon(state);
}
