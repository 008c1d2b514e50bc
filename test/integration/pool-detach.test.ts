/** Nodes that leave a pool, the one that manages it too. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 23_601;
const WITHIN_MS = 60_000;

interface PoolDocument {
  readonly manager: string | null;
  readonly nodes: readonly { readonly name: string }[];
}

let directory: string;
let nodes: Nodes;

const pool = async (node: number): Promise<PoolDocument> => {
  const { out } = await nodes.hafs('--server', nodes.address(node), 'pool', 'list', '--json');
  return JSON.parse(out) as PoolDocument;
};

const numberOf = (name: string | null): number => Number(name?.replace('node', ''));

/** Asks the node itself. */
const detach = async (node: number): Promise<{ status: number; err: string }> => {
  const { status, err } = await nodes.hafs('--server', nodes.address(node), 'peer', 'detach', `node${node}`);
  return { status, err };
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-detach-'));
  nodes = await startNodes(3, directory, BASE_PORT);
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

test('pool: the node that manages it is detached, and the next one too: the last one stays, and says why', async () => {
  let members = [1, 2, 3];
  while (members.length > 1) {
    const manager = numberOf((await pool(members[0]!)).manager);
    expect(await detach(manager)).toEqual({ status: 0, err: '' });
    members = members.filter((node) => node !== manager);
    const after = await pool(members[0]!);
    expect(after.nodes.map(({ name }) => numberOf(name)).sort()).toEqual(members);
    expect(members).toContain(numberOf(after.manager));
    await eventually(async () => expect((await pool(manager)).nodes).toHaveLength(1), WITHIN_MS);
  }
  const { status, err } = await detach(members[0]!);
  expect(status).toBe(1);
  expect(err).toContain('no other node of the pool is up and in sync');
});
