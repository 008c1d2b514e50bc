import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { describeWithFuse, mountedAt, removeMount, shell } from '../support/mount-fixture.js';
import { hafs, startNodes, type Nodes } from '../support/nodes.js';

const describe = await describeWithFuse();
const NODES = [1, 2, 3];
let nodes: Nodes;
let directory: string;

async function ok(...words: string[]): Promise<void> {
  expect(await nodes.hafs(...words)).toMatchObject({ status: 0, err: '' });
}

describe('a mount at boot', () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hafs-boot-'));
    nodes = await startNodes(NODES.length, directory, 22_171);
    const bricks = NODES.map((node) => `${nodes.address(node)}:${join(directory, `b${node}`)}`);
    await ok('volume', 'create', 'www', 'replica', '3', ...bricks);
    await nodes.kill(1);
    // Node 1 does not hear of it.
    await ok('--server', nodes.address(2), 'volume', 'start', 'www');
    for (const node of NODES.slice(1)) await nodes.kill(node);
    await mkdir(join(directory, 'www'));
  });

  afterAll(async () => {
    await removeMount(join(directory, 'www'));
    await nodes.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test('boot: the nodes start while the mount is waiting, first one that knows the volume as stopped: it is mounted, and answers', async () => {
    const point = join(directory, 'www');
    const log = join(directory, 'log');
    const mounting = hafs('mount', `${nodes.address(1)}:/www`, point, '-o', `mount-timeout=100,log=${log}`);
    nodes.start(1);
    await eventually(
      async () => expect((await fetch(`http://${nodes.http(1)}/healthz`)).ok).toBe(true),
      60_000,
    );
    // Long enough that it has been asked.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(mountedAt(point)).toBeUndefined();
    for (const node of NODES.slice(1)) nodes.start(node);
    expect(await mounting).toMatchObject({ status: 0, err: '' });
    await shell('echo hello > page && grep -q hello page', point);
    expect((await hafs('umount', point)).status).toBe(0);
  });
});
