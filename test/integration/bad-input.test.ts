import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hafs, startNodes, type Nodes } from '../support/nodes.js';

let nodes: Nodes;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-bad-input-'));
  nodes = await startNodes(3, scratch, 24_441);
});

afterAll(async () => {
  await nodes.stop();
  await rm(scratch, { recursive: true });
});

const brick = (node: number, name: string): string => `${nodes.address(node)}:${join(scratch, name)}`;

/** Refused in one line that says why, and nothing has changed. */
async function expectRefused(words: readonly string[], why: RegExp): Promise<void> {
  const before = await nodes.hafs('volume', 'list', '--json');
  const { status, out, err } = await nodes.hafs(...words);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toMatch(why);
  expect((await nodes.hafs('volume', 'list', '--json')).out).toBe(before.out);
}

const create = (name: string, ...bricks: string[]): string[] => [
  'volume',
  'create',
  name,
  'replica',
  '3',
  ...bricks,
];

test('bad input: a brick directory that is not empty: refused, and the other bricks are not made', async () => {
  await mkdir(join(scratch, 'full'));
  await writeFile(join(scratch, 'full', 'something'), 'of somebody');
  await mkdir(join(scratch, 'theirs'));
  const before = (await readdir(scratch)).sort();
  const others = [brick(2, 'x2/below/it'), brick(3, 'theirs')];
  await expectRefused(create('v', brick(1, 'full'), ...others), /is not empty/);
  expect((await readdir(scratch)).sort()).toEqual(before);
  expect(await readdir(join(scratch, 'full'))).toEqual(['something']);
  expect(await readdir(join(scratch, 'theirs'))).toEqual([]);
});

test('bad input: a brick where no directory can be made: refused, and nothing is left on the others', async () => {
  const before = (await readdir(scratch)).sort();
  const nowhere = `${nodes.address(1)}:/proc/hafs/brick`;
  await expectRefused(create('v', nowhere, brick(2, 'y2'), brick(3, 'y3')), /cannot be used/);
  expect((await readdir(scratch)).sort()).toEqual(before);
});

test('bad input: a brick of another volume: refused', async () => {
  const made = await nodes.hafs(...create('first', brick(1, 'a1'), brick(2, 'a2'), brick(3, 'a3')));
  expect(made.status).toBe(0);
  await expectRefused(
    create('second', brick(1, 'a1'), brick(2, 'b2'), brick(3, 'b3')),
    /overlaps|part of a volume/,
  );
});

test('bad input: two bricks on one node: refused without force', async () => {
  await expectRefused(create('v', brick(1, 'c1'), brick(1, 'c2'), brick(3, 'c3')), /on one node/);
});

test('bad input: a node that is not in the pool: refused', async () => {
  await expectRefused(
    create('v', brick(1, 'd1'), brick(2, 'd2'), `127.0.0.1:9:${scratch}/d3`),
    /not part of the pool/,
  );
});

test('bad input: a dead node: cannot be brought in', async () => {
  await expectRefused(['peer', 'probe', '127.0.0.1:9'], /127\.0\.0\.1:9/);
});

test('bad input: an unknown volume: refused by every command', async () => {
  for (const words of [['start'], ['stop'], ['delete', '--yes'], ['verify'], ['heal']]) {
    await expectRefused(['volume', words[0]!, 'nothing', ...words.slice(1)], /nothing does not exist/);
  }
});

test('bad input: a port in use: the server says so and ends', async () => {
  const data = join(scratch, 'port-in-use');
  const { status, err } = await hafs('server', '--data', data, '--listen', nodes.address(1));
  expect(status).toBe(1);
  expect(err).toMatch(/in use/);
});

test('bad input: no identity, and an address that others can reach: the server says what to do and ends', async () => {
  const data = join(scratch, 'open');
  const { status, err } = await hafs('server', '--data', data, '--listen', '0.0.0.0:24449');
  expect(status).toBe(1);
  expect(err).toMatch(/would let anybody in.*pool init.*--insecure/);
});

test('bad input: a data directory that is a file: the server says so and ends', async () => {
  await writeFile(join(scratch, 'file'), '');
  const { status, err } = await hafs(
    'server',
    '--data',
    join(scratch, 'file'),
    '--listen',
    '127.0.0.1:24449',
  );
  expect(status).toBe(1);
  expect(err).toMatch(/cannot use the data directory/);
});

test('bad input: a data directory that another server uses: the server says so and ends', async () => {
  const data = join(scratch, 'node1');
  const { status, err } = await hafs('server', '--data', data, '--listen', '127.0.0.1:24449');
  expect(status).toBe(1);
  expect(err).toMatch(/in use by another process/);
});

test('bad input: rubbish on the port: the connection ends, the server lives on', async () => {
  const closed = new Promise((resolve) => {
    const socket = connect(Number(nodes.address(1).split(':')[1]), '127.0.0.1', () => {
      socket.write(Buffer.alloc(100_000, 'this is not HTTP/2 '));
    });
    socket.on('close', resolve);
    socket.on('error', () => undefined);
    socket.resume();
  });
  await closed;
  expect((await nodes.hafs('peer', 'status')).status).toBe(0);
});
