/** A brick is replaced by an empty one under faults, while clients work. */
import { HafsError } from '../../../src/core/errors.js';
import { approachMembers } from '../../../src/volume/membership.js';
import type { VolumeManager } from '../../../src/volume/volume-manager.js';
import { planFaults, rage, type PlannedFault } from './faults.js';
import { SeededRandom } from './scheduler.js';
import { SimCluster } from './sim-cluster.js';
import { brickOf, NODE_COUNT } from './sim-node.js';
import { Workload } from './workload.js';

const CLIENTS = 3;
const FIRST_ELECTION_MS = 3_000;
const RAGE_MS = 15_000;
const FAULT_COUNT = 8;
/** Struck while the members change, whatever else happens. */
const MANAGER_CRASHES = 4;
const STEP_MS = 200;
const SYNCED_SEEDS = 4;

/** Of these two at once, with a brick that is replaced, there may be no copy left. */
const FATAL: ReadonlySet<string> = new Set(['loseDisk']);
/** With one brick gone for good the two others must keep what they have. */
const FATAL_WITHOUT_SPARE: ReadonlySet<string> = new Set(['loseDisk', 'losePower', 'losePowerEverywhere']);

/** Whichever node is manager takes the next step, as the nodes of a pool do that all know what is wanted. */
function pursueTarget(cluster: SimCluster): void {
  const atIt = new WeakSet<VolumeManager>();
  const step = (manager: VolumeManager, id: number): void => {
    if (!manager.group.replica.view().isReady || atIt.has(manager)) return;
    atIt.add(manager);
    approachMembers(manager.group, brickOf(id), cluster.target.map(brickOf))
      .catch((error: unknown) => {
        if (!(error instanceof HafsError)) cluster.broken.push(String(error));
      })
      .finally(() => atIt.delete(manager))
      .catch(() => undefined);
  };
  const again = (): void => {
    for (const node of cluster.nodes) node.perform((manager) => step(manager, node.id));
    cluster.scheduler.after(STEP_MS, again);
  };
  again();
}

/** Managers die where it matters: soon after the replacement has begun, and as it ends. */
function managerCrashes(random: SeededRandom): PlannedFault[] {
  return Array.from({ length: MANAGER_CRASHES }, () => ({
    fault: 'crashManager',
    beginsAtMs: Math.round(random.between(0, RAGE_MS)),
    lastsMs: Math.round(random.between(50, 2_000)),
    draw: 0,
  }));
}

/** @returns operations done. @throws with what went wrong. */
export async function runReplacement(seed: number): Promise<number> {
  const random = new SeededRandom(seed * 7 + 1);
  const isSynced = seed % SYNCED_SEEDS === 0;
  const cluster = await SimCluster.start(seed, isSynced, 1);
  const workload = new Workload(cluster, CLIENTS);
  await cluster.run(FIRST_ELECTION_MS);
  await workload.prepare();
  const clients = workload.start();
  const leaver = random.below(NODE_COUNT);
  const isDead = random.chance(0.4);
  cluster.scheduler.after(random.between(0, RAGE_MS / 3), () => {
    if (isDead) cluster.loseForGood(leaver);
    cluster.target = [...cluster.target.filter((id) => id !== leaver), NODE_COUNT];
  });
  pursueTarget(cluster);
  const fatal = isDead ? FATAL_WITHOUT_SPARE : FATAL;
  const plan = planFaults(random, FAULT_COUNT, RAGE_MS, isSynced).filter(({ fault }) => !fatal.has(fault));
  await rage(cluster, [...plan, ...managerCrashes(random)], RAGE_MS);
  workload.stop();
  await cluster.settle();
  await cluster.complete(clients);
  await workload.check();
  await cluster.settle();
  cluster.assertReplicasEqual();
  return workload.operations;
}
