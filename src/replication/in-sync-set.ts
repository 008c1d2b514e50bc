/** Who must have stored a change before it is acknowledged. */
import type { BrickId } from '../core/ids.js';
import { isMember, quorumOf, type CoreState } from './core-state.js';
import type { ManagerState, Peer } from './manager-state.js';
import { bar, isBarred, isHoldingUp, isHoldingUpStill, isQuick, newPace } from './pace.js';

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

/** A manager whose own disk holds up the others asks for another one, the fastest. */
export function giveWayIfSlow(state: CoreState, manager: ManagerState): void {
  if (!isOwnDiskSlow(state, manager)) return;
  const fit = [...manager.peers]
    .filter(([id, { inSync, pace }]) => inSync && isMember(state, id) && isQuick(pace, state.nowMs))
    .sort(([, a], [, b]) => a.pace.smoothedMs - b.pace.smoothedMs);
  // Should nothing come of it, the disk is watched from the beginning.
  manager.ownPace = newPace();
  if (fit[0] !== undefined) state.effects.push({ kind: 'giveWay', to: fit[0][0] });
}

/** While nobody else has the change either, it may be this whole process that stood still. */
function isOwnDiskSlow(state: CoreState, { ownPace, peers }: ManagerState): boolean {
  const { probe } = ownPace;
  const isAhead = ({ inSync, feed }: Peer): boolean =>
    inSync && feed.kind === 'streaming' && feed.matchIndex >= (probe?.index ?? Infinity);
  const ahead = [...peers.values()].filter(isAhead);
  if (ahead.length === 0) return isHoldingUp(ownPace, state.nowMs);
  const othersMs = ahead.map(({ pace }) => pace.smoothedMs);
  return isHoldingUpStill(ownPace, state.nowMs, othersMs);
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
