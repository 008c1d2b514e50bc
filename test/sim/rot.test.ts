import { expect, test } from 'vitest';
import { Rot } from './support/rot.js';
import { SimCluster } from './support/sim-cluster.js';
import { freshSeeds } from './support/seeds.js';
import { Workload } from './support/workload.js';

const FIRST_ELECTION_MS = 3_000;
const RAGE_MS = 15_000;
const CRASHES = 6;
const DOWN_MS_MAX = 1_500;
const FLIP_PAUSE_MS_MAX = 60;
const CLIENTS = 3;

const seeds = freshSeeds().slice(0, 12);

/** The manager's process dies, again and again, and comes back. */
function crashManagers(cluster: SimCluster): void {
  const { scheduler, random } = cluster;
  for (let nth = 0; nth < CRASHES; nth++) {
    scheduler.after(random.between(0, RAGE_MS), () => {
      const manager = cluster.nodes.find((node) => node.manager?.group.replica.view().isManager === true);
      if (manager === undefined || cluster.nodes.some((node) => !node.isUp)) return;
      cluster.crash(manager.id);
      scheduler.after(random.between(1, DOWN_MS_MAX), () => {
        manager.start().catch((error: unknown) => cluster.broken.push(String(error)));
      });
    });
  }
}

test.each(seeds)(
  'sim: bits flip under load: no client sees it, and all is repaired (seed %i)',
  async (seed) => {
    const cluster = await SimCluster.start(seed);
    const workload = new Workload(cluster, CLIENTS);
    const rot = new Rot(cluster);
    await cluster.run(FIRST_ELECTION_MS);
    await workload.prepare();
    const clients = workload.start();
    rot.begin(RAGE_MS, FLIP_PAUSE_MS_MAX);
    crashManagers(cluster);
    await cluster.run(RAGE_MS + DOWN_MS_MAX);
    workload.stop();
    await cluster.settle();
    await cluster.complete(clients);
    await workload.check();
    for (let n = 0; n < 100 && rot.damaged().length > 0; n++) {
      for (const node of cluster.nodes) {
        const { group } = node.manager!;
        for await (const { key, isSound } of group['deps'].store.kv.audit({
          from: Buffer.of(1),
          to: Buffer.of(255),
        }))
          if (!isSound) group.replica.reportDamage(key);
      }
      await cluster.run(1000);
    }
    await cluster.settle();
  expect(rot.flips).toBeGreaterThan(50);
    expect(rot.damaged()).toEqual([]);
    cluster.assertReplicasEqual();
    expect(cluster.broken).toEqual([]);
  },
);
