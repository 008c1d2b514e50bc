import { access, readFile } from 'node:fs/promises';

export const FUSE_DEVICE = '/dev/fuse';
const CAP_SYS_ADMIN = 21n; // linux/capability.h

/** Why this process cannot mount anything, in words; `undefined` when nothing stands in the way. */
export async function mountObstacle(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'mounting needs root';
  if (!(await exists(FUSE_DEVICE))) return `this machine has no ${FUSE_DEVICE}`;
  if (!(await mayMount())) return 'this container may not mount (no CAP_SYS_ADMIN)';
  return undefined;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function mayMount(): Promise<boolean> {
  const status = await readFile('/proc/self/status', 'utf8');
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return effective === undefined || ((BigInt(`0x${effective}`) >> CAP_SYS_ADMIN) & 1n) === 1n;
}

/** Whether the kernel knows FUSE, as a module that is loaded or built in. */
export async function hasFuseInKernel(): Promise<boolean> {
  return /\tfuse$/m.test(await readFile('/proc/filesystems', 'utf8').catch(() => ''));
}
