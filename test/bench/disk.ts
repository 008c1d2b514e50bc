/**
 * The disk that all sides share: ext4 in a file, made anew for every run. The machine's own may be kept
 * without a journal, where creating slows down after many files were removed.
 */
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { mountAt, parseMountTable } from '../../mount/mount-table.js';
import { GIB } from '../../src/core/limits.js';
import { run, succeeds } from './command.js';
import type { Places } from './places.js';

/** Sparse: it takes only what is written. */
const SIZE_BYTES = 64 * GIB;
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
  while (await isMountPoint(places.disk)) await run('umount', places.disk);
  await rm(places.image, { force: true });
}

export async function dropKernelCaches(): Promise<void> {
  await run('sync');
  await writeFile(DROP_CACHES, PAGES_DENTRIES_AND_INODES);
}

export const isMountPoint = async (directory: string): Promise<boolean> =>
  mountAt(parseMountTable(await readFile('/proc/self/mountinfo', 'utf8')), directory) !== undefined;

/** Even when nobody serves it any more. */
export async function forceUnmount(directory: string): Promise<void> {
  if (!(await isMountPoint(directory))) return;
  if (!(await succeeds('umount', directory))) await run('umount', '-l', directory);
}
