import { putNode } from '../../src/volume/catalogue.js';
import type { StorageNode } from '../storage-node.js';

/**
 * On the pool's manager: notes that a node is drained for as long as its process is `run`, or, without one, that
 * it is not. Repeating it changes nothing.
 */
export async function markDrained(node: StorageNode, id: string, run: string | undefined): Promise<void> {
  await node.pool.change(({ nodes }) => {
    const known = nodes.find((one) => one.id === id);
    if (known === undefined || known.drainedRun === run) return Promise.resolve({ edits: [], result: null });
    const { name, address } = known;
    const drained = run === undefined ? {} : { drainedRun: run };
    return Promise.resolve({ edits: [putNode({ id, name, address, ...drained })], result: null });
  });
}
