import type { BrickId } from '../core/ids.js';
import { quorumSize } from '../replication/entry.js';
import type { Clock } from '../runtime/clock.js';
import type { ReplicatedGroup } from './replicated-group.js';

const POLL_INTERVAL_MS = 200;

/**
 * Compares every brick with the manager's, one after the other: a brick that is being compared does not count
 * for a write, and a majority must remain. Resolves when all are done, or this is no longer the manager.
 */
export async function healAllFully(group: ReplicatedGroup, clock: Clock): Promise<void> {
  const { term, peers } = group.replica.view();
  for (const peer of [...peers.keys()]) {
    await until(group, clock, term, () => isSpared(group, peer));
    if (!isStillManager(group, term)) return;
    group.replica.healFully(peer);
    await until(group, clock, term, () => group.replica.view().peers.get(peer)?.inSync === true);
  }
}

/** Whether a majority is in sync without `peer`. */
function isSpared(group: ReplicatedGroup, peer: BrickId): boolean {
  const { inSyncCount, peers, members } = group.replica.view();
  const without = peers.get(peer)?.inSync === true ? inSyncCount - 1 : inSyncCount;
  return without >= quorumSize(members.length);
}

const isStillManager = (group: ReplicatedGroup, term: number): boolean => {
  const view = group.replica.view();
  return view.isManager && view.term === term;
};

async function until(
  group: ReplicatedGroup,
  clock: Clock,
  term: number,
  isReached: () => boolean,
): Promise<void> {
  while (isStillManager(group, term) && !isReached()) await clock.sleep(POLL_INTERVAL_MS);
}
