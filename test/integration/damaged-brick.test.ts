import { mkdir, mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { startNodes } from '../support/nodes.js';

const HEAL_TIMEOUT_MS = 60_000;

interface BrickStatus {
  readonly node: string;
  readonly state: string;
}

test('damage: a brick whose database cannot be opened: is offline with the reason, and heals once it is emptied', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'hafs-damage-'));
  const nodes = await startNodes(3, scratch, 24_465);
  const directory = (node: number): string => join(scratch, `brick${node}`);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${directory(node)}`);
  const ok = async (...words: string[]): Promise<string> => {
    const { status, out, err } = await nodes.hafs(...words);
    expect({ words, status, err }).toEqual({ words, status: 0, err: '' });
    return out;
  };
  const stateOf = async (node: string): Promise<string | undefined> => {
    const [volume] = JSON.parse(await ok('--json', 'heal-status', 'v')) as { bricks: BrickStatus[] }[];
    return volume?.bricks.find((brick) => brick.node === node)?.state;
  };
  try {
    await ok('volume', 'create', 'v', 'replica', '3', ...bricks);
    await ok('volume', 'start', 'v');
    await eventually(async () => {
      await ok('fs', 'mkdir', 'v:/before');
    }, HEAL_TIMEOUT_MS);
    await nodes.kill(3);
    const manifest = (await readdir(directory(3))).find((name) => name.startsWith('MANIFEST'));
    await truncate(join(directory(3), manifest ?? ''), 7);
    nodes.start(3);
    await eventually(async () => {
      expect(await ok('volume', 'status', 'v')).toMatch(/damaged|cannot open/);
    }, HEAL_TIMEOUT_MS);
    expect(await stateOf('node3')).toBe('offline');
    await ok('fs', 'mkdir', 'v:/meanwhile');

    await rm(directory(3), { recursive: true });
    await mkdir(directory(3));
    await eventually(async () => expect(await stateOf('node3')).toBe('in-sync'), HEAL_TIMEOUT_MS);
    expect(await ok('volume', 'verify', 'v')).toContain('identical');
  } finally {
    await nodes.stop();
    await rm(scratch, { recursive: true });
  }
});
