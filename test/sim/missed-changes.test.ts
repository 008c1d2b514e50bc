/** What is told of a brick that went away with its volume manager: what it has missed since, and not all there ever was. */
import { expect, test } from 'vitest';
import { KEY_KIND } from '../../src/core/key-kind.js';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { brickHealths, type BrickHealth } from '../../src/volume/volume-health.js';
import { BrickStore } from '../../src/volume/replica/brick-store.js';
import { SimCluster } from './support/sim-cluster.js';
import { brickOf } from './support/sim-node.js';

const BEFORE = 400;
const MEANWHILE = 25;
/** The first entries of managers, and what was under way in the last moment. */
const SLACK = 5;

const keyOf = (nth: number): Uint8Array => Buffer.from([KEY_KIND.inode, nth >> 8, nth & 0xff]);

const managing = (cluster: SimCluster): number =>
  cluster.nodes.findIndex((node) => node.manager?.group.replica.view().isReady === true);

async function write(cluster: SimCluster, from: number, count: number): Promise<void> {
  const { group } = cluster.nodes[managing(cluster)]!.manager!;
  for (let nth = from; nth < from + count; nth++) {
    await cluster.complete(group.propose({ edits: [{ key: keyOf(nth), value: Buffer.from('x') }] }));
  }
}

/** As the manager of now tells it. */
async function healthOf(cluster: SimCluster, node: number): Promise<BrickHealth | undefined> {
  const { manager, disk } = cluster.nodes[managing(cluster)]!;
  const store = await BrickStore.look(new MemoryKvStore(disk));
  const healths = await brickHealths(manager!.group, store, cluster.scheduler.nowMs, () => false);
  return healths.find(({ brick }) => brick === brickOf(node));
}

test('sim: heal status: the volume manager dies: what its brick has missed is what was changed since', async () => {
  const cluster = await SimCluster.start(5);
  await cluster.settle();
  await write(cluster, 0, BEFORE);
  await cluster.run(200); // Two heartbeats, which tell who has it.
  const dead = managing(cluster);
  cluster.crash(dead);
  while (managing(cluster) < 0) await cluster.run(10);
  const before = await healthOf(cluster, dead);
  expect(before).toMatchObject({ state: 'offline' });
  expect(before?.pendingEntries).toBeLessThanOrEqual(SLACK);
  expect(before?.index).toBeGreaterThanOrEqual(BEFORE - SLACK);

  await write(cluster, BEFORE, MEANWHILE);
  const after = await healthOf(cluster, dead);
  expect(after?.pendingEntries).toBeGreaterThanOrEqual(MEANWHILE);
  expect(after?.pendingEntries).toBeLessThanOrEqual(MEANWHILE + SLACK);
});
