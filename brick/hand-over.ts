import type { BrickId } from '../src/core/ids.js';
import type { Clock } from '../src/runtime/clock.js';
import type { ReplicatedGroup } from '../src/volume/replicated-group.js';

/** How long whoever hands over waits for the other one to have taken over. */
const HAND_OVER_MS = 3_000;
const HAND_OVER_POLL_MS = 10;

/** As manager of `group`: makes `successor` its manager, and returns once it is, or after three seconds. */
export async function handOverTo(group: ReplicatedGroup, successor: BrickId, clock: Clock): Promise<void> {
  const { replica } = group;
  await group.handOver(successor);
  const isOver = (): boolean => !replica.view().isManager && replica.view().manager !== undefined;
  const giveUpAtMs = clock.monotonicMs() + HAND_OVER_MS;
  while (!isOver() && clock.monotonicMs() < giveUpAtMs) await clock.sleep(HAND_OVER_POLL_MS);
}
