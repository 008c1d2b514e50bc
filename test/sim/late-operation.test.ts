import { expect, test } from 'vitest';
import { InvalidRequestError } from '../../src/core/errors.js';
import { ROOT_INO } from '../../src/core/ids.js';
import type { FileReply, Mutation } from '../../src/core/operation.js';
import { makeFile } from './support/workloads/client-calls.js';
import { SimCluster } from './support/sim-cluster.js';

test('sim: exactly once: an operation given up, that a recall held up, cannot make the next of its slot forgotten', async () => {
  const cluster = await SimCluster.start(12);
  await cluster.settle();
  const manager = cluster.nodes.find((node) => node.manager?.group.replica.view().isReady)!.manager!;
  const open = async (name: string) => (await cluster.complete(manager.openSession(name, undefined))).session;
  const [holder, writer] = [await open('holder'), await open('writer')];
  const mutate = (slot: number, sequence: number, mutation: Mutation) =>
    manager.mutate({ session: writer, slot, sequence }, mutation);
  const { reply: made } = await cluster.complete(mutate(0, 1, makeFile('held')));
  const ino = made.kind === 'entry' ? made.attr.ino : undefined!;
  const recalls: number[] = [];
  manager.leases.connected(holder, { recall: (number: number) => recalls.push(number) }, []);
  expect(manager.leases.grant(holder, [ino], manager.leases.mark())).toBe(true);

  const late = mutate(1, 1, { kind: 'setattr', ino, change: { mode: 0o600 } });
  const refused = expect(late).rejects.toThrow(InvalidRequestError);
  await cluster.run(5);
  const { reply } = await cluster.complete(mutate(1, 2, makeFile('next')));
  manager.leases.answered(holder, recalls[0]!, [ino]);
  await cluster.run(100);
  const again = await cluster.complete(mutate(1, 2, makeFile('next')));

  expect(again.reply).toEqual(reply);
  await refused;
});

test('sim: caches: a mutation says what the directory is after it, as it would be told when asked', async () => {
  const cluster = await SimCluster.start(13);
  await cluster.settle();
  const manager = cluster.nodes.find((node) => node.manager?.group.replica.view().isReady)!.manager!;
  const { session } = await cluster.complete(manager.openSession('writer', undefined));
  const { after } = await cluster.complete(
    manager.mutate({ session, slot: 0, sequence: 1 }, makeFile('new')),
  );
  const asked = await cluster.complete(manager.query(session, { kind: 'getattr', ino: ROOT_INO }));
  expect(after).toEqual([(asked as FileReply & { kind: 'attr' }).attr]);
});
