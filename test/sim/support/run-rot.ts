import { Rot } from './rot.js';
import { SimCluster } from './sim-cluster.js';
import type { SimNode } from './sim-node.js';
import { Workload } from './workload.js';

const FIRST_ELECTION_MS = 3_000;
const RAGE_MS = 15_000;
const CRASHES = 6;
const DOWN_MS_MAX = 1_500;
const FLIP_PAUSE_MS_MAX = 60;
const CLIENTS = 3;
const POLL_MS = 100;

/**
 * What may go wrong at the same time, and is survived (docs/replication.md, "What is thinner than it should be"): while a brick
 * is behind, a manager that is ended and one disk that rots; or all disks, and managers that are ended while all are in sync.
 */
interface Scenario {
  readonly rotting: readonly SimNode[];
  readonly mayCrash: () => boolean;
}

function scenarioOf({ nodes, random }: SimCluster, seed: number): Scenario {
  if (seed % 2 === 0) {
    // A brick that is being healed is no copy: of the two that are left one may have rotted.
    return {
      rotting: [random.pick(nodes)],
      mayCrash: () => nodes.every((node) => node.isUp && node.holdsWholeCopy),
    };
  }
  const isWhole = (node: SimNode): boolean => node.manager?.group.replica.view().inSyncCount === nodes.length;
  return { rotting: nodes, mayCrash: () => nodes.some(isWhole) };
}

/** The manager's process dies, again and again, and comes back. */
function crashManagers(cluster: SimCluster, mayCrash: () => boolean): void {
  const { nodes, scheduler, random } = cluster;
  for (let nth = 0; nth < CRASHES; nth++) {
    scheduler.after(random.between(0, RAGE_MS), () => {
      const manager = nodes.find((node) => node.manager?.group.replica.view().isManager === true);
      if (manager === undefined || !mayCrash()) return;
      cluster.crash(manager.id);
      scheduler.after(random.between(1, DOWN_MS_MAX), () => {
        manager.start().catch((error: unknown) => cluster.broken.push(String(error)));
      });
    });
  }
}

async function scrubbed(cluster: SimCluster): Promise<void> {
  const isUnderWay = (node: SimNode): boolean => node.manager!.group.replica.scrub.state().isUnderWay;
  while (cluster.nodes.some(isUnderWay)) {
    await new Promise<void>((resolve) => cluster.scheduler.after(POLL_MS, resolve));
  }
}

/** Clients at work on disks that rot, and a scrub at the end. @returns how many bits were flipped. @throws with what went wrong. */
export async function runRot(seed: number): Promise<number> {
  const cluster = await SimCluster.start(seed);
  const workload = new Workload(cluster, CLIENTS);
  const { rotting, mayCrash } = scenarioOf(cluster, seed);
  const rot = new Rot(cluster, rotting);
  await cluster.run(FIRST_ELECTION_MS);
  await workload.prepare();
  const clients = workload.start();
  rot.begin(RAGE_MS, FLIP_PAUSE_MS_MAX);
  crashManagers(cluster, mayCrash);
  await cluster.run(RAGE_MS + DOWN_MS_MAX);
  workload.stop();
  await cluster.settle();
  await cluster.complete(clients);
  await workload.check();
  for (const node of cluster.nodes) node.manager!.group.replica.scrub.ask();
  await cluster.complete(scrubbed(cluster));
  await cluster.settle();
  const wrong = [...rot.damaged().map((record) => `still damaged: ${record}`), ...cluster.broken];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  cluster.assertReplicasEqual();
  return rot.flips;
}
