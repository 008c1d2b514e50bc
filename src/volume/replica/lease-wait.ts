import { NotManagerError, QuorumLostError } from '../../core/errors.js';
import type { CoreView } from '../../replication/core-events.js';
import type { Clock } from '../../runtime/clock.js';

/** How long a read waits for the manager's lease to be renewed before it is refused. */
const LEASE_WAIT_MS = 3_000;
const LEASE_POLL_MS = 5;

/** Resolves once no other brick can be manager, from before this call on until after it. @throws {NotManagerError} | {QuorumLostError} */
export async function leaseConfirmed(look: () => CoreView, clock: Clock): Promise<void> {
  const giveUpAtMs = clock.monotonicMs() + LEASE_WAIT_MS;
  for (;;) {
    const view = look();
    const nowMs = clock.monotonicMs();
    if (!view.isManager) throw new NotManagerError(view.manager);
    if (view.isReady && nowMs < view.leaseEndsAtMs) return;
    if (nowMs >= giveUpAtMs) throw new QuorumLostError('fewer than a majority of the bricks answer');
    await clock.sleep(LEASE_POLL_MS);
  }
}
