import { SeededRandom } from './scheduler.js';
import type { SimCluster } from './sim-cluster.js';
import { clientAddress, GOOD_NETWORK } from './sim-network.js';
import { NODE_COUNT, type SimNode } from './sim-node.js';

/** Begins something bad; what it returns puts it right again. Several go on at once. */
type Fault = (cluster: SimCluster, random: SeededRandom) => () => void | Promise<void>;

const nothing = (): void => undefined;

const managerOf = (cluster: SimCluster): number =>
  cluster.nodes.findIndex((node) => node.manager?.group.replica.view().isManager === true);

const anyNode = (cluster: SimCluster, random: SeededRandom): SimNode => random.pick(cluster.nodes);

async function startAgain(cluster: SimCluster, id: number): Promise<void> {
  if (!cluster.nodes[id]!.isUp && !cluster.isGone(id)) await cluster.nodes[id]!.start();
}

function crash(cluster: SimCluster, id: number): () => Promise<void> {
  if (cluster.nodes[id]?.isUp === true) cluster.crash(id);
  return () => startAgain(cluster, id);
}

const crashOne: Fault = (cluster, random) => crash(cluster, anyNode(cluster, random).id);

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

/** Always the same node: what only two of three hold is lost with two. */
const losePower: Fault = (cluster) => {
  cluster.losePower(cluster.powerVictim);
  return () => startAgain(cluster, cluster.powerVictim);
};

const areOthersWhole = (cluster: SimCluster, id: number): boolean =>
  cluster.nodes.every((node) => node.id === id || node.holdsWholeCopy);

const losePowerEverywhere: Fault = (cluster) => {
  for (const node of cluster.nodes) cluster.losePower(node.id);
  return async () => {
    for (const node of cluster.nodes) await startAgain(cluster, node.id);
  };
};

/**
 * The disk is lost with all that was on it, and an empty one put in its place; not while another brick is being
 * healed, which is no copy then (docs/replication.md, "What is thinner than it should be").
 */
const loseDisk: Fault = (cluster) => {
  const id = cluster.powerVictim;
  cluster.crash(id);
  return async () => {
    cluster.crash(id);
    if (areOthersWhole(cluster, id)) await cluster.nodes[id]!.replaceByBlank();
    await startAgain(cluster, id);
  };
};

/** Cut off from the other nodes, and from one client: the others still reach it. */
function isolate(cluster: SimCluster, id: number): () => void {
  const nodes = cluster.nodes.map((node) => node.id).filter((other) => other !== id);
  const cuts = [...nodes, clientAddress(0)];
  for (const other of cuts) cluster.network.cutBoth(id, other);
  return () => {
    for (const other of cuts) cluster.network.mendBoth(id, other);
  };
}

const isolateOne: Fault = (cluster, random) => isolate(cluster, anyNode(cluster, random).id);

/** The manager goes on alone for a while: what it orders meanwhile must be undone. */
const isolateManager: Fault = (cluster) => {
  const id = managerOf(cluster);
  return id < 0 ? nothing : isolate(cluster, id);
};

function anyLink(random: SeededRandom): { from: number; to: number } {
  const from = random.below(NODE_COUNT);
  return { from, to: (from + 1 + random.below(NODE_COUNT - 1)) % NODE_COUNT };
}

const cutOneWay: Fault = (cluster, random) => {
  const { from, to } = anyLink(random);
  cluster.network.cut(from, to);
  return () => cluster.network.mendOne(from, to);
};

const clogLink: Fault = (cluster, random) => {
  const { from, to } = anyLink(random);
  cluster.network.clog(from, to);
  return () => cluster.network.unclog(from, to);
};

const badNetwork: Fault = (cluster, random) => {
  cluster.network.faults = {
    loss: random.between(0, 0.2),
    duplication: random.between(0, 0.2),
    delayMsMax: random.between(1, 60),
    straggle: 0.05,
    straggleMsMax: 1_500,
  };
  return () => {
    cluster.network.faults = GOOD_NETWORK;
  };
};

/** Longer than every lease: it wakes up and believes for a moment that nothing has happened. */
function freeze(node: SimNode): () => void {
  node.freeze();
  return () => node.thaw();
}

const freezeOne: Fault = (cluster, random) => freeze(anyNode(cluster, random));

const freezeManager: Fault = (cluster) => {
  const id = managerOf(cluster);
  return id < 0 ? nothing : freeze(cluster.nodes[id]!);
};

const slowDisk: Fault = (cluster, random) => {
  const node = anyNode(cluster, random);
  node.slowDisk(800);
  return () => node.mendDisk();
};

const fullDisk: Fault = (cluster, random) => {
  const node = anyNode(cluster, random);
  node.fillDisk();
  return () => node.mendDisk();
};

const brokenDisk: Fault = (cluster, random) => {
  const node = anyNode(cluster, random);
  node.breakDisk();
  return async () => {
    node.mendDisk();
    await startAgain(cluster, node.id);
  };
};

const FAULTS = {
  crashOne,
  crashManager,
  crashAll,
  losePower,
  losePowerEverywhere,
  loseDisk,
  isolateOne,
  isolateManager,
  cutOneWay,
  clogLink,
  badNetwork,
  freezeOne,
  freezeManager,
  slowDisk,
  fullDisk,
  brokenDisk,
} as const satisfies Record<string, Fault>;

type FaultName = keyof typeof FAULTS;
const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];
/** Only with every change synced may a power cut of all bricks lose nothing. */
const SURVIVABLE_FAULT_NAMES = FAULT_NAMES.filter((name) => name !== 'losePowerEverywhere');

const FAULT_MS_MIN = 100;
const FAULT_MS_MAX = 6_000;

/** One fault of a schedule. */
export interface PlannedFault {
  readonly fault: FaultName;
  readonly beginsAtMs: number;
  readonly lastsMs: number;
  /** Decides which node or link it strikes. */
  readonly draw: number;
}

/** The draw by which a fault strikes `node`. */
export function drawFor(node: number): number {
  let draw = 0;
  while (new SeededRandom(draw).below(NODE_COUNT) !== node) draw++;
  return draw;
}

/** Faults that begin at any time and overlap as they may. */
export function planFaults(
  random: SeededRandom,
  count: number,
  durationMs: number,
  isEverythingSynced: boolean,
): PlannedFault[] {
  const names = isEverythingSynced ? FAULT_NAMES : SURVIVABLE_FAULT_NAMES;
  const plan = Array.from({ length: count }, () => ({
    fault: random.pick(names),
    beginsAtMs: Math.round(random.between(0, durationMs)),
    lastsMs: Math.round(random.between(FAULT_MS_MIN, FAULT_MS_MAX)),
    draw: random.below(2 ** 31),
  }));
  return plan.sort((a, b) => a.beginsAtMs - b.beginsAtMs);
}

/** Lets the planned faults happen, and waits until the last one is over. */
export async function rage(
  cluster: SimCluster,
  plan: readonly PlannedFault[],
  durationMs: number,
): Promise<void> {
  for (const planned of plan) cluster.scheduler.after(planned.beginsAtMs, () => strike(cluster, planned));
  await cluster.run(durationMs + FAULT_MS_MAX);
}

function strike(cluster: SimCluster, { fault, lastsMs, draw }: PlannedFault): void {
  const mend = FAULTS[fault](cluster, new SeededRandom(draw));
  cluster.scheduler.after(lastsMs, () => {
    Promise.resolve(mend()).catch((error: unknown) => cluster.broken.push(String(error)));
  });
}
