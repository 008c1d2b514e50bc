import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BrickDeps } from '../../brick/brick-process.js';
import { Bricks } from '../../brick/bricks.js';
import { EMPTY_CATALOGUE, type Catalogue } from '../../src/volume/catalogue.js';

const NODE = 'n1';
const MARK = 'NO-LONGER-A-BRICK.txt';
/** None of its bricks is opened here. */
const NOTHING = {} as BrickDeps;

let directory: string;
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'hafs-bricks-'))));
afterEach(() => rm(directory, { recursive: true }));

const withBrickOn = (nodeId: string): Catalogue => ({
  ...EMPTY_CATALOGUE,
  volumes: [
    {
      ...{ name: 'www', id: 'v1', status: 'started', group: 'g1', options: {}, createdAtMs: 0 },
      bricks: [{ id: `b-${nodeId}`, nodeId, directory }],
    },
  ],
});

test('bricks: a node comes back and hears at once that its brick was replaced: its directory is marked, unopened', async () => {
  const bricks = new Bricks(NODE, NOTHING);
  await Promise.all([bricks.follow(withBrickOn(NODE)), bricks.follow(withBrickOn('n2'))]);
  expect(await readdir(directory)).toEqual([MARK]);
});

test('bricks: the volume is gone: the directory of its brick is left as it is', async () => {
  const bricks = new Bricks(NODE, NOTHING);
  await Promise.all([bricks.follow(withBrickOn(NODE)), bricks.follow(EMPTY_CATALOGUE)]);
  expect(await readdir(directory)).toEqual([]);
});

test('bricks: the node stops: the directory of its brick is left as it is', async () => {
  const bricks = new Bricks(NODE, NOTHING);
  await Promise.all([bricks.follow(withBrickOn(NODE)), bricks.close()]);
  expect(await readdir(directory)).toEqual([]);
});
