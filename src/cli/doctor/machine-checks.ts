/** This machine, whatever the pool is like. */
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { release } from 'node:os';
import { promisify } from 'node:util';
import { hasFuseInKernel, mountObstacle } from '../../runtime/fuse-device.js';
import { ok, warning, broken, type Finding } from './finding.js';

const run = promisify(execFile);
const COMMAND_TIMEOUT_MS = 5_000;
/** package.json, "engines". */
const NODE_VERSION_MIN = [20, 19] as const;
/** The first long-term kernel whose FUSE has all that the mount uses (FUSE_HANDLE_KILLPRIV_V2). */
const KERNEL_VERSION_MIN = [5, 11] as const;
/** LevelDB keeps up to a thousand files of each brick open. */
const OPEN_FILES_MIN = 4_096;
const HELPER = '/sbin/mount.hafs';
const FUSE_HELPERS = ['/sbin/mount.fuse3', '/sbin/mount.fuse'];

export const machineChecks = async (): Promise<readonly Finding[]> => [
  nodeVersion(process.versions.node),
  kernelVersion(release()),
  await fuse(),
  await helper(),
  await fuseHelper(),
  openFiles(await readFile('/proc/self/limits', 'utf8').catch(() => '')),
  clockSetting(await isClockSet()),
];

export function nodeVersion(version: string): Finding {
  if (isAtLeast(version, NODE_VERSION_MIN)) return ok('node', `Node ${version}`);
  return broken('node', `Node ${version} is too old`, `install Node ${NODE_VERSION_MIN.join('.')} or later`);
}

export function kernelVersion(version: string): Finding {
  if (isAtLeast(version, KERNEL_VERSION_MIN)) return ok('kernel', `Linux ${version}`);
  const wanted = KERNEL_VERSION_MIN.join('.');
  return warning(
    'kernel',
    `Linux ${version} does without some of what a mount uses`,
    `run Linux ${wanted} or later`,
  );
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [hasMajor = 0, hasMinor = 0] = version.split(/[.-]/).map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}

async function fuse(): Promise<Finding> {
  if (!(await hasFuseInKernel())) return warning('fuse', 'the kernel has no FUSE', 'modprobe fuse');
  const obstacle = await mountObstacle();
  if (obstacle === undefined) return ok('fuse', 'a volume can be mounted');
  return warning(
    'fuse',
    `no volume can be mounted from here: ${obstacle}`,
    'run it as root, or do without: hafs fs',
  );
}

async function helper(): Promise<Finding> {
  if (await exists(HELPER)) return ok('mount helper', HELPER);
  const remedy = 'install the package, or: npm run install-system';
  return warning('mount helper', `mount -t hafs and fstab do not work: there is no ${HELPER}`, remedy);
}

async function fuseHelper(): Promise<Finding> {
  for (const path of FUSE_HELPERS) if (await exists(path)) return ok('fuse3', path);
  return warning(
    'fuse3',
    'mount -t fuse hafs#VOL does not work: mount.fuse3 is missing',
    'apt install fuse3',
  );
}

/** @param limits as /proc/self/limits has them; the hard limit counts, since Node raises the other to it. */
export function openFiles(limits: string): Finding {
  const hard = /^Max open files +\S+ +(\S+)/m.exec(limits)?.[1] ?? 'unknown';
  if (hard === 'unlimited' || Number(hard) >= OPEN_FILES_MIN) return ok('open files', `up to ${hard}`);
  const remedy = `raise it to ${OPEN_FILES_MIN} (ulimit -n, or LimitNOFILE= in the unit)`;
  return warning('open files', `up to ${hard} only`, remedy);
}

/** By the kernel's word, which any NTP service gives it; `undefined` when nobody here can tell. */
async function isClockSet(): Promise<boolean | undefined> {
  const words = ['show', '--property=NTPSynchronized', '--value'];
  const said = await run('timedatectl', words, { timeout: COMMAND_TIMEOUT_MS }).catch(() => undefined);
  const word = said?.stdout.trim();
  if (word === 'yes' || word === 'no') return word === 'yes';
  return (await exists('/run/systemd/timesync/synchronized')) ? true : undefined;
}

export function clockSetting(isSet: boolean | undefined): Finding {
  if (isSet === undefined) return ok('clock', 'whether NTP sets it cannot be told here');
  if (isSet) return ok('clock', 'set by NTP');
  return warning(
    'clock',
    'not set by NTP',
    'let chrony or systemd-timesyncd set it (timedatectl set-ntp true)',
  );
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
