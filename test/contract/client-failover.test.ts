import { expect, test } from 'vitest';
import { OutcomeUnknownError, QuorumLostError } from '../../src/core/errors.js';
import { clientFixture, durationMs, exists, getRoot } from '../support/client-fixture.js';
import { eventually } from '../support/eventually.js';
import { makeOperation } from '../support/memory-volume.js';

const { pool, node, connect } = clientFixture();

test('failover: the manager dies after applying an exclusive make: the retry gets its first reply', async () => {
  const volume = await connect();
  node(0).diesAfter = 'make';
  const made = volume.execute(makeOperation('once'));
  await eventually(() => expect(pool().applied).toEqual(['make']));
  pool().manager = node(1);
  expect(await made).toMatchObject({ kind: 'entry', created: true });
  expect(pool().applied).toEqual(['make']);
});

test('failover: the manager dies with many operations under way: each is applied once and answered', async () => {
  const volume = await connect();
  const names = Array.from({ length: 300 }, (_, i) => `f${i}`);
  node(0).diesAfter = 'make';
  const made = names.map((name) => volume.execute(makeOperation(name)));
  const looked = names.map(() => volume.execute(getRoot));
  await eventually(() => expect(pool().applied.length).toBeGreaterThan(0));
  pool().manager = node(1);
  const replies = await Promise.all(made);
  await Promise.all(looked);
  expect(replies.every((reply) => reply.kind === 'entry' && reply.created)).toBe(true);
  expect(pool().applied.length).toBe(names.length);
  expect(pool().sessions.size).toBe(1);
});

test('failover: planned, the old manager names the new one: goes on at once, in the same session', async () => {
  const volume = await connect({ servers: [node(0).address] });
  await volume.execute(makeOperation('before'));
  pool().manager = node(2);
  expect(await durationMs(() => volume.execute(makeOperation('after')))).toBeLessThan(500);
  expect(pool().sessions.size).toBe(1);
});

test('failover: planned, with a make under way at the old manager: applied once, first reply', async () => {
  const volume = await connect();
  const letGo = pool().hold('make');
  const made = volume.execute(makeOperation('once'));
  await eventually(() => expect(node(0).requests).toContain('make'));
  pool().manager = node(1);
  await volume.execute(getRoot);
  await eventually(() => expect(node(1).requests).toContain('make'));
  letGo();
  expect(await made).toMatchObject({ created: true });
  expect(pool().applied).toEqual(['make']);
});

test('failover: every node dies with a make under way: nobody can know, and it says so', async () => {
  const volume = await connect({ operationTimeoutMs: 500 });
  pool().hold('make');
  const made = expect(volume.execute(makeOperation('a'))).rejects.toThrow(OutcomeUnknownError);
  await eventually(() => expect(node(0).requests).toContain('make'));
  pool().stop();
  await made;
});

test('failover: the manager dies with a make under way, the next one has no quorum: nobody can know', async () => {
  const volume = await connect({ operationTimeoutMs: 500 });
  pool().hold('make');
  const made = expect(volume.execute(makeOperation('a'))).rejects.toThrow(OutcomeUnknownError);
  await eventually(() => expect(node(0).requests).toContain('make'));
  node(1).hasQuorum = false;
  pool().manager = node(1);
  node(0).die();
  await made;
  expect(node(1).requests).toContain('make');
  node(1).hasQuorum = true;
});

test('failover: the manager applies a make, and is not sure of it: the retry gets its first reply', async () => {
  const volume = await connect();
  node(0).doubtsAfter = 'make';
  expect(await volume.execute(makeOperation('once'))).toMatchObject({ created: true });
  expect(pool().applied).toEqual(['make']);
});

test('failover: the manager freezes: another one is found after its silence', async () => {
  const volume = await connect();
  node(0).isFrozen = true;
  pool().manager = node(1);
  expect(await durationMs(() => volume.execute(makeOperation('a')))).toBeLessThan(3_000);
});

test('failover: an idle client: it has followed the manager before it is asked again', async () => {
  await connect();
  pool().manager = node(1);
  await eventually(() => expect(node(1).requests).toContain('keepAlive'));
});

test('quorum: it is lost for a while: the operation waits, and is applied once', async () => {
  const volume = await connect();
  node(0).hasQuorum = false;
  const made = volume.execute(makeOperation('a'));
  await eventually(() =>
    expect(node(0).requests.filter((kind) => kind === 'make').length).toBeGreaterThan(2),
  );
  node(0).hasQuorum = true;
  expect(await made).toMatchObject({ created: true });
  expect(pool().applied).toEqual(['make']);
});

test('quorum: lost for longer than the operation has: nothing was applied, and it says so', async () => {
  const volume = await connect({ operationTimeoutMs: 300 });
  node(0).hasQuorum = false;
  await expect(volume.execute(makeOperation('a'))).rejects.toThrow(QuorumLostError);
  const askedCount = node(0).requests.filter((kind) => kind === 'make').length;
  expect(askedCount).toBeLessThan(12); // Pauses between the tries: no busy loop.
  node(0).hasQuorum = true;
  expect(await exists(volume, 'a')).toBe(false);
});

test('quorum: no node is manager any more: nothing was applied, and it says so', async () => {
  const volume = await connect({ operationTimeoutMs: 300 });
  pool().manager = undefined;
  await expect(volume.execute(makeOperation('a'))).rejects.toThrow(QuorumLostError);
});

test('timeout: a make is given up while it waits in the manager: never applied once its slot is free', async () => {
  const volume = await connect({ operationTimeoutMs: 300 });
  const letGo = pool().hold('make');
  await expect(volume.execute(makeOperation('late'))).rejects.toThrow(OutcomeUnknownError);
  await eventually(() => expect(pool().applied).toEqual(['release']));
  letGo();
  await volume.execute(makeOperation('next'));
  expect(await exists(volume, 'late')).toBe(false);
  expect(pool().applied).toEqual(['release', 'make']);
});

test('timeout: a make is given up, and the manager dies: its slot is made safe with the next one', async () => {
  const volume = await connect({ operationTimeoutMs: 300 });
  pool().hold('make');
  await expect(volume.execute(makeOperation('late'))).rejects.toThrow(OutcomeUnknownError);
  node(0).die();
  pool().manager = node(1);
  await eventually(() => expect(pool().applied).toEqual(['release']));
});

test('timeout: a query has no answer: nothing can have been applied', async () => {
  const volume = await connect({ operationTimeoutMs: 300 });
  const letGo = pool().hold('getattr');
  await expect(volume.execute(getRoot)).rejects.toThrow(QuorumLostError);
  letGo(); // The answer that comes now is nobody's.
  expect(await volume.execute(getRoot)).toMatchObject({ kind: 'attr' });
});
