import { RefusedError } from '../../src/core/errors.js';
import { IO_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import { HAFS_MOUNT_TYPE, readMountTable, type MountEntry } from '../mount-table.js';
import { failureOf, hasSucceeded, PASSED_FD, runCommand, type CommandOptions } from '../run-command.js';

const MOUNT_TIMEOUT_MS = 20_000;
const UMOUNT_TIMEOUT_MS = 10_000;
const DIRECTORY_MODE = '40000'; // S_IFDIR, octal.

export interface KernelMount {
  readonly source: string;
  readonly directory: string;
  /** Generic ones, for mount(8): `ro`, `noatime` … */
  readonly options: readonly string[];
}

/** What mount(2) for FUSE wants besides: fs/fuse/inode.c, `fuse_fs_parameters`. */
const FUSE_OPTIONS = [
  `fd=${PASSED_FD}`,
  `rootmode=${DIRECTORY_MODE}`,
  'user_id=0',
  'group_id=0',
  'allow_other',
  'default_permissions',
  `max_read=${IO_SIZE_BYTES_MAX}`,
] as const;

/** Puts the device behind `deviceFd` into the tree. @throws {RefusedError} with mount(8)'s reason. */
export async function mountDevice(deviceFd: number, mount: KernelMount, clock: Clock): Promise<void> {
  const options = [...mount.options, ...FUSE_OPTIONS].join(',');
  const args = ['-i', '-t', HAFS_MOUNT_TYPE, '-o', options, '--', mount.source, mount.directory];
  const outcome = await runCommand('mount', args, { timeoutMs: MOUNT_TIMEOUT_MS, clock, passFd: deviceFd });
  if (!hasSucceeded(outcome)) throw new RefusedError(`cannot mount: ${failureOf(outcome)}`);
}

/** Changes the generic options (`ro`, `rw` …) of a mount that stands. @throws {RefusedError} */
export async function remountDirectory(mount: KernelMount, clock: Clock): Promise<void> {
  const options = ['remount', ...mount.options].join(',');
  const args = ['-i', '-t', HAFS_MOUNT_TYPE, '-o', options, '--', mount.source, mount.directory];
  const outcome = await runCommand('mount', args, { timeoutMs: MOUNT_TIMEOUT_MS, clock });
  if (!hasSucceeded(outcome)) throw new RefusedError(`cannot remount: ${failureOf(outcome)}`);
}

/** Where a superblock is mounted now, as far as this process can see. */
export const findMount = async (device: string): Promise<MountEntry | undefined> =>
  (await readMountTable()).findLast((entry) => entry.device === device);

/**
 * Takes a mount out of the tree. When somebody still uses it, mapped pages are written back first, and
 * the connection is then cut: whoever has files open gets ENOTCONN.
 */
export async function unmountDevice(device: string, clock: Clock, log: Logger): Promise<void> {
  const mount = await findMount(device);
  if (mount === undefined) return;
  const options: CommandOptions = { timeoutMs: UMOUNT_TIMEOUT_MS, clock };
  const gentle = await runCommand('umount', ['-i', '--', mount.mountPoint], options);
  if (hasSucceeded(gentle) || (await findMount(device)) === undefined) return;
  log.warn('mount.still_in_use', { directory: mount.mountPoint, reason: failureOf(gentle) });
  await runCommand('sync', ['-f', '--', mount.mountPoint], options);
  // MNT_FORCE aborts the FUSE connection, MNT_DETACH leaves the directory free at once.
  const forced = await runCommand('umount', ['-i', '-f', '-l', '--', mount.mountPoint], options);
  if (!hasSucceeded(forced)) log.error('mount.unmount_failed', { reason: failureOf(forced) });
}

/**
 * Takes a mount whose connection has ended out of the tree, if it is still there. Its superblock's number
 * may have gone to a new mount since; that one answers and is left alone.
 */
export async function unmountIfDead(
  dead: { readonly device: string; readonly directory: string; readonly source: string },
  clock: Clock,
): Promise<void> {
  const found = await findMount(dead.device);
  if (found?.mountPoint !== dead.directory || found.source !== dead.source) return;
  const options: CommandOptions = { timeoutMs: UMOUNT_TIMEOUT_MS, clock };
  if (hasSucceeded(await runCommand('stat', ['--', dead.directory], options))) return;
  await runCommand('umount', ['-i', '-l', '--', dead.directory], options);
}
