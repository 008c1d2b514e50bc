import { wallMs, type Clock } from '../../src/runtime/clock.js';
import type { Say } from '../../src/runtime/metrics.js';
import type { StorageNode } from '../storage-node.js';
import { NODE_METRICS } from './metric-names.js';

const MS_PER_SECOND = 1_000;

/** Says what is so of the node as such. */
export function lookAtNode(node: StorageNode, clock: Clock, version: string, say: Say): void {
  say(NODE_METRICS.info, 1, { node: node.self.name, version });
  say(NODE_METRICS.time, wallMs(clock) / MS_PER_SECOND);
  say(NODE_METRICS.poolQuorum, node.hasPoolManager ? 1 : 0);
  if (!node.isInPool) return;
  for (const { id, name } of node.catalogue.nodes) {
    if (id !== node.self.id) say(NODE_METRICS.connected, node.links.isConnected(id) ? 1 : 0, { peer: name });
  }
}
