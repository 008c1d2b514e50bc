/** What a command does about a node that answers late, or not at all. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNodes, type Nodes } from '../support/nodes.js';

/** Longer than a node gets while others may answer instead. */
const LATE_MS = 4_000;

let directory: string;
let nodes: Nodes;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-patience-'));
  nodes = await startNodes(1, directory, 24_491);
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

test('patience: the only node does not answer for seconds, as on a machine that is short of everything: waited for', async () => {
  nodes.signal(1, 'SIGSTOP');
  const asking = nodes.hafs('peer', 'status');
  await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  nodes.signal(1, 'SIGCONT');
  expect(await asking).toMatchObject({ status: 0, err: '' });
});

test('patience: nobody listens there: said at once', async () => {
  const beganAtMs = performance.now();
  const { status, err } = await nodes.hafs('--server', '127.0.0.1:1', 'peer', 'status');
  expect(status).toBe(1);
  expect(err).toContain('ECONNREFUSED');
  expect(performance.now() - beganAtMs).toBeLessThan(LATE_MS);
});
