/** What has to be installed: said all at once, and before anything is begun. */
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { mountObstacle } from '../../src/runtime/fuse-device.js';

/** Debian's package by what is looked for: a program, or a file. */
const PACKAGES: Readonly<Record<string, string>> = {
  'mkfs.ext4': 'e2fsprogs',
  losetup: 'mount',
  ip: 'iproute2',
  gcc: 'gcc libc6-dev',
  fio: 'fio',
  dbench: 'dbench',
  wrk: 'wrk',
  git: 'git',
  tar: 'tar',
  npm: 'npm',
  apache2: 'apache2-bin',
  '/usr/lib/apache2/modules/libphp8.2.so': 'libapache2-mod-php8.2',
  glusterd: 'glusterfs-server',
  'mount.glusterfs': 'glusterfs-client',
};
const PLACES = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** @throws with everything that is missing. */
export async function checkRequirements(tools: readonly string[]): Promise<void> {
  const obstacle = await mountObstacle();
  const isMissing = await Promise.all(tools.map(async (tool) => !(await isThere(tool))));
  const missing = tools.filter((_, place) => isMissing[place]);
  const packages = [...new Set(missing.map((tool) => PACKAGES[tool] ?? tool))].sort();
  if (obstacle !== undefined) throw new Error(`nothing can be mounted: ${obstacle}`);
  if (missing.length === 0) return;
  throw new Error(`missing: ${missing.join(', ')}; on Debian: apt-get install ${packages.join(' ')}`);
}

async function isThere(tool: string): Promise<boolean> {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES];
  const paths = tool.startsWith('/') ? [tool] : directories.map((directory) => join(directory, tool));
  const found = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
