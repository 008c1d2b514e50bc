import type { SimCluster } from './sim-cluster.js';
import { GOOD_NETWORK } from './sim-network.js';
import { NODE_COUNT } from './sim-node.js';

/** One thing that goes wrong, and is put right again after a while. */
type Fault = (cluster: SimCluster, durationMs: number) => Promise<void>;

const crashOne: Fault = async (cluster, durationMs) => {
  const id = cluster.random.below(NODE_COUNT);
  if (!cluster.nodes[id]!.isUp) return;
  cluster.crash(id);
  await cluster.run(durationMs);
  await cluster.nodes[id]!.start();
};

const crashManager: Fault = async (cluster, durationMs) => {
  const id = cluster.nodes.findIndex((node) => node.manager?.group.replica.view().isManager === true);
  if (id < 0) return;
  cluster.crash(id);
  await cluster.run(durationMs);
  await cluster.nodes[id]!.start();
};

const crashAll: Fault = async (cluster, durationMs) => {
  for (const node of cluster.nodes) if (node.isUp) cluster.crash(node.id);
  await cluster.run(durationMs);
  for (const node of cluster.nodes) {
    await node.start();
    await cluster.run(cluster.random.between(0, 500));
  }
};

const crashLoop: Fault = async (cluster, durationMs) => {
  const id = cluster.random.below(NODE_COUNT);
  for (let round = 0; round < 4; round++) {
    if (cluster.nodes[id]!.isUp) cluster.crash(id);
    await cluster.run(durationMs / 8);
    if (!cluster.nodes[id]!.isUp) await cluster.nodes[id]!.start();
    await cluster.run(durationMs / 8);
  }
};

const isolate: Fault = async (cluster, durationMs) => {
  const id = cluster.random.below(NODE_COUNT);
  for (let other = 0; other < NODE_COUNT; other++) {
    if (other === id) continue;
    cluster.network.cut(id, other);
    cluster.network.cut(other, id);
  }
  await cluster.run(durationMs);
  cluster.network.mend();
};

const cutOneWay: Fault = async (cluster, durationMs) => {
  const from = cluster.random.below(NODE_COUNT);
  const to = (from + 1 + cluster.random.below(NODE_COUNT - 1)) % NODE_COUNT;
  cluster.network.cut(from, to);
  await cluster.run(durationMs);
  cluster.network.mend();
};

const badNetwork: Fault = async (cluster, durationMs) => {
  cluster.network.faults = {
    loss: cluster.random.between(0, 0.2),
    duplication: cluster.random.between(0, 0.2),
    delayMsMax: cluster.random.between(1, 60),
    straggle: 0.05,
    straggleMsMax: 1_500,
  };
  await cluster.run(durationMs);
  cluster.network.faults = GOOD_NETWORK;
};

const slowDisk: Fault = async (cluster, durationMs) => {
  const node = cluster.random.pick(cluster.nodes);
  node.diskDelayMsMax = 800;
  await cluster.run(durationMs);
  node.diskDelayMsMax = 3;
};

const FAULTS: readonly Fault[] = [
  crashOne,
  crashManager,
  crashAll,
  crashLoop,
  isolate,
  cutOneWay,
  badNetwork,
  slowDisk,
];

/** Faults drawn by the seed, one after the other with a breath between them. */
export async function rageFor(cluster: SimCluster, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await cluster.random.pick(FAULTS)(cluster, cluster.random.between(200, 6_000));
    await cluster.run(cluster.random.between(0, 2_000));
  }
}
