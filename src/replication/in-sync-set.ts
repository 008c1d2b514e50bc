/** Who must have stored a change before it is acknowledged. */
import type { BrickId } from '../core/ids.js';
import { isMember, quorumOf, type CoreState } from './core-state.js';
import type { ManagerState, Peer } from './manager-state.js';
import { bar, isBarred, isHoldingUp, isHoldingUpStill, isKnownQuick, isQuick } from './pace.js';
import { BAR_MS_MIN } from './timing.js';

export function setInSync(state: CoreState, id: BrickId, peer: Peer, inSync: boolean): void {
  if (peer.inSync === inSync) return;
  peer.inSync = inSync;
  state.effects.push({ kind: 'inSyncChanged', peer: id, inSync });
}

/** How far each in-sync member has stored the order, the manager included. */
export function inSyncStoredIndices(state: CoreState, manager: ManagerState): number[] {
  return state.members.flatMap((member) => {
    if (member === state.self) return [state.storedIndex];
    const peer = manager.peers.get(member);
    return peer?.inSync === true && peer.feed.kind === 'streaming' ? [peer.feed.matchIndex] : [];
  });
}

/** A brick that holds up the others leaves the in-sync set, if they are enough; it is fed on. */
export function ejectSlow(state: CoreState, manager: ManagerState): void {
  for (const [id, peer] of manager.peers) {
    if (!peer.inSync || !isHoldingUp(peer.pace, state.nowMs)) continue;
    if (inSyncStoredIndices(state, manager).length <= quorumOf(state)) continue;
    bar(peer.pace, state.nowMs);
    setInSync(state, id, peer, false);
  }
}

/** Takes in who has everything that is committed; one that is barred only where nothing goes on without it. */
export function admit(state: CoreState, manager: ManagerState): void {
  for (const [id, peer] of manager.peers) {
    if (peer.inSync || peer.feed.kind !== 'streaming' || peer.feed.caughtUpIndex === undefined) continue;
    if (peer.feed.matchIndex < state.commitIndex) continue;
    const isNeeded = inSyncStoredIndices(state, manager).length < quorumOf(state);
    if (isNeeded || !isBarred(peer.pace, state.nowMs)) setInSync(state, id, peer, true);
  }
}

/**
 * A manager whose own disk holds up the others asks another one to take over: at once where nothing is lost by it, else
 * once what is under way has ended.
 */
export function giveWayIfSlow(state: CoreState, manager: ManagerState): void {
  if (state.nowMs < manager.givesWayAgainAtMs) return;
  const quick = quickWithout(state, manager);
  const successor =
    quick ?? (isHoldingUp(manager.ownPace, state.nowMs) ? quickest(state, manager) : undefined);
  if (successor === undefined) return;
  manager.givesWayAgainAtMs = state.nowMs + BAR_MS_MIN;
  state.effects.push({ kind: 'giveWay', to: successor, atOnce: quick !== undefined });
}

const inSyncMembers = (state: CoreState, { peers }: ManagerState): [BrickId, Peer][] =>
  [...peers].filter(([id, { inSync }]) => inSync && isMember(state, id));

function quickest(state: CoreState, manager: ManagerState): BrickId | undefined {
  const fit = inSyncMembers(state, manager).filter(([, { pace }]) => isQuick(pace, state.nowMs));
  return bySpeed(fit)[0]?.[0];
}

const bySpeed = (peers: readonly [BrickId, Peer][]): [BrickId, Peer][] =>
  peers.toSorted(([, a], [, b]) => a.pace.smoothedMs - b.pace.smoothedMs);

/**
 * Who would go on well without this disk: a majority that is known to be quick has the very change that this disk keeps all
 * waiting for. Were it fewer, the next manager would wait for this disk too; were they slow as well, the election, whose
 * votes go to those disks, would take longer than the write. While nobody has the change, it may be this whole process that
 * stood still.
 */
function quickWithout(state: CoreState, manager: ManagerState): BrickId | undefined {
  const { ownPace, firstIndex } = manager;
  const awaited = ownPace.probe?.index;
  if (awaited === undefined || state.commitIndex < firstIndex) return undefined;
  const ahead = inSyncMembers(state, manager).filter(
    ([, { feed, pace }]) =>
      feed.kind === 'streaming' && feed.matchIndex >= awaited && isKnownQuick(pace, state.nowMs),
  );
  if (ahead.length < quorumOf(state)) return undefined;
  const othersMs = ahead.map(([, { pace }]) => pace.smoothedMs);
  return isHoldingUpStill(ownPace, state.nowMs, othersMs) ? bySpeed(ahead)[0]?.[0] : undefined;
}

/** The manager before has given way because it is slow: it is fed, but not waited for. */
export function shunSlow(state: CoreState, manager: ManagerState): void {
  const slow = state.slowBrick === undefined ? undefined : manager.peers.get(state.slowBrick);
  state.slowBrick = undefined;
  if (slow !== undefined) bar(slow.pace, state.nowMs);
}

/** How fast the in-sync bricks acknowledge, `than` and the manager not counted. */
export const smoothedOfOthers = (manager: ManagerState, than?: Peer): number[] =>
  [...manager.peers.values()]
    .filter((peer) => peer !== than && peer.inSync)
    .map(({ pace }) => pace.smoothedMs);
