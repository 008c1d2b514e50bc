import { expect, test } from 'vitest';
import {
  QuorumLostError,
  RefusedError,
  SessionExpiredError,
  UnreachableError,
} from '../../src/core/errors.js';
import { ino, type Ino } from '../../src/core/ids.js';
import { MIB } from '../../src/core/limits.js';
import { clientFixture, durationMs, getRoot, lookup } from '../support/client-fixture.js';
import { eventually } from '../support/eventually.js';
import { VOLUME } from '../support/file-pool.js';
import { entryAttr, makeOperation } from '../support/memory-volume.js';

const { pool, node, connect } = clientFixture();

test('client: a healthy volume: operations of every size are answered', async () => {
  const volume = await connect();
  const { ino: file } = entryAttr(await volume.execute(makeOperation('a')));
  const data = new Uint8Array(MIB).fill(7);
  await volume.execute({ kind: 'write', ino: file, offsetBytes: 0, append: false, sync: false, data });
  const reply = await volume.execute({ kind: 'read', ino: file, offsetBytes: 0, lengthBytes: MIB });
  expect(reply.kind === 'data' && Buffer.compare(reply.data, data)).toBe(0);
});

test('client: the file system refuses: the caller hears its errno at once', async () => {
  const volume = await connect();
  await expect(volume.execute(lookup('nothing'))).rejects.toMatchObject({ errno: 'ENOENT' });
});

test('client: 2,000 operations at once: all are answered, none is applied twice', async () => {
  const volume = await connect();
  const makes = Array.from({ length: 1_000 }, (_, i) => volume.execute(makeOperation(`f${i}`)));
  const queries = Array.from({ length: 1_000 }, () => volume.execute(getRoot));
  await Promise.all([...makes, ...queries]);
  expect(pool().applied.length).toBe(1_000);
});

test('client: more write data than may be under way: all of it arrives', async () => {
  const volume = await connect();
  const { ino: file } = entryAttr(await volume.execute(makeOperation('big')));
  const data = new Uint8Array(MIB).fill(1);
  const writes = Array.from({ length: 40 }, (_, i) =>
    volume.execute({ kind: 'write', ino: file, offsetBytes: i * MIB, append: false, sync: false, data }),
  );
  await Promise.all(writes);
  expect(await volume.execute({ kind: 'getattr', ino: file })).toMatchObject({
    attr: { sizeBytes: 40 * MIB },
  });
});

test('connect: one server of the list is dead, one is silent: the third one is enough', async () => {
  node(1).die();
  node(2).isFrozen = true;
  const servers = [node(1), node(2), node(0)].map(({ address }) => address);
  expect(await durationMs(() => connect({ servers }))).toBeLessThan(1_000);
});

test('connect: only a server that is not the manager is named: the manager is found through it', async () => {
  const volume = await connect({ servers: [node(2).address] });
  expect(await volume.execute(getRoot)).toMatchObject({ kind: 'attr' });
});

test('connect: no server answers: unreachable, within the time', async () => {
  pool().stop();
  await expect(connect({ connectTimeoutMs: 300 })).rejects.toThrow(UnreachableError);
});

test('connect: all servers are silent: unreachable, within the time', async () => {
  for (const each of pool().nodes) each.isFrozen = true;
  await expect(connect({ connectTimeoutMs: 300 })).rejects.toThrow(UnreachableError);
});

test('connect: there is no such volume: refused at once', async () => {
  await expect(connect({ volume: 'other' })).rejects.toThrow(RefusedError);
});

test('connect: the volume is not started: refused at once', async () => {
  pool().isStarted = false;
  await expect(connect()).rejects.toThrow(`volume ${VOLUME} is not started`);
});

test('connect: no manager is elected: says so, within the time', async () => {
  pool().manager = undefined;
  await expect(connect({ connectTimeoutMs: 300 })).rejects.toThrow(QuorumLostError);
});

test('session: it expires: every operation hears it, now and later', async () => {
  const volume = await connect();
  const letGo = pool().hold('getattr');
  const waiting = volume.execute(getRoot);
  pool().sessions.clear();
  await expect(volume.execute(makeOperation('a'))).rejects.toThrow(SessionExpiredError);
  await expect(waiting).rejects.toThrow(SessionExpiredError);
  await expect(volume.execute(getRoot)).rejects.toThrow(SessionExpiredError);
  letGo();
});

test('session: it expires while the client is away: it hears so when it comes back', async () => {
  const volume = await connect();
  pool().sessions.clear();
  node(0).die();
  pool().manager = node(1);
  await expect(volume.execute(getRoot)).rejects.toThrow(SessionExpiredError);
});

test('orphans: named by two keepalives in a row: the listener hears of them', async () => {
  const volume = await connect();
  const heard: Ino[] = [];
  volume.onOrphans((inos) => heard.push(...inos));
  pool().orphans = [ino(7)];
  await eventually(() => expect(heard).toContain(7));
  expect(node(0).requests.filter((kind) => kind === 'keepAlive').length).toBeGreaterThan(1);
});

test('close: operations are under way: they finish, and the session ends with the manager', async () => {
  const volume = await connect();
  const made = volume.execute(makeOperation('a'));
  await volume.close();
  expect(await made).toMatchObject({ created: true });
  expect(pool().sessions.size).toBe(0);
  await expect(volume.execute(getRoot)).rejects.toThrow(RefusedError);
});

test('close: the manager is frozen: ends within a bounded time, and leaves no connection', async () => {
  const volume = await connect();
  node(0).isFrozen = true;
  await volume.close();
  await eventually(() => expect(node(0).streams.size).toBe(0));
});
