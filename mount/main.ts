/** `hafs mount` and `hafs umount`, as src/main.ts calls them. Both throw what stands in the way. */
import { messageOf, UnreachableError } from '../src/core/errors.js';
import { startDaemon } from './daemon.js';
import { LogBound } from './daemon-log.js';
import type { MountDeps } from './mount-deps.js';
import { planMount, type MountPlan, type MountRequest } from './mount-plan.js';
import { canonicalPath, checkMountPoint, clearDeadMounts, isMountedThere } from './mount-point.js';
import { MountRegistry } from './mount-registry.js';
import { tellParent } from './parent-channel.js';
import { remount } from './remount.js';
import { serveMount } from './serve-mount.js';
import { stopSignal } from './stop-signal.js';
import { clearDeadAnchors } from './transport/anchor.js';

export type { MountDeps } from './mount-deps.js';
export type { MountRequest } from './mount-plan.js';
export { runUmount, type UmountDeps } from './umount.js';

/**
 * Mounts a volume. Resolves when it is mounted and answers; with `foreground` when it is unmounted again.
 * @throws {HafsError} with one line for people; nothing is left behind.
 */
export async function runMount(request: MountRequest, deps: MountDeps): Promise<void> {
  try {
    await mountAsAsked(request, deps);
  } catch (err) {
    await tellParent({
      kind: 'failed',
      message: messageOf(err),
      isUnreachable: err instanceof UnreachableError,
    });
    throw err;
  }
}

async function mountAsAsked(request: MountRequest, deps: MountDeps): Promise<void> {
  const plan = await withCanonicalTarget(planMount(request), deps);
  if (plan.settings.isRemount) return remount(plan, deps.clock);
  if (plan.target.kind === 'directory') {
    // `mount -a` takes an anchored mount for another one than stands in /etc/fstab (transport/anchor.ts).
    if (request.isHelper === true && (await isMountedThere(plan.source, plan.target.path, deps.clock)))
      return;
    await prepareMountPoint(plan.target.path, request, deps);
  }
  if (request.fake === true) return;
  return request.foreground ? serveHere(plan, deps) : startDaemon(request, plan, deps);
}

async function prepareMountPoint(
  directory: string,
  { fake }: MountRequest,
  { clock }: MountDeps,
): Promise<void> {
  if (fake !== true) {
    await clearDeadAnchors(clock);
    await clearDeadMounts(directory, clock);
  }
  await checkMountPoint(directory, clock);
}

async function withCanonicalTarget(plan: MountPlan, { clock }: MountDeps): Promise<MountPlan> {
  if (plan.target.kind === 'descriptor') return plan;
  return { ...plan, target: { kind: 'directory', path: await canonicalPath(plan.target.path, clock) } };
}

async function serveHere(plan: MountPlan, deps: MountDeps): Promise<void> {
  const registry = new MountRegistry();
  const bound = new LogBound(plan.settings.logFile, plan.target, deps.clock);
  bound.start();
  const onMounted = async (): Promise<void> => {
    if (plan.target.kind === 'directory') await register(registry, plan.target.path, deps);
    deps.log.info('mount.mounted', { source: plan.source, target: plan.target });
    await tellParent({ kind: 'mounted' });
  };
  try {
    await serveMount(plan, deps, { stop: stopSignal(), onMounted });
    deps.log.info('mount.unmounted', { source: plan.source });
  } finally {
    bound.stop();
    await registry.removeOwn();
  }
}

/** Without an entry `hafs umount` works all the same, it just does not wait for this process. */
async function register(registry: MountRegistry, directory: string, { log }: MountDeps): Promise<void> {
  try {
    await registry.add(directory);
  } catch (err) {
    log.warn('mount.not_registered', { err });
  }
}
