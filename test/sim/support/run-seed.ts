import { assertJournalsBounded, watchUncommitted } from './bounds-watch.js';
import { planFaults, rage, type PlannedFault } from './faults.js';
import { SeededRandom } from './scheduler.js';
import { SimCluster } from './sim-cluster.js';
import { Workload } from './workload.js';

const CLIENTS = 3;
const FAULT_COUNT = 12;
const RAGE_MS = 15_000;
/** One seed of so many runs with every change synced, and with power cuts of all bricks. */
const SYNCED_SEEDS = 4;
const FIRST_ELECTION_MS = 3_000;
/** Runs that the search for the shortest schedule may take. */
const SHRINK_RUNS_MAX = 60;

/** @throws with the shortest schedule found that still goes wrong, and how to see it again. @returns operations done. */
export async function runSeed(seed: number): Promise<number> {
  const plan = planOf(seed);
  const failure = await failureOf(seed, plan);
  if (typeof failure === 'number') return failure;
  const shortest = await shrink(seed, plan, failure);
  const schedule = shortest.plan.map((planned) => JSON.stringify(planned)).join('\n  ');
  throw new Error(
    `HAFS_SEED=${seed} npm run test:sim shows it again. Shortest schedule:\n  ${schedule}\n${shortest.failure.stack}`,
  );
}

export const planOf = (seed: number): PlannedFault[] =>
  planFaults(new SeededRandom(seed), FAULT_COUNT, RAGE_MS, isEverythingSynced(seed));

/** Whether this seed's volume has the durability `synced`. */
export const isEverythingSynced = (seed: number): boolean => seed % SYNCED_SEEDS === 0;

/** Runs one schedule. @returns what went wrong, or the number of operations. */
export async function failureOf(seed: number, plan: readonly PlannedFault[]): Promise<Error | number> {
  try {
    return await runPlan(seed, plan);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function runPlan(seed: number, plan: readonly PlannedFault[]): Promise<number> {
  const cluster = await SimCluster.start(seed, isEverythingSynced(seed));
  const workload = new Workload(cluster, CLIENTS);
  await cluster.run(FIRST_ELECTION_MS);
  await workload.prepare();
  watchUncommitted(cluster, CLIENTS);
  const clients = workload.start();
  await rage(cluster, plan, RAGE_MS);
  workload.stop();
  await cluster.settle();
  await cluster.complete(clients);
  await workload.check();
  await workload.changeALittle();
  await cluster.settle();
  cluster.assertReplicasEqual();
  assertJournalsBounded(cluster);
  return workload.operations;
}

/** Leaves out one fault after the other, as long as something still goes wrong. */
async function shrink(
  seed: number,
  plan: readonly PlannedFault[],
  failure: Error,
): Promise<{ plan: readonly PlannedFault[]; failure: Error }> {
  let shortest = { plan, failure };
  let runs = 0;
  for (let place = 0; place < shortest.plan.length && runs < SHRINK_RUNS_MAX;) {
    const shorter = shortest.plan.filter((_, at) => at !== place);
    const again = await failureOf(seed, shorter);
    runs++;
    if (again instanceof Error) shortest = { plan: shorter, failure: again };
    else place++;
  }
  return shortest;
}
