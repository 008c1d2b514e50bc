import { RefusedError } from '../src/core/errors.js';
import type { Clock } from '../src/runtime/clock.js';
import { canonicalPath } from './mount-point.js';
import { isAlive, MountRegistry, type MountRecord } from './mount-registry.js';
import { HAFS_MOUNT_TYPE, mountAt, readMountTable } from './mount-table.js';
import { failureOf, hasSucceeded, runCommand } from './run-command.js';

const UMOUNT_TIMEOUT_MS = 30_000;
const END_TIMEOUT_MS = 60_000;
const END_POLL_INTERVAL_MS = 20;

export interface UmountDeps {
  readonly clock: Clock;
  readonly registry?: MountRegistry;
}

/**
 * Unmounts, and waits until the process behind the mount has finished and is gone.
 * @throws {RefusedError} not a hafs mount, in use, or the process does not end.
 */
export async function runUmount(
  directory: string,
  { clock, registry = new MountRegistry() }: UmountDeps,
): Promise<void> {
  const path = await canonicalPath(directory, clock);
  const mount = mountAt(await readMountTable(), path);
  if (mount?.type !== HAFS_MOUNT_TYPE)
    throw new RefusedError(`no hafs volume is mounted on ${path}; "findmnt -t fuse.hafs" shows where one is`);
  const serving = await registry.serving(path);
  const outcome = await runCommand('umount', ['-i', '--', path], { timeoutMs: UMOUNT_TIMEOUT_MS, clock });
  if (!hasSucceeded(outcome)) throw umountRefusal(path, failureOf(outcome));
  for (const record of serving) await ended(record, clock);
}

/** @param reason in the words of umount(8). */
export function umountRefusal(path: string, reason: string): RefusedError {
  const refusal = `cannot unmount: ${reason.replace(/\.$/, '')}`;
  if (!reason.includes('busy')) return new RefusedError(refusal);
  return new RefusedError(
    `${refusal}; "fuser -vm ${path}" shows who uses it; once they have ended: hafs umount ${path}`,
  );
}

async function ended(record: MountRecord, clock: Clock): Promise<void> {
  const deadlineMs = clock.monotonicMs() + END_TIMEOUT_MS;
  while (await isAlive(record)) {
    if (clock.monotonicMs() > deadlineMs) {
      throw new RefusedError(`${record.directory} is unmounted, but its process ${record.pid} does not end`);
    }
    await clock.sleep(END_POLL_INTERVAL_MS);
  }
}
