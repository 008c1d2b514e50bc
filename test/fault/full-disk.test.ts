/** One brick of three lives on a disk that fills up. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import { eventually } from '../support/eventually.js';
import { failed, lostFiles, writeFiles, type Load } from './support/files.js';
import { LoopDisk } from './support/loop-disk.js';
import { NetnsLab } from './support/netns-lab.js';
import { run } from './support/run.js';

const DISK_BYTES = 80 * MIB;
const SMALL = 3;
const FILL_SECONDS = 20;
const ROOM_TIMEOUT_MS = 60_000;
const ENOSPC = 28;
const FOLDERS = ['another-node', 'manager', 'again'];

let lab: NetnsLab;
let disk: LoopDisk;
const table: { readonly fault: string; readonly found: string }[] = [];

beforeAll(async () => {
  disk = await LoopDisk.make(DISK_BYTES);
  lab = await NetnsLab.up({ homeOf: (node) => (node === SMALL ? disk.directory : undefined) });
  for (const folder of FOLDERS) await lab.makeFolder(folder);
});

afterEach(async () => {
  await lab.settled();
  await lab.verify();
});

afterAll(async () => {
  console.table(table);
  await lab.down();
  await disk.dispose();
});

const loadOn = (mount: string, folder: string): Load => {
  return { folder: join(lab.mountPoint(mount), folder), name: 'full', by: 'close' };
};

/** Writes until there is no room, and some more. @returns what was found. */
async function fill(folder: string): Promise<string> {
  const writes = await writeFiles(loadOn('m1', folder), FILL_SECONDS);
  const refused = failed(writes);
  expect(new Set(refused.map(({ errno }) => errno))).toEqual(new Set([ENOSPC]));
  expect(await lostFiles(loadOn('m2', folder), writes)).toEqual([]);
  const written = writes.length - refused.length;
  return `${written} files, then ${refused.length} refused with ${await disk.availableMib()} MiB left`;
}

test.each([
  { whose: 'another node', folder: 'another-node' },
  { whose: 'manager', folder: 'manager' },
])('fault: the disk of $whose is full: ENOSPC, no brick breaks, reads and deletions go on', async (row) => {
  await lab.moveManagerTo(row.folder === 'manager' ? SMALL : 1);
  const found = await fill(row.folder);
  const states = (await lab.status(1)).bricks.map(({ state }) => state).join(' ');
  table.push({ fault: `disk of ${row.whose} full`, found: `${found}, bricks ${states}` });
  expect(states).toBe('in-sync in-sync in-sync');
  await run('find', join(lab.mountPoint('m1'), row.folder), '-type', 'f', '-delete');
  expect(await run('ls', join(lab.mountPoint('m2'), row.folder))).toBe('');
});

test('fault: a disk was full and files were deleted: writing goes on by itself', async () => {
  const deletedAtMs = performance.now();
  const outcome = { fault: 'disk full, then all deleted', found: 'never written again' };
  table.push(outcome);
  await eventually(async () => {
    expect(failed(await writeFiles(loadOn('m1', 'again'), 1))).toEqual([]);
  }, ROOM_TIMEOUT_MS);
  outcome.found = `written again after ${Math.round((performance.now() - deletedAtMs) / 1_000)} s`;
});
