import type { SimCluster } from './sim-cluster.js';
import { GOOD_NETWORK } from './sim-network.js';
import { NODE_COUNT } from './sim-node.js';

/** Begins something bad; what it returns puts it right again. Several go on at once. */
type Fault = (cluster: SimCluster) => () => void | Promise<void>;

const nothing = (): void => undefined;

const managerOf = (cluster: SimCluster): number =>
  cluster.nodes.findIndex((node) => node.manager?.group.replica.view().isManager === true);

function crash(cluster: SimCluster, id: number): () => Promise<void> {
  if (cluster.nodes[id]?.isUp !== true) return () => Promise.resolve();
  cluster.crash(id);
  return () => startAgain(cluster, id);
}

async function startAgain(cluster: SimCluster, id: number): Promise<void> {
  if (!cluster.nodes[id]!.isUp) await cluster.nodes[id]!.start();
}

const crashOne: Fault = (cluster) => crash(cluster, cluster.random.below(NODE_COUNT));

const crashManager: Fault = (cluster) => {
  const id = managerOf(cluster);
  return id < 0 ? nothing : crash(cluster, id);
};

const crashAll: Fault = (cluster) => {
  for (const node of cluster.nodes) crash(cluster, node.id);
  return async () => {
    for (const node of cluster.nodes) await startAgain(cluster, node.id);
  };
};

function isolate(cluster: SimCluster, id: number): () => void {
  const cuts = Array.from({ length: NODE_COUNT }, (_, other) => other).filter((other) => other !== id);
  for (const other of cuts) cluster.network.cutBoth(id, other);
  return () => {
    for (const other of cuts) cluster.network.mendBoth(id, other);
  };
}

const isolateOne: Fault = (cluster) => isolate(cluster, cluster.random.below(NODE_COUNT));

/** The manager goes on alone for a while: what it orders meanwhile must be undone. */
const isolateManager: Fault = (cluster) => {
  const id = managerOf(cluster);
  return id < 0 ? nothing : isolate(cluster, id);
};

const cutOneWay: Fault = (cluster) => {
  const from = cluster.random.below(NODE_COUNT);
  const to = (from + 1 + cluster.random.below(NODE_COUNT - 1)) % NODE_COUNT;
  cluster.network.cut(from, to);
  return () => cluster.network.mendOne(from, to);
};

const badNetwork: Fault = (cluster) => {
  cluster.network.faults = {
    loss: cluster.random.between(0, 0.2),
    duplication: cluster.random.between(0, 0.2),
    delayMsMax: cluster.random.between(1, 60),
    straggle: 0.05,
    straggleMsMax: 1_500,
  };
  return () => {
    cluster.network.faults = GOOD_NETWORK;
  };
};

const slowDisk: Fault = (cluster) => {
  const node = cluster.random.pick(cluster.nodes);
  node.diskDelayMsMax = 800;
  return () => {
    node.diskDelayMsMax = 3;
  };
};

const FAULTS: readonly Fault[] = [
  crashOne,
  crashManager,
  crashManager,
  crashAll,
  isolateOne,
  isolateManager,
  isolateManager,
  cutOneWay,
  badNetwork,
  slowDisk,
];

const FAULT_MS_MIN = 100;
const FAULT_MS_MAX = 6_000;

/** Faults drawn by the seed, beginning at any time and overlapping as they may. */
export async function rageFor(cluster: SimCluster, faultCount: number, durationMs: number): Promise<void> {
  for (let count = 0; count < faultCount; count++) {
    const beginsInMs = cluster.random.between(0, durationMs);
    cluster.scheduler.after(beginsInMs, () => {
      const mend = cluster.random.pick(FAULTS)(cluster);
      cluster.scheduler.after(cluster.random.between(FAULT_MS_MIN, FAULT_MS_MAX), () => {
        Promise.resolve(mend()).catch((error: unknown) => cluster.broken.push(String(error)));
      });
    });
  }
  await cluster.run(durationMs + FAULT_MS_MAX);
}

/** One brick loses its disk while all are in order, and comes back empty. */
export async function replaceOneByBlank(cluster: SimCluster): Promise<void> {
  await cluster.settle();
  const id = cluster.random.below(NODE_COUNT);
  cluster.crash(id);
  await cluster.run(cluster.random.between(0, 1_000));
  await cluster.nodes[id]!.replaceByBlank();
  await cluster.nodes[id]!.start();
  await cluster.run(cluster.random.between(0, 500));
}
