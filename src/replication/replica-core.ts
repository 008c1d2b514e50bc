/**
 * One brick's part in its replica set: a pure state machine. No clock, network, disk or chance of its own:
 * an event goes in, effects come out, and the same events always give the same effects.
 *
 * Raft in its safety rules, but for two things: state is written in place (so a brick that is behind is
 * healed by values, not by replaying a log), and an acknowledgement waits for every in-sync brick.
 * Source: docs/replication.md.
 */
import { assert } from '../core/assert.js';
import type { BrickId } from '../core/ids.js';
import type { CoreView, Event, RestoredState } from './core-events.js';
import { send, tailOf, tellStored, type CoreState, type Effect } from './core-state.js';
import {
  awaitVotes,
  becomeFollower,
  campaign,
  firstElectionAtMs,
  hastenElection,
  onVoteReply,
  onVoteRequest,
  standAside,
} from './election.js';
import { EntryWindow, WINDOW_LIMITS, type WindowLimits } from './entry-window.js';
import { leaseEndsAtMs } from './manager-lease.js';
import { endDoubt, onAppend, onHeartbeat, sayStanding, sayStored } from './follower-role.js';
import { onHealBegun, onHealed } from './healed-role.js';
import { hasTermFallen, impostorOf, isolate, pardon } from './isolation.js';
import {
  areMembersSettled,
  loseTouch,
  onOwnStored,
  onAppendReply,
  onStanding,
  propose,
  tickManager,
} from './manager-role.js';
import { newPeer, type ManagerState, type Peer } from './manager-state.js';
import type { Message } from './message.js';
import { HEARTBEAT_INTERVAL_MS } from './timing.js';

/** Restarts are told apart by a number below this. */
const INCARNATIONS = 2 ** 32;

export class ReplicaCore {
  private readonly state: CoreState;

  /** @param chance 0 <= chance < 1: bricks that start together should not stand for election together. */
  constructor(
    restored: RestoredState,
    nowMs: number,
    chance: number,
    private readonly limits: WindowLimits = WINDOW_LIMITS,
  ) {
    this.state = {
      self: restored.self,
      members: restored.members,
      hard: restored.hard,
      health: restored.health,
      isDoubtful: restored.isDoubtful,
      incarnation: Math.floor(chance * INCARNATIONS),
      isReluctant: false,
      window: { current: new EntryWindow(restored.tail, limits) },
      isolated: new Map(),
      toBeHealed: new Set(),
      storedIndex: restored.tail.index,
      commitIndex: restored.commitIndex,
      managerCommitIndex: 0,
      role: { kind: 'follower' },
      manager: undefined,
      candidacies: 0,
      slowBrick: undefined,
      aligned: false,
      feedId: 0,
      // Before the restart it may have heard a manager: that lease must be honoured.
      managerHeardAtMs: nowMs,
      electionDueAtMs: firstElectionAtMs(restored, nowMs, chance),
      nowMs,
      chance: 0,
      effects: [],
    };
  }

  /** @param chance 0 <= chance < 1, drawn anew for each event. */
  step(event: Event, nowMs: number, chance: number): Effect[] {
    this.state.nowMs = nowMs;
    this.state.chance = chance;
    this.state.effects = [];
    this.handle(event);
    return this.state.effects;
  }

  /** When the next `tick` is needed at the latest. */
  get nextTickAtMs(): number {
    const { role, electionDueAtMs, nowMs } = this.state;
    return role.kind === 'manager'
      ? Math.min(role.state.heartbeatDueAtMs, nowMs + HEARTBEAT_INTERVAL_MS)
      : electionDueAtMs;
  }

  view(nowMs: number): CoreView {
    const { state } = this;
    state.nowMs = nowMs;
    const manager = this.managerState();
    const peers = manager?.peers ?? new Map<BrickId, Peer>();
    const inSync = state.members.filter(
      (member) => member === state.self || peers.get(member)?.inSync === true,
    );
    return {
      term: state.hard.term,
      manager: state.manager,
      members: state.members,
      tail: tailOf(state),
      storedIndex: state.storedIndex,
      commitIndex: state.commitIndex,
      health: state.health,
      isDoubtful: state.isDoubtful,
      isAligned: state.aligned,
      isManager: manager !== undefined,
      isReady: manager !== undefined && state.commitIndex >= manager.firstIndex,
      leaseEndsAtMs: manager === undefined ? -Infinity : leaseEndsAtMs(state, manager),
      areMembersSettled: manager !== undefined && areMembersSettled(state, manager),
      inSyncCount: manager === undefined ? 0 : inSync.length,
      peers,
      isolated: state.isolated,
    };
  }

  private managerState(): ManagerState | undefined {
    return this.state.role.kind === 'manager' ? this.state.role.state : undefined;
  }

  private handle(event: Event): void {
    const { state } = this;
    switch (event.kind) {
      case 'tick':
        return this.onTick();
      case 'message':
        return this.onMessage(event.from, event.message);
      case 'hardStateSaved':
        return awaitVotes(state);
      case 'stored':
        return this.onStored(event.index);
      case 'linkDown':
        return this.onLinkDown(event.peer);
      case 'propose': {
        const manager = this.managerState();
        assert(manager !== undefined, 'only the manager proposes');
        propose(state, manager, event.changes);
        return;
      }
      case 'addLearner':
        return this.onAddLearner(event.peer);
      case 'transfer':
        return this.onTransfer(event.to, event.isSlow);
      case 'setReluctant':
        state.isReluctant = event.isReluctant;
        return;
      case 'standAside':
        return this.onStandAside();
      case 'demandHeal':
        return this.onDemandHeal(event.peer);
      case 'healEnded':
        return this.onHealEnded(event.peer, event.isDone);
      case 'isolate':
        isolate(state, event.brick, event.why);
        return;
      case 'pardon':
        pardon(state, event.brick, event.isHealedFirst);
        return;
      case 'healBegun':
        return onHealBegun(state, event, this.limits);
      case 'healed':
        return onHealed(state, event, this.limits);
    }
  }

  private onTick(): void {
    const manager = this.managerState();
    if (manager !== undefined) tickManager(this.state, manager);
    else if (this.state.nowMs >= this.state.electionDueAtMs) campaign(this.state, false);
  }

  private onMessage(from: BrickId, message: Message): void {
    const { state } = this;
    if (state.isolated.has(from)) return;
    if (message.kind === 'voteRequest') {
      // Also from one that is no member as far as this brick knows: the change that made it one may be news to it.
      onVoteRequest(state, from, message);
      return;
    }
    if (message.term < state.hard.term) return this.onOldTerm(from, message);
    // A pre-vote granted names a term that nobody has entered yet.
    const isPromise = message.kind === 'voteReply' && message.preVote && message.granted;
    if (message.term > state.hard.term && !isPromise) becomeFollower(state, message.term, undefined);
    this.onCurrentTerm(from, message);
  }

  /** The sender has missed an election: it learns the term from the answer, and steps down. */
  private onOldTerm(from: BrickId, message: Message): void {
    const manager = this.managerState();
    if (manager !== undefined && hasTermFallen(this.state, manager, message))
      isolate(this.state, from, 'term-fell');
    if (message.kind === 'heartbeat' || message.kind === 'append') sayStanding(this.state, from, {});
  }

  private onCurrentTerm(from: BrickId, message: Exclude<Message, { kind: 'voteRequest' }>): void {
    const { state } = this;
    const manager = this.managerState();
    switch (message.kind) {
      case 'voteReply':
        return onVoteReply(state, from, message);
      case 'heartbeat':
        return this.unlessImpostor(from, () => onHeartbeat(state, from, message));
      case 'append':
        return this.unlessImpostor(from, () => onAppend(state, from, message));
      case 'standing':
        if (manager !== undefined) onStanding(state, manager, from, message);
        return;
      case 'appendReply':
        if (manager !== undefined) onAppendReply(state, manager, from, message);
        return;
      case 'campaign':
        if (manager !== undefined || state.manager !== from) return;
        state.slowBrick = message.isSlow ? from : undefined;
        campaign(state, true);
        return;
    }
  }

  private unlessImpostor(from: BrickId, heed: () => void): void {
    const { state } = this;
    if (state.manager !== undefined && state.manager !== from)
      isolate(state, impostorOf(state, from), 'second-manager');
    if (!state.isolated.has(from)) heed();
  }

  private onStored(index: number): void {
    const { state } = this;
    const storedBefore = state.storedIndex;
    state.storedIndex = Math.max(state.storedIndex, index);
    tellStored(state, storedBefore);
    const manager = this.managerState();
    if (manager !== undefined) onOwnStored(state, manager);
    else if (state.aligned && state.manager !== undefined) {
      endDoubt(state);
      sayStored(state, state.manager);
    }
  }

  private onLinkDown(peer: BrickId): void {
    const manager = this.managerState();
    if (manager !== undefined) loseTouch(this.state, manager, peer);
    else if (this.state.manager === peer) hastenElection(this.state);
  }

  private onAddLearner(peer: BrickId): void {
    const manager = this.managerState();
    if (manager === undefined || manager.peers.has(peer)) return;
    manager.learners.add(peer);
    manager.peers.set(peer, newPeer(this.state.nowMs));
  }

  /** Gives up the lease for good in this term, then asks the other to take over. */
  private onTransfer(to: BrickId, isSlow: boolean): void {
    const { state } = this;
    if (this.managerState()?.peers.get(to)?.inSync !== true) return;
    send(state, to, { kind: 'campaign', term: state.hard.term, isSlow });
    becomeFollower(state, state.hard.term, undefined);
  }

  private onStandAside(): void {
    const manager = this.managerState();
    if (manager !== undefined) standAside(this.state, manager);
  }

  private onDemandHeal(id: BrickId): void {
    const manager = this.managerState();
    const peer = manager?.peers.get(id);
    if (manager === undefined || peer?.standing === undefined || peer.feed.kind === 'healing') return;
    loseTouch(this.state, manager, id);
    peer.feed = { kind: 'healing' };
    const { firstIndex } = manager;
    this.state.effects.push({ kind: 'heal', peer: id, standing: peer.standing, firstIndex });
  }

  private onHealEnded(peer: BrickId, isDone: boolean): void {
    if (isDone) this.state.toBeHealed.delete(peer);
    const healed = this.managerState()?.peers.get(peer);
    if (healed?.feed.kind === 'healing') healed.feed = { kind: 'unknown' };
  }
}
