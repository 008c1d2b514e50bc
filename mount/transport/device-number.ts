import { readFile } from 'node:fs/promises';
import { mountAt, readMountTable } from '../mount-table.js';

/** FUSE superblocks are anonymous: their devices have major 0. */
const ANONYMOUS_MAJOR = 0;

/**
 * `major:minor` of the superblock behind an open FUSE device; the minor is the connection's number in
 * /sys/fs/fuse/connections. Newer kernels say it in fdinfo, otherwise the mount point must be known.
 */
export async function superblockDevice(
  fd: number,
  directory: string | undefined,
): Promise<string | undefined> {
  const info = await readFile(`/proc/self/fdinfo/${fd}`, 'utf8');
  const connection = /^fuse_connection:\s*(\d+)$/m.exec(info)?.[1];
  if (connection !== undefined) return `${ANONYMOUS_MAJOR}:${connection}`;
  return directory === undefined ? undefined : mountAt(await readMountTable(), directory)?.device;
}
