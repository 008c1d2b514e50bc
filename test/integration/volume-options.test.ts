import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { startNodes } from '../support/nodes.js';

test('volume: without a mount and without root: files are written, and refused while it is read-only', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'hafs-options-'));
  const nodes = await startNodes(3, scratch, 24_461);
  const brick = (node: number): string => `${nodes.address(node)}:${join(scratch, `brick${node}`)}`;
  const status = async (...words: string[]): Promise<number> => (await nodes.hafs(...words)).status;
  try {
    expect(await status('volume', 'create', 'v', 'replica', '3', brick(1), brick(2), brick(3))).toBe(0);
    expect(await status('volume', 'start', 'v')).toBe(0);
    await eventually(async () => expect(await status('fs', 'mkdir', 'v:/a')).toBe(0), 20_000);
    expect(await status('volume', 'set', 'v', 'read-only', 'on')).toBe(0);
    await eventually(async () => {
      const { err } = await nodes.hafs('fs', 'mkdir', 'v:/b');
      expect(err).toMatch(/[Rr]ead-only file system/);
    }, 5_000);
    expect((await nodes.hafs('fs', 'ls', 'v:/')).out.trim()).toBe('a');
    expect(await status('volume', 'reset', 'v', 'read-only')).toBe(0);
    await eventually(async () => expect(await status('fs', 'mkdir', 'v:/c')).toBe(0), 5_000);
  } finally {
    await nodes.stop();
    await rm(scratch, { recursive: true });
  }
});
