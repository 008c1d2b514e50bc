import { expect, test } from 'vitest';
import { ROOT_INO } from '../../src/core/ids.js';
import { SimCluster } from './support/sim-cluster.js';

test('sim: heal: a session that is only kept alive: is taken for no client at work, and one that asks for something is', async () => {
  const cluster = await SimCluster.start(11);
  await cluster.settle();
  const manager = cluster.nodes.find((node) => node.manager?.group.replica.view().isReady)!.manager!;
  const { session } = await cluster.complete(manager.openSession('idle', undefined));
  await cluster.complete(manager.keepAlive(session));
  expect(manager.group.replica.lastUsedAtMs).toBe(-Infinity);
  await cluster.complete(manager.query(session, { kind: 'getattr', ino: ROOT_INO }));
  expect(manager.group.replica.lastUsedAtMs).toBeGreaterThan(0);
});
