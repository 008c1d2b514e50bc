import { RefusedError, UnreachableError } from '../src/core/errors.js';
import type { Method } from '../src/rpc/services.js';
import type { Clock } from '../src/runtime/clock.js';
import type { StorageNode } from './storage-node.js';

/** How long a command waits for the pool to have a manager. */
const MANAGER_WAIT_MS = 5_000;
const MANAGER_POLL_MS = 50;
const FORWARD_TIMEOUT_MS = 25_000;

/**
 * Any node answers any command: those that change the pool are carried out by its manager.
 * @throws {RefusedError} when the pool has no manager. Nothing was changed.
 */
export async function onPoolManager<ReqIn, ResOut>(
  node: StorageNode,
  clock: Clock,
  method: Method<ReqIn, unknown, never, ResOut>,
  request: ReqIn,
  carryOut: () => Promise<ResOut>,
): Promise<ResOut> {
  const giveUpAtMs = clock.monotonicMs() + MANAGER_WAIT_MS;
  for (;;) {
    const { isManager, isReady, manager } = node.pool.group.replica.view();
    if (isManager && isReady) return carryOut();
    // One that is known to be gone is not manager for much longer: nothing need be sent to it.
    const isThere = manager !== undefined && !isManager && node.links.isConnected(manager);
    const address = isThere ? node.pool.nodeById(manager)?.address : undefined;
    if (address !== undefined) return node.calls.call(address, method, request, FORWARD_TIMEOUT_MS);
    if (clock.monotonicMs() > giveUpAtMs) throw noQuorum(node);
    await clock.sleep(MANAGER_POLL_MS);
  }
}

function noQuorum(node: StorageNode): RefusedError {
  const missing = node.catalogue.nodes
    .filter(({ id }) => !node.links.isConnected(id))
    .map(({ name }) => name);
  const who = missing.length === 0 ? '' : ` (not reachable: ${missing.join(', ')})`;
  return new RefusedError(
    `the pool has no majority of its nodes${who}; start the missing nodes and try again`,
  );
}

/** A call's failure as the answer to another: the far node's words, not this one's. */
export function asRefusal(what: string, error: unknown): Error {
  if (error instanceof UnreachableError)
    return new RefusedError(`${what}: ${error.message}`, { cause: error });
  return error instanceof Error ? error : new RefusedError(what, { cause: error });
}
