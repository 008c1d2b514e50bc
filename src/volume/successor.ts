import type { BrickId } from '../core/ids.js';
import type { CoreView } from '../replication/core-events.js';

/** Who can take over from the manager at once; one that `isAvoided` only if there is no other. */
export function successorOf(view: CoreView, isAvoided: (brick: BrickId) => boolean): BrickId | undefined {
  const fit = view.members.filter((member) => view.peers.get(member)?.inSync === true);
  return fit.find((member) => !isAvoided(member)) ?? fit[0];
}
