import type { hafs } from '../../src/rpc/wire.js';
import { wallMs, type Clock } from '../../src/runtime/clock.js';
import { LATENCY_BOUNDS_MS } from '../metrics/latency-counts.js';
import type { StorageNode } from '../storage-node.js';
import { volumeHealth } from '../volume-health-report.js';

/** Everything that the status page shows of this moment. */
export async function statusDocument(node: StorageNode, clock: Clock) {
  const { nodes, volumes } = node.catalogue;
  const manager = node.pool.group.replica.view().manager;
  const healths = await Promise.all(volumes.map((volume) => volumeHealth(node, volume)));
  return {
    node: node.self.name,
    atMs: wallMs(clock),
    latencyBoundsMs: LATENCY_BOUNDS_MS,
    pool: {
      insecure: node.isInsecure,
      quorum: node.hasPoolManager,
      manager: manager === undefined ? null : node.nameOf(manager),
      nodes: nodes.map(({ id, name, address }) => ({
        name,
        address,
        connected: node.links.isConnected(id),
      })),
    },
    volumes: healths.map(volumeDocument),
  };
}

const volumeDocument = (health: hafs.v1.IVolumeHealth) => ({
  volume: health.volume ?? '',
  status: health.status ?? '',
  quorum: health.quorum ?? false,
  term: health.term ?? 0,
  manager: health.manager ? health.manager : null,
  index: health.index ?? 0,
  activity: health.activity ?? null,
  clientCount: health.clientCount ?? 0,
  clients: health.clients ?? [],
  bricks: (health.bricks ?? []).map(brickDocument),
});

const brickDocument = (brick: hafs.v1.IBrickHealth) => ({
  brick: brick.brick ?? '',
  node: brick.node ?? '',
  state: brick.state ?? '',
  problem: brick.problem ? brick.problem : null,
  replaces: brick.replaces ? brick.replaces : null,
  index: brick.index ?? 0,
  pending: { entries: brick.pendingEntries ?? 0, bytes: brick.pendingBytes ?? 0 },
  healed: { entries: brick.healedEntries ?? 0, bytes: brick.healedBytes ?? 0 },
  bytesPerSecond: brick.bytesPerSecond ?? 0,
  etaSeconds: brick.etaSeconds ?? null,
  totalBytes: brick.totalBytes ?? 0,
  availableBytes: brick.availableBytes ?? 0,
  scrub: brick.scrub ?? null,
});
