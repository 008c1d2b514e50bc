import { RefusedError } from '../src/core/errors.js';
import type { Clock } from '../src/runtime/clock.js';
import type { MountPlan } from './mount-plan.js';
import { HAFS_MOUNT_TYPE, mountAt, readMountTable } from './mount-table.js';
import { remountDirectory } from './transport/kernel-mount.js';

/** `mount -o remount,ro DIR`: changes what the kernel allows; the process that serves the mount goes on. */
export async function remount({ target, settings }: MountPlan, clock: Clock): Promise<void> {
  if (target.kind === 'descriptor') throw new RefusedError('a descriptor cannot be remounted');
  const mount = mountAt(await readMountTable(), target.path);
  if (mount?.type !== HAFS_MOUNT_TYPE) throw new RefusedError(`no hafs volume is mounted on ${target.path}`);
  const { source, mountPoint: directory } = mount;
  await remountDirectory({ source, directory, options: settings.kernelOptions }, clock);
}
