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
  const ok = async (...words: string[]): Promise<void> => {
    const { status, err } = await nodes.hafs(...words);
    expect(err).toBe('');
    expect(status).toBe(0);
  };
  try {
    await ok('volume', 'create', 'v', 'replica', '3', brick(1), brick(2), brick(3));
    await ok('volume', 'start', 'v');
    await eventually(() => ok('fs', 'mkdir', 'v:/a'), 20_000);
    await ok('volume', 'set', 'v', 'read-only', 'on');
    await eventually(async () => {
      const { err } = await nodes.hafs('fs', 'mkdir', 'v:/b');
      expect(err).toMatch(/[Rr]ead-only file system/);
    });
    expect((await nodes.hafs('fs', 'ls', 'v:/')).out.trim()).toBe('a');
    await ok('volume', 'reset', 'v', 'read-only');
    await eventually(() => ok('fs', 'mkdir', 'v:/c'));
  } finally {
    await nodes.stop();
    await rm(scratch, { recursive: true });
  }
});
