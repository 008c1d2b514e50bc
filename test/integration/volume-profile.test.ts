/** What real nodes tell of what was asked of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { connectVolume } from '../../src/client/connect.js';
import { ROOT_INO } from '../../src/core/ids.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 21_501;
const WITHIN_MS = 60_000;

let directory: string;
let nodes: Nodes;

const ok = async (...words: string[]): Promise<string> => {
  const { status, out, err } = await nodes.hafs(...words);
  if (status !== 0) throw new Error(err);
  return out;
};

interface ProfileDocument {
  readonly bricks: readonly {
    readonly operations: readonly { readonly operation: string; readonly count: number }[];
    readonly clients: readonly {
      readonly client: string;
      readonly totalMs: number;
      readonly maxMs: number;
      readonly latencyCounts: readonly number[];
    }[];
  }[];
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-profile-'));
  nodes = await startNodes(3, directory, BASE_PORT);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(directory, `brick${node}`)}`);
  await ok('volume', 'create', 'www', 'replica', '3', ...bricks);
  await ok('volume', 'start', 'www');
  const file = join(directory, 'file');
  await writeFile(file, Buffer.alloc(300_000, 1));
  await eventually(async () => {
    await ok('fs', 'put', file, 'www:/file');
  }, WITHIN_MS);
  await ok('fs', 'cat', 'www:/file');
  await ok('fs', 'cat', 'www:/file');
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

test('volume profile: after files were written and read: counts both, with latencies', async () => {
  const { bricks } = JSON.parse(await ok('volume', 'profile', 'www', '--json')) as ProfileDocument;
  const counts = new Map(
    bricks.flatMap(({ operations }) => operations).map(({ operation, count }) => [operation, count]),
  );
  expect(counts.get('write')).toBeGreaterThan(0);
  expect(counts.get('read')).toBeGreaterThan(1);
  const text = await ok('volume', 'profile', 'www', 'info');
  expect(text).toMatch(/^read +\d+ +[\d.]+ +[\d.]+ +≤ [\d.]+ +≤ [\d.]+ +[\d.]+$/m);
});

test('volume profile: a client is connected: its calls, how long each took, and its bytes', async () => {
  const servers = [1, 2, 3].map((node) => nodes.address(node));
  const timeouts = { connectTimeoutMs: WITHIN_MS, operationTimeoutMs: WITHIN_MS };
  const options = { servers, volume: 'www', ...timeouts, clientName: 'web1:/srv', log: silentLogger };
  const volume = await connectVolume(options, { clock: new SystemClock(), random: new SystemRandom() });
  const lookup = { kind: 'lookup', parent: ROOT_INO, name: Buffer.from('file') } as const;
  for (let time = 0; time < 3; time++) await volume.execute(lookup);
  const { bricks } = JSON.parse(await ok('volume', 'profile', 'www', '--json')) as ProfileDocument;
  const [client] = bricks
    .flatMap(({ clients }) => clients)
    .filter(({ client: name }) => name === 'web1:/srv');
  expect(client).toMatchObject({ count: 3, readBytes: 0, writtenBytes: 0 });
  expect(client?.latencyCounts.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(client?.totalMs).toBeGreaterThanOrEqual(client?.maxMs ?? Infinity);
  const text = await ok('volume', 'profile', 'www');
  expect(text).toMatch(/^web1:\/srv +3 +[\d.]+ +[\d.]+ +≤ [\d.]+ +≤ [\d.]+ +[\d.]+ +0 B +0 B$/m);
  await ok('fs', 'ls', '-l', 'www:/');
  const [one] = (
    JSON.parse(await ok('volume', 'profile', 'www', '--client', 'web1:/srv', '--json')) as ProfileDocument
  ).bricks.filter(({ clients }) => clients.length > 0);
  expect(one?.clients).toHaveLength(1);
  expect(one?.operations).toMatchObject([{ operation: 'lookup', count: 3 }]);
  expect(await ok('volume', 'top', 'www', 'lookup', '--client', 'web1:/srv')).toMatch(/^ *3 +1 +\/$/m);
  await volume.close();
});

test('volume profile and top: a client that is not there, more files than are told: refused', async () => {
  const { status, err } = await nodes.hafs('volume', 'profile', 'www', '--client', 'web9');
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining('no client is called web9') as string,
  });
  expect((await nodes.hafs('volume', 'top', 'www', '--count', '101')).status).toBe(2);
});

test('volume top: one file is read: it is the first', async () => {
  const [stat] = JSON.parse(await ok('fs', 'stat', 'www:/file', '--json')) as [{ readonly ino: number }];
  const text = await ok('volume', 'top', 'www', 'read', '--count', '1');
  expect(text).toContain(` ${stat.ino}`);
});

test('volume top: a file in directories and the root: with their paths', async () => {
  await ok('fs', 'mkdir', 'www:/a', 'www:/a/b');
  await ok('fs', 'put', join(directory, 'file'), 'www:/a/b/deep');
  await ok('fs', 'cat', 'www:/a/b/deep');
  expect(await ok('volume', 'top', 'www', 'read')).toMatch(/ \/a\/b\/deep$/m);
  expect(await ok('volume', 'top', 'www', 'lookup')).toMatch(/ \/a\/b$[^]* \/a$|  \/a$[^]* \/a\/b$/m);
  await ok('fs', 'rm', 'www:/a/b/deep');
  expect(await ok('volume', 'top', 'www', 'read')).not.toContain('/a/b/deep');
});

test('volume top: an operation that does not exist: refused with those that do', async () => {
  const { status, err } = await nodes.hafs('volume', 'top', 'www', 'fly');
  expect(status).toBe(1);
  expect(err).toContain('read');
});

test('volume statedump: of all bricks and of one node: one of them is manager, and no secrets of files are told', async () => {
  interface Dump {
    readonly node: string;
    readonly state: { readonly core: { readonly isManager: boolean; readonly term: number } };
  }
  const all = JSON.parse(await ok('volume', 'statedump', 'www')) as Dump[];
  expect(all.filter(({ state }) => state.core.isManager)).toHaveLength(1);
  expect(JSON.stringify(all)).not.toContain('"/file"');
  const one = JSON.parse(await ok('volume', 'statedump', 'www', 'node2')) as Dump[];
  expect(one.map(({ node }) => node)).toEqual(['node2']);
});
