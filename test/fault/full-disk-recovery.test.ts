/**
 * A disk was full, and what had filled it was deleted by the mount that wrote it; no other mount's kernel
 * ever saw the files (full-disk.test.ts is about those that one did).
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import { eventually } from '../support/eventually.js';
import { failed, writeFiles, type Load } from './support/files.js';
import { LoopDisk } from './support/loop-disk.js';
import { NetnsLab } from './support/netns-lab.js';
import { run } from './support/run.js';

const DISK_BYTES = 80 * MIB;
const SMALL = 3;
const FILL_SECONDS = 20;
const ROOM_TIMEOUT_MS = 60_000;
const ENOSPC = 28;

let lab: NetnsLab;
let disk: LoopDisk;

beforeAll(async () => {
  disk = await LoopDisk.make(DISK_BYTES);
  lab = await NetnsLab.up({ homeOf: (node) => (node === SMALL ? disk.directory : undefined) });
});

afterAll(async () => {
  await lab.down();
  await disk.dispose();
});

const loadOn = (folder: string): Load => ({
  folder: join(lab.mountPoint('m1'), folder),
  name: 'f',
  by: 'close',
});

test.each([
  { whose: 'another node', isManager: false },
  { whose: 'manager', isManager: true },
])('fault: the disk of $whose was full and files were deleted: writing goes on by itself', async (row) => {
  const folder = row.isManager ? 'manager' : 'another-node';
  await lab.moveManagerTo(row.isManager ? SMALL : 1);
  await lab.makeFolder(folder);
  const refused = failed(await writeFiles(loadOn(folder), FILL_SECONDS));
  expect(new Set(refused.map(({ errno }) => errno))).toEqual(new Set([ENOSPC]));
  await run('find', join(lab.mountPoint('m1'), folder), '-type', 'f', '-delete');
  const deletedAtMs = performance.now();
  await eventually(async () => {
    expect(failed(await writeFiles(loadOn(folder), 1))).toEqual([]);
  }, ROOM_TIMEOUT_MS);
  const seconds = Math.round((performance.now() - deletedAtMs) / 1_000);
  console.log(`disk of ${row.whose} full, all deleted: written again after ${seconds} s`);
  await lab.settled();
  await lab.verify();
});
