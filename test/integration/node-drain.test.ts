/** Taking real nodes out of service, and what is refused. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes, type Outcome } from '../support/nodes.js';

const BASE_PORT = 21_211;
const WITHIN_MS = 60_000;

interface PoolDocument {
  readonly nodes: readonly { readonly name: string; readonly drained: boolean }[];
}

let directory: string;
let nodes: Nodes;

const at = (node: number, ...words: string[]): Promise<Outcome> =>
  nodes.hafs('--server', nodes.address(node), ...words);

const ok = async (node: number, ...words: string[]): Promise<string> => {
  const { status, out, err } = await at(node, ...words);
  if (status !== 0) throw new Error(err);
  return out;
};

const pool = async (node: number): Promise<PoolDocument> =>
  JSON.parse(await ok(node, 'pool', 'list', '--json')) as PoolDocument;

const drainedNodes = async (node: number): Promise<string[]> =>
  (await pool(node)).nodes.filter(({ drained }) => drained).map(({ name }) => name);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-drain-'));
  nodes = await startNodes(3, directory, BASE_PORT);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(directory, `brick${node}`)}`);
  await ok(1, 'volume', 'create', 'www', 'replica', '3', ...bricks);
  await ok(1, 'volume', 'start', 'www');
  await eventually(async () => {
    await ok(1, 'fs', 'mkdir', 'www:/a');
  }, WITHIN_MS);
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

test('node drain: while another brick is away: refused with the reason, and nothing is changed', async () => {
  await nodes.kill(3);
  const { status, err } = await at(1, 'node', 'drain', 'node1', '--timeout', '1');
  expect(status).toBe(1);
  expect(err).toMatch(/node drain: node1: failed: not in time: not in sync: .*brick3/);
  expect(await drainedNodes(1)).toEqual([]);
  nodes.start(3);
});

test('node drain: two nodes of a volume: the second is refused until the first is taken back', async () => {
  await ok(2, 'node', 'drain', 'node1');
  const { err } = await at(2, 'node', 'drain', 'node2');
  expect(err).toContain('node1 is drained too');
  expect(await at(2, 'volume', 'manager', 'www', 'move', 'node1')).toMatchObject({ status: 1 });
  expect(await ok(2, 'volume', 'status', 'www')).toContain('in-sync, node drained');
  await ok(2, 'node', 'drain', 'node1', '--undo');
  await ok(2, 'node', 'drain', 'node2');
  await ok(2, 'node', 'drain', 'node2', '--undo');
});

test('node drain: a node that the pool does not have: refused', async () => {
  const { status, err } = await at(1, 'node', 'drain', 'node9');
  expect(status).toBe(1);
  expect(err).toContain('not part of the pool');
});
