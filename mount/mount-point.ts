import { InvalidRequestError, RefusedError } from '../src/core/errors.js';
import type { Clock } from '../src/runtime/clock.js';
import { HAFS_MOUNT_TYPE, mountAt, readMountTable, type MountEntry } from './mount-table.js';
import { failureOf, hasSucceeded, runCommand, type CommandOutcome } from './run-command.js';

const PROBE_TIMEOUT_MS = 5_000;
/** LevelDB's manifest, which every brick has. */
const BRICK_FILE_PATTERN = 'MANIFEST-0*';
const AUTOFS_TYPE = 'autofs';
const REFUSED_DIRECTORIES: ReadonlySet<string> = new Set(['/', '/tmp']);

export type MountTarget =
  | { readonly kind: 'directory'; readonly path: string }
  /** `drop_privileges`: mount.fuse3 has mounted already and hands over the open device. */
  | { readonly kind: 'descriptor'; readonly fd: number };

/** `/dev/fd/N` names an open FUSE device, anything else a directory. */
export function parseMountTarget(directory: string): MountTarget {
  const fd = /^\/dev\/fd\/(\d+)$/.exec(directory)?.[1];
  if (fd !== undefined) return { kind: 'descriptor', fd: Number(fd) };
  if (directory === '') throw new InvalidRequestError('the mount point is missing');
  return { kind: 'directory', path: directory };
}

/** The path as the mount table has it: absolute and without symlinks. Also for a mount point that is dead. */
export async function canonicalPath(directory: string, clock: Clock): Promise<string> {
  const outcome = await runCommand('realpath', ['-m', '--', directory], {
    timeoutMs: PROBE_TIMEOUT_MS,
    clock,
  });
  if (outcome.kind === 'exited' && outcome.status === 0) return outcome.stdout.replace(/\n$/, '');
  throw new RefusedError(`cannot use ${directory}: ${failureOf(outcome)}`);
}

/** What the kernel says of a mount whose process is gone (ENOTCONN), in the words of stat(1). */
const DEAD = 'Transport endpoint is not connected';
/**
 * Whether the directory mounts itself when somebody looks, as systemd has it do (`x-systemd.automount` in /etc/fstab). Until that is done, whoever
 * is not in the process group of who asked for it waits at that very directory (autofs(5), fs/autofs/root.c, `autofs_d_manage`).
 */
export const isAutomounted = async (directory: string): Promise<boolean> =>
  mountAt(await readMountTable(), directory)?.type === AUTOFS_TYPE;

/** Dead mounts may lie one upon the other. */
const DEAD_MOUNTS_MAX = 16;

/**
 * Takes away what mounts of hafs have left behind whose process is gone. Whoever still has files open there gets ENOTCONN,
 * as before.
 * @throws {RefusedError} it cannot be taken away.
 */
export async function clearDeadMounts(directory: string, clock: Clock): Promise<void> {
  for (let cleared = 0; cleared < DEAD_MOUNTS_MAX; cleared++) {
    const mounted = mountAt(await readMountTable(), directory);
    if (mounted?.type !== HAFS_MOUNT_TYPE) return;
    const stat = await statOf(directory, clock);
    if (hasSucceeded(stat) || !failureOf(stat).includes(DEAD)) return;
    const options = { timeoutMs: PROBE_TIMEOUT_MS, clock };
    const outcome = await runCommand('umount', ['-i', '-l', '--', directory], options);
    if (!hasSucceeded(outcome))
      throw new RefusedError(`cannot clear the dead mount on ${directory}: ${failureOf(outcome)}`);
  }
}

/** Whether this very volume is mounted at a canonical path, and answers. */
export async function isMountedThere(source: string, directory: string, clock: Clock): Promise<boolean> {
  const mounted = mountAt(await readMountTable(), directory);
  if (mounted?.type !== HAFS_MOUNT_TYPE || mounted.source !== source) return false;
  return hasSucceeded(await statOf(directory, clock));
}

const statOf = (directory: string, clock: Clock): Promise<CommandOutcome> =>
  runCommand('stat', ['-L', '-c', '%F', '--', directory], { timeoutMs: PROBE_TIMEOUT_MS, clock });

/**
 * Checks that a volume can be mounted at a canonical path. The path is only ever touched by a child
 * process: a mount that hangs there must not hang us.
 * @throws {RefusedError} saying what is in the way and what to do.
 */
export async function checkMountPoint(directory: string, clock: Clock): Promise<void> {
  if (REFUSED_DIRECTORIES.has(directory))
    throw new RefusedError(
      `${directory} cannot be a mount point; name a directory of its own, such as /mnt/www`,
    );
  const mounted = mountAt(await readMountTable(), directory);
  const stat = await statOf(directory, clock);
  if (mounted?.type === HAFS_MOUNT_TYPE) throw alreadyMounted(directory, mounted, hasSucceeded(stat));
  if (!hasSucceeded(stat))
    throw new RefusedError(`cannot use ${directory} as a mount point: ${statFailure(failureOf(stat))}`);
  if (stat.kind === 'exited' && stat.stdout.trim() !== 'directory') {
    throw new RefusedError(`${directory} is not a directory`);
  }
  // Who looks into a directory that mounts itself when somebody looks would wait for this very mount.
  if (mounted?.type !== AUTOFS_TYPE) await refuseBrick(directory, clock);
}

/** A brick lives in a LevelDB directory; a mount over it, or over its parent, would hide it from its own server. */
async function refuseBrick(directory: string, clock: Clock): Promise<void> {
  const find = [directory, '-maxdepth', '2', '-name', BRICK_FILE_PATTERN, '-print', '-quit'];
  const outcome = await runCommand('find', find, { timeoutMs: PROBE_TIMEOUT_MS, clock });
  if (outcome.kind === 'exited' && outcome.stdout !== '') {
    throw new RefusedError(`${directory} holds a brick (${outcome.stdout.trim()}); mount somewhere else`);
  }
}

export function alreadyMounted(
  directory: string,
  { source }: Pick<MountEntry, 'source'>,
  isAlive: boolean,
): RefusedError {
  if (isAlive)
    return new RefusedError(
      `${source} is already mounted on ${directory}; first: hafs umount ${directory}, or mount somewhere else`,
    );
  return new RefusedError(
    `${directory} still shows a dead mount of ${source}, whose process hangs; ` +
      `end that process, or run "umount -l ${directory}" first`,
  );
}

/** stat(1) says "cannot statx 'DIR': why". */
const statFailure = (line: string): string => line.replace(/^cannot statx? '.*': /, '');
