import { readFile, stat } from 'node:fs/promises';
import { RefusedError } from '../../core/errors.js';
import { mountObstacle } from '../../runtime/fuse-device.js';
import type { CliContext } from '../context.js';
import { LAB_VOLUME, serverList, type Lab } from './layout.js';
import { runOwnProgram } from './own-program.js';
import { makeDirectory } from '../../runtime/make-directory.js';

const FUSE_TYPE = 'fuse.hafs';
const STAT_WITHIN_MS = 5_000;

export type MountState =
  | { readonly kind: 'mounted' }
  /** The machine does not let us; the volume is up all the same. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** Mounts the lab's volume unless it is mounted. @throws {RefusedError} it could be, and failed. */
export async function ensureMounted(lab: Lab, context: CliContext): Promise<MountState> {
  const obstacle = await mountObstacle();
  if (obstacle !== undefined) return { kind: 'impossible', reason: obstacle };
  const { mountPoint } = lab.settings;
  if (await isMounted(mountPoint)) {
    if (await mountAnswers(mountPoint, context)) return { kind: 'mounted' };
    await unmount(lab, context); // What was mounted has lost its process.
  }
  makeDirectory(mountPoint);
  const source = `${serverList(lab)}:/${LAB_VOLUME}`;
  try {
    await runOwnProgram(context.entryFile, ['mount', source, mountPoint], lab.mountLogFile);
  } catch (err) {
    const why = `the servers run, but ${mountPoint} is not mounted: ${(err as Error).message}`;
    throw new RefusedError(`${why} (see ${lab.mountLogFile})`, { cause: err });
  }
  return { kind: 'mounted' };
}

/** Unmounts the lab's volume if it is mounted. @throws {RefusedError} someone still uses it. */
export async function ensureUnmounted(lab: Lab, context: CliContext): Promise<void> {
  if (await isMounted(lab.settings.mountPoint)) await unmount(lab, context);
}

async function unmount(lab: Lab, context: CliContext): Promise<void> {
  await runOwnProgram(context.entryFile, ['umount', lab.settings.mountPoint], lab.mountLogFile);
}

async function mountAnswers(mountPoint: string, context: CliContext): Promise<boolean> {
  const answered = stat(mountPoint).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, context.clock.sleep(STAT_WITHIN_MS).then(() => false)]);
}

export const isMounted = async (mountPoint: string): Promise<boolean> =>
  hasMount(await readFile('/proc/self/mountinfo', 'utf8'), mountPoint);

/** Field 5 is the mount point, the type follows " - " (proc(5)); space, tab, newline and `\` are octal. */
export function hasMount(mountInfo: string, mountPoint: string): boolean {
  return mountInfo.split('\n').some((line) => {
    const [before, after] = line.split(' - ');
    const place = before
      ?.split(' ')[4]
      ?.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
    return place === mountPoint && after?.split(' ')[0] === FUSE_TYPE;
  });
}
