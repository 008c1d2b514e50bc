import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { Lab, runOk, testMounted } from './lab.js';

const INSTALL = fileURLToPath(new URL('../../scripts/install-system.js', import.meta.url));
const SETTINGS = '/etc/hafs/hafs.toml';
const WRAPPER = '/usr/local/bin/hafs';

let lab: Lab;
let scratch: string;
const wasInstalled = existsSync(WRAPPER);
const hadSettings = existsSync(SETTINGS);

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-e2e-helper-'));
  lab = await Lab.up(24_451);
  await runOk(process.execPath, INSTALL);
  await mkdir('/etc/hafs', { recursive: true });
  if (hadSettings) throw new Error(`${SETTINGS} is there already: this test would overwrite it`);
  await writeFile(SETTINGS, `server = "${lab.servers}"\n`);
});

afterAll(async () => {
  if (!hadSettings) await rm(SETTINGS, { force: true });
  if (!wasInstalled) await runOk(process.execPath, INSTALL, '--uninstall');
  await lab.purge();
  await rm(scratch, { recursive: true });
});

async function expectMounts(name: string, mount: (directory: string) => string[]): Promise<void> {
  const directory = join(scratch, name);
  await mkdir(directory);
  try {
    await runOk('mount', ...mount(directory));
    const line = (await readFile('/proc/mounts', 'utf8'))
      .split('\n')
      .find((text) => text.includes(directory));
    expect(line).toContain(' fuse.hafs rw');
    await runOk('sh', '-c', `echo "$1" > "$2/$1" && grep -q "$1" "$2/$1"`, 'sh', name, directory);
  } finally {
    await runOk('umount', directory);
  }
  expect(await readFile('/proc/mounts', 'utf8')).not.toContain(directory);
}

testMounted('e2e: mount -t fuse hafs#www: mounts', () =>
  expectMounts('hash', (directory) => ['-t', 'fuse', 'hafs#www', directory, '-o', 'noatime']),
);

testMounted('e2e: mount -t fuse.hafs HOST,HOST:/www: mounts', () =>
  expectMounts('type', (directory) => [
    '-t',
    'fuse.hafs',
    `${lab.address(1)},${lab.address(2)}:/www`,
    directory,
  ]),
);

testMounted('e2e: mount -t hafs with a dead node in the list: mounts by the one that answers', () =>
  expectMounts('dead', (directory) => ['-t', 'hafs', `127.0.0.1:9,${lab.address(2)}:/www`, directory]),
);

testMounted('e2e: an fstab line: mounts by its directory alone', () =>
  expectMounts('fstab', (directory) => {
    const fstab = join(scratch, 'fstab.own');
    return ['-T', fstab, directory];
  }),
);

testMounted('e2e: mount -a, twice: mounts once, and is content; what it noted is known', async () => {
  const directory = join(scratch, 'all');
  const fstab = join(scratch, 'fstab.all');
  await mkdir(directory);
  await writeFile(fstab, `${lab.servers}:/www ${directory} hafs _netdev,nofail 0 0\n`);
  try {
    for (let time = 0; time < 2; time++) await runOk('mount', '-T', fstab, '-a');
    const table = (await readFile('/proc/mounts', 'utf8')).split('\n');
    expect(table.filter((line) => line.includes(directory))).toHaveLength(1);
    const shown = (await runOk('mount')).split('\n').find((line) => line.includes(directory));
    expect(shown).toContain('_netdev');
  } finally {
    await runOk('umount', directory);
  }
});

/** A few times more than makes the kernel keep a name. */
const LOOKS = 10;

async function lookOftenAt(path: string): Promise<void> {
  await runOk('sh', '-c', `for i in $(seq ${LOOKS}); do stat "$1"; done`, 'sh', path);
}

testMounted.each(['before', 'after'])(
  'e2e: a file system is mounted within the mount, %s a name beside it was looked at: it stays when that is removed',
  async (when) => {
    const within = join(lab.mount, `within-${when}`);
    const beside = join(lab.mount, `beside-${when}`);
    await mkdir(within);
    await writeFile(beside, '');
    if (when === 'after') await lookOftenAt(beside);
    await runOk('mount', '-t', 'tmpfs', 'none', within);
    try {
      await writeFile(join(within, 'inside'), '');
      if (when === 'before') await lookOftenAt(beside);
      await rm(beside);
      expect(existsSync(join(within, 'inside'))).toBe(true);
    } finally {
      await runOk('umount', within);
    }
    expect(existsSync(join(within, 'inside'))).toBe(false);
  },
);

beforeAll(async () => {
  const line = `hafs#www ${join(scratch, 'fstab')} fuse _netdev,nofail 0 0\n`;
  await writeFile(join(scratch, 'fstab.own'), line);
});
