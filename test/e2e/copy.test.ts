import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { Lab, run, runOk, testMounted } from './lab.js';
import { attributesOf, makeTree } from './tree.js';

let lab: Lab;
let tree: string;

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'hafs-e2e-tree-'));
  await makeTree(tree);
  lab = await Lab.up(24_401);
});

afterAll(async () => {
  await lab.purge();
  await rm(tree, { recursive: true });
});

testMounted('e2e: a tree copied onto one mount: a second mount via another node shows the same', async () => {
  const second = await lab.mountVia(2);
  await runOk('cp', '-a', `${tree}/.`, join(lab.mount, 'copy'));
  expect(await runOk('diff', '-r', '--no-dereference', tree, join(second, 'copy'))).toBe('');
  expect(await attributesOf(join(second, 'copy'))).toBe(await attributesOf(tree));
});

testMounted('e2e: the lab goes down and comes up: all data is there', async () => {
  await lab.lab('down');
  await lab.start();
  expect(await runOk('diff', '-r', '--no-dereference', tree, join(lab.mount, 'copy'))).toBe('');
  expect(await attributesOf(join(lab.mount, 'copy'))).toBe(await attributesOf(tree));
  await lab.inSync();
  expect(await lab.hafsOk('volume', 'verify', 'www')).toContain('identical');
});

testMounted('e2e: all three servers killed at once: all data is there', async () => {
  for (const node of ['1', '2', '3']) await lab.lab('kill', node);
  await lab.start();
  expect(await runOk('diff', '-r', '--no-dereference', tree, join(lab.mount, 'copy'))).toBe('');
});

testMounted('e2e: a mount point that is in use or holds a brick: refused in one line', async () => {
  const spec = `${lab.address(1)}:/www`;
  for (const directory of ['/', '/tmp', lab.mount, join(lab.directory, 'node1')]) {
    const { status, err } = await lab.hafs('mount', spec, directory);
    expect({ directory, status, lines: err.trim().split('\n').length }).toEqual({
      directory,
      status: 1,
      lines: 1,
    });
  }
  expect((await run('ls', [lab.mount])).status).toBe(0);
});
