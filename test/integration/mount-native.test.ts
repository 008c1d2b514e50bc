/** The second transport: `-o transport=fuse-native`, with the optional package of that name. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  buildMountProcess,
  describeWithFuse,
  MOUNT_PROCESS,
  mountedAt,
  shell,
  TestMount,
  tryShell,
} from '../support/mount-fixture.js';

const RUNNER = resolve('test/posix/run.py');
/** Those of the suite's areas that need nothing but what libfuse 2 can ask (docs/posix.md). */
const AREAS = ['access', 'locks', 'opens', 'statistics', 'transfers', 'truncation'];
const OPTIONS = 'transport=fuse-native';
const WITHIN = { timeout: 20_000 };

const withFuse = await describeWithFuse();
const describe = isInstalled() || process.env['HAFS_NO_SKIP'] === '1' ? withFuse : withFuse.skip;

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve('fuse-native');
    return true;
  } catch {
    console.warn('tests of fuse-native are skipped: the package is not installed');
    return false;
  }
}

describe('a mount by fuse-native', () => {
  let mount: TestMount;
  let here: string;
  let there: string;

  beforeAll(async () => {
    buildMountProcess();
    mount = await TestMount.start({ mounts: 2, options: OPTIONS });
    [here = '', there = ''] = mount.directories;
  });
  afterAll(() => mount.dispose());

  test('native: in the tree: shows its type, source and options', async () => {
    expect(mountedAt(here)).toMatchObject({ type: 'fuse.hafs', source: 'vol' });
    const options = (await shell(`findmnt -n -o OPTIONS ${here}`)).split(',');
    expect(options).toEqual(expect.arrayContaining(['rw', 'allow_other', 'default_permissions']));
    // Nobody clears set-id bits when others write.
    expect(options).toContain('nosuid');
  });

  test('native: files: are written, read, linked, renamed and removed', async () => {
    const script = `
      head -c 3000000 /dev/urandom > /tmp/$$; cp /tmp/$$ big; cmp /tmp/$$ big; rm /tmp/$$
      mkdir -p a/b; echo one > a/b/f; ln a/b/f a/g; ln -s b/f a/link; mv a/b/f a/b/h; echo two >> a/g
      cat a/b/h; stat -c '%i %h' a/g a/b/h | uniq | wc -l; readlink a/link; truncate -s 2 a/g; cat a/b/h; ls a
      setfattr -n user.x -v 1 a/g; getfattr --only-values -n user.x a/b/h; echo; rm -r a big; ls -A`;
    expect(await shell(script, here)).toBe('one\ntwo\n1\nb/f\nonb\ng\nlink\n1');
  });

  test('native: unlinked while open: stays readable, and is gone when it is closed', async () => {
    expect(await shell('echo kept > u; exec 3<u; rm u; test ! -e u; cat <&3', here)).toBe('kept');
    expect(await shell('ls -A', here)).toBe('');
  });

  test('native: change on one mount: the other sees it at once', async () => {
    for (let version = 1; version <= 10; version++) {
      await shell(`echo ${version} > seen`, here);
      expect(await shell('cat seen; rm seen', there)).toBe(`${version}`);
      expect((await tryShell('cat seen', here)).stderr).toContain('No such file');
    }
  });

  test('native: two mounts append: no line is lost or torn', async () => {
    const append = (directory: string, who: string): Promise<string> =>
      shell(`for i in $(seq 100); do echo "${who} line $i of the log" >> log; done`, directory);
    await Promise.all([append(here, 'one'), append(there, 'other')]);
    const lines = (await shell('cat log; rm log', here)).split('\n');
    expect(new Set(lines).size).toBe(200);
    expect(lines).toHaveLength(200);
  });

  test('native: what libfuse cannot pass on: is refused', async () => {
    expect((await tryShell('> f; setfacl -m u:33:r f', here)).stderr).toContain('not supported');
    expect((await tryShell('fallocate -p -l 4096 f', here)).stderr).toContain('unsupported');
    expect((await tryShell("mkdir $(printf 'latin\\351')", here)).stderr).toContain('Invalid argument');
    expect((await tryShell('touch -d 2001-02-03 f', here)).stderr).toContain('not implemented');
  });

  test.each(AREAS)('native: posix: %s: as on the local file system', async (area) => {
    expect(await shell(`python3 ${RUNNER} ${here} --only ${area}`)).toContain(' 0 deviate');
  });
});

describe('the life of a mount by fuse-native', () => {
  beforeAll(buildMountProcess);

  test.each(['SIGTERM', 'umount'])('native: %s: it is unmounted, and the process ends', async (how) => {
    const mount = await TestMount.start({ options: OPTIONS });
    try {
      await shell('echo x > f', mount.directory);
      if (how === 'umount') await shell(`umount ${mount.directory}`);
      else mount.process.kill('SIGTERM');
      expect(await mount.ended()).toBe(0);
      await expect.poll(() => mountedAt(mount.directory), WITHIN).toBeUndefined();
    } finally {
      await mount.dispose();
    }
  });

  test('native: read-only: holds from the start', async () => {
    const mount = await TestMount.start({ options: `${OPTIONS},ro,noatime` });
    try {
      expect((await tryShell('touch f', mount.directory)).stderr).toContain('Read-only file system');
    } finally {
      await mount.dispose();
    }
  });

  test('native: the package is not installed: one line says what to do', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'hafs-without-native-'));
    try {
      cpSync(resolve(MOUNT_PROCESS, '../../..'), elsewhere, { recursive: true });
      const file = join(elsewhere, 'mount/transport/native/native-fuse.js');
      const script = `import(${JSON.stringify(file)}).then((m) => m.loadNativeFuse()).catch((e) => console.log(e.message))`;
      const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
      expect(stdout.trim()).toBe(
        'the package fuse-native is not installed; run "npm install fuse-native" beside hafs, or mount without transport=fuse-native',
      );
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });
});
