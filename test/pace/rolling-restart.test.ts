/** A rolling restart of real nodes, while somebody writes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { stallLimitMs, watchMachine } from '../support/machine-stalls.js';
import { startNodes, type Nodes, type Outcome } from '../support/nodes.js';
import { writeFiles } from '../support/steady-writer.js';

const BASE_PORT = 21_221;
const WITHIN_MS = 60_000;
const STALL_MS_MAX = 1_000;
/** Where the machine is so slow that this is more: a hand-over is some messages and three votes. */
const STALL_WRITES_MAX = 20;

interface PoolDocument {
  readonly manager: string | null;
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

const managerOf = async (node: number): Promise<string | null> =>
  (JSON.parse(await ok(node, 'volume', 'manager', 'www', '--json')) as { manager: string | null }).manager;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-rolling-'));
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

test('node drain: one node after the other, each restarted: no write fails, and none waits for an election', async () => {
  const machine = watchMachine(join(directory, 'witness'));
  const writing = writeFiles(
    [1, 2, 3].map((node) => nodes.address(node)),
    'www',
  );
  for (const node of [1, 2, 3]) {
    const other = (node % 3) + 1;
    const { out } = await at(other, 'node', 'drain', `node${node}`);
    expect(out).toBe(`node drain: node${node}: safe to stop\n`);
    expect(await drainedNodes(other)).toEqual([`node${node}`]);
    expect((await pool(other)).manager).not.toBe(`node${node}`);
    expect(await managerOf(other)).not.toBe(`node${node}`);
    await nodes.terminate(node);
    nodes.start(node);
    await eventually(async () => expect(await drainedNodes(other)).toEqual([]), WITHIN_MS);
  }
  const { longestMs, medianMs, count } = await writing.stop();
  const machineMs = await machine.longestMs();
  console.log(
    `rolling restart: ${count} writes, the longest ${longestMs.toFixed(0)} ms, one in the middle ${medianMs.toFixed(1)} ms; the machine itself stalled ${machineMs.toFixed(0)} ms`,
  );
  expect(count).toBeGreaterThan(100);
  const limitMs = Math.max(stallLimitMs(STALL_MS_MAX, machineMs), STALL_WRITES_MAX * medianMs);
  expect(longestMs).toBeLessThan(limitMs);
});
