/** How long the manager may answer by itself. */
import { quorumOf, type CoreState } from './core-state.js';
import type { ManagerState } from './manager-state.js';
import { LEASE_TRUSTED_MS } from './timing.js';

/** Until when (on this clock) no other brick can have become manager. */
export function leaseEndsAtMs(state: CoreState, manager: ManagerState): number {
  const heard = state.members.map((member) =>
    member === state.self ? state.nowMs : (manager.peers.get(member)?.heardHeartbeatSentAtMs ?? -Infinity),
  );
  heard.sort((a, b) => b - a);
  return (heard[quorumOf(state) - 1] ?? -Infinity) + LEASE_TRUSTED_MS;
}
