import { expect, test } from 'vitest';
import { healAllFully } from '../../src/volume/full-heal.js';
import { SimClock } from './support/sim-clock.js';
import { SimCluster } from './support/sim-cluster.js';
import { Workload } from './support/workload.js';

test('sim: a full heal of all bricks: one is compared at a time, and writing goes on', async () => {
  const cluster = await SimCluster.start(7);
  const workload = new Workload(cluster, 2);
  await cluster.run(3_000);
  await workload.prepare();
  const clients = workload.start();
  await cluster.run(1_000);
  const { group } = cluster.nodes.find(
    (node) => node.manager?.group.replica.view().isReady === true,
  )!.manager!;
  const healed = healAllFully(group, new SimClock(cluster.scheduler));
  const compared = new Set<string>();
  let atOnce = 0;
  for (let step = 0; step < 3_000; step++) {
    await cluster.run(1);
    const healing = [...group.replica.view().peers].filter(([, peer]) => peer.feed.kind === 'healing');
    for (const [brick] of healing) compared.add(brick);
    atOnce = Math.max(atOnce, healing.length);
  }
  await cluster.complete(healed);
  expect({ atOnce, compared: compared.size }).toEqual({ atOnce: 1, compared: 2 });
  workload.stop();
  await cluster.complete(clients);
  await cluster.settle();
  await workload.check();
  await cluster.settle();
  cluster.assertReplicasEqual();
});
