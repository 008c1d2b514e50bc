import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithFuse, mountedAt, removeMount, shell } from '../support/mount-fixture.js';
import { hafs, startNodes, type Nodes } from '../support/nodes.js';

const describe = await describeWithFuse();
const NODES = [1, 2, 3];
let nodes: Nodes;
let directory: string;

describe('a mount at boot', () => {
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hafs-boot-'));
    nodes = await startNodes(NODES.length, directory, 22_171);
    const bricks = NODES.map((node) => `${nodes.address(node)}:${join(directory, `b${node}`)}`);
    await nodes.hafs('volume', 'create', 'www', 'replica', '3', ...bricks);
    await nodes.hafs('volume', 'start', 'www');
    for (const node of NODES) await nodes.kill(node);
    await mkdir(join(directory, 'www'));
  });

  afterAll(async () => {
    await removeMount(join(directory, 'www'));
    await nodes.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test('boot: the nodes start while the mount is waiting for them: it is mounted, and answers', async () => {
    const point = join(directory, 'www');
    const log = join(directory, 'log');
    const mounting = hafs('mount', `${nodes.address(1)}:/www`, point, '-o', `mount-timeout=50,log=${log}`);
    // Long enough that the first attempts have failed.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(mountedAt(point)).toBeUndefined();
    for (const node of NODES) nodes.start(node);
    expect(await mounting).toMatchObject({ status: 0, err: '' });
    await shell('echo hello > page && grep -q hello page', point);
    expect((await hafs('umount', point)).status).toBe(0);
  });
});
