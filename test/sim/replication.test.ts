import { expect, test } from 'vitest';
import { rageFor, replaceOneByBlank } from './support/faults.js';
import { freshSeeds } from './support/seeds.js';
import { SimCluster } from './support/sim-cluster.js';
import { Workload } from './support/workload.js';

const CLIENTS = 3;
const FAULT_COUNT = 10;
const RAGE_MS = 15_000;

async function runSeed(seed: number): Promise<Workload> {
  const cluster = await SimCluster.start(seed);
  const workload = new Workload(cluster, CLIENTS);
  await cluster.run(3_000);
  await workload.prepare();
  const clients = workload.start();
  await rageFor(cluster, FAULT_COUNT, RAGE_MS);
  if (cluster.random.chance(0.3)) await replaceOneByBlank(cluster);
  workload.stop();
  await cluster.settle();
  await cluster.complete(clients);
  await workload.check();
  await cluster.settle();
  cluster.assertReplicasEqual();
  return workload;
}

test.each(freshSeeds())('sim: faults of all kinds: nothing acknowledged is lost (seed %i)', async (seed) => {
  const workload = await runSeed(seed);
  expect(workload.operations).toBeGreaterThan(100);
});
