/**
 * The disk that all sides share: ext4 in a file, made anew for every run. The machine's own may be kept
 * without a journal, where creating slows down after many files were removed.
 */
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { mountAt, readMountTable } from '../../mount/mount-table.js';
import { GIB } from '../../src/core/limits.js';
import { eventually } from '../support/eventually.js';
import { run, succeeds } from './command.js';
import type { Places } from './places.js';

/** Sparse: it takes only what is written. */
const SIZE_BYTES = 64 * GIB;
const UNMOUNT_WITHIN_MS = 30_000;
const DROP_CACHES = '/proc/sys/vm/drop_caches';
const PAGES_DENTRIES_AND_INODES = '3';

export async function makeDisk(places: Places): Promise<void> {
  await mkdir(places.disk, { recursive: true });
  await writeFile(places.image, '');
  await truncate(places.image, SIZE_BYTES);
  await run('mkfs.ext4', '-q', '-m', '0', '-E', 'assume_storage_prezeroed=1', places.image);
  // Direct: otherwise the file's pages would be cached a second time, and written when nobody measures.
  const device = await run('losetup', '--find', '--show', '--direct-io=on', places.image);
  try {
    await run('mount', '-t', 'ext4', device.trim(), places.disk);
  } finally {
    await run('losetup', '--detach', device.trim()); // Takes effect when it is unmounted.
  }
}

/** Whatever state it is in. */
export async function removeDisk(places: Places): Promise<void> {
  // What was stopped just now may hold it for a moment longer.
  await eventually(async () => {
    if (await isMountPoint(places.disk)) await run('umount', places.disk);
  }, UNMOUNT_WITHIN_MS);
  await rm(places.image, { force: true });
}

export async function dropKernelCaches(): Promise<void> {
  await run('sync');
  await writeFile(DROP_CACHES, PAGES_DENTRIES_AND_INODES);
}

export const isMountPoint = async (directory: string): Promise<boolean> =>
  mountAt(await readMountTable(), directory) !== undefined;

/** Every mount whose place begins with `prefix`. */
export async function forceUnmountAll(prefix: string): Promise<void> {
  const table = await readMountTable();
  for (const { mountPoint } of table.filter((entry) => entry.mountPoint.startsWith(prefix))) {
    await forceUnmount(mountPoint);
  }
}

/** Even when nobody serves it any more. */
export async function forceUnmount(directory: string): Promise<void> {
  if (!(await isMountPoint(directory))) return;
  if (!(await succeeds('umount', directory))) await run('umount', '-l', directory);
}
