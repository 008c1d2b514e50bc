import { PendingOperation } from './pending-operation.js';
import type { SlotUse } from './slots.js';

/**
 * What makes a slot safe again after a mutation in it was given up with its outcome unknown.
 *
 * Copies of that mutation may still be on their way, or wait in the manager for a lock or a quorum. The volume
 * refuses whatever is older than the last mutation it has *recorded* for the slot. The caller's next mutation
 * is not enough for that: one that is refused (EEXIST, ENOENT …) records nothing, so a late copy could be
 * applied after the caller has heard the answer to a later operation in the same slot.
 *
 * So the next number of the slot goes to a mutation that is never refused and always recorded: letting go of
 * no inodes. It is sent until it is answered, through failovers, without a time limit. Its answer means that the
 * one given up was applied before, or never will be; only then does the slot go back to the free ones.
 */
export function fenceAt(use: SlotUse): PendingOperation {
  const fence = new PendingOperation({ kind: 'release', inos: [] });
  fence.use = use;
  return fence;
}
