import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DROP_COPIED_MOUNTS } from '../support/copied-mounts.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAKE = join(ROOT, 'scripts/make-deb.js');
const canInstall = process.getuid?.() === 0 && spawnSync('dpkg-deb', ['--version']).status === 0;
const testInstalled = canInstall || process.env['HAFS_NO_SKIP'] === '1' ? test : test.skip;

let directory: string;
let deb: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'hafs-deb-test-'));
  if (canInstall) deb = execFileSync(process.execPath, [MAKE, directory], { encoding: 'utf8' }).trim();
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/**
 * Runs a script as root of a copy of this machine: the system below, what is written above in memory, in a mount
 * namespace of its own. Nothing of it is left afterwards.
 */
function inCopyOfMachine(script: string): string {
  const setUp = `
    set -e
    ${DROP_COPIED_MOUNTS}
    mkdir ${directory}/top && mount -t tmpfs tmpfs ${directory}/top
    cd ${directory}/top && mkdir upper work root
    mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
    mount --bind /dev root/dev && mount -t proc proc root/proc
    cp ${deb} root/hafs.deb
    chroot root /bin/sh -e -c "$1"`;
  const words = ['--mount', '--propagation', 'private', 'sh', '-c', setUp, 'sh', script];
  const { status, stdout, stderr } = spawnSync('unshare', words, { encoding: 'utf8', timeout: 200_000 });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}\n${stdout}`);
  return stdout;
}

testInstalled('deb: installed: everything is in place, and the user; removed: nothing of it is left', () => {
  const out = inCopyOfMachine(`
    dpkg -i /hafs.deb >/dev/null
    echo version: $(env -i /usr/bin/hafs --version)
    echo user: $(getent passwd hafs | cut -d: -f1,6,7), owns $(stat -c %U /var/lib/hafs)
    env -i /sbin/mount.hafs 2>&1 || true
    echo units: $(systemctl --root=/ is-enabled hafs-server.service)
    echo manual: $(man -w hafs mount.hafs | wc -l)
    echo bill: $(grep -c '"name": "pkijs"' /usr/lib/hafs/sbom.cdx.json)
    env -i /usr/bin/hafs server --help | grep -c -- --data
    env -i /usr/bin/hafs --server 127.0.0.1:1 doctor --json | grep -o '"check":"mount helper","level":"ok"' || true
    dpkg -r hafs >/dev/null 2>&1
    echo kept: $(ls /etc/hafs)
    dpkg --purge hafs >/dev/null 2>&1
    echo left: $(ls -d /usr/bin/hafs /usr/sbin/mount.hafs /usr/lib/hafs /etc/hafs /var/lib/hafs 2>/dev/null) $(getent passwd hafs)
  `);
  expect(out.split('\n').filter((line) => line !== '')).toEqual([
    expect.stringMatching(/^version: hafs \d/),
    'user: hafs:/var/lib/hafs:/usr/sbin/nologin, owns hafs',
    expect.stringContaining("missing required argument 'source'"),
    'units: disabled',
    'manual: 2',
    'bill: 1',
    expect.stringMatching(/^[1-9]/),
    '"check":"mount helper","level":"ok"',
    'kept: hafs.toml',
    'left:',
  ]);
});

testInstalled('deb: the machine it was installed on: untouched', () => {
  expect(spawnSync('dpkg', ['-s', 'hafs']).status).not.toBe(0);
});
