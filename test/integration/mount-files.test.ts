import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMountProcess, describeWithFuse, shell, TestMount, tryShell } from '../support/mount-fixture.js';

const describe = await describeWithFuse();

describe('a mount', () => {
  let mount: TestMount;
  let scratch: string;
  let here: string;

  beforeAll(async () => {
    buildMountProcess();
    mount = await TestMount.start({ mounts: 2 });
    here = mount.directory;
    scratch = mkdtempSync(join(tmpdir(), 'hafs-scratch-'));
  });

  afterAll(async () => {
    await mount.dispose();
    rmSync(scratch, { recursive: true });
    expect(mount.log).not.toMatch(/ (warn|error) /);
  });

  test('mount: tree of a thousand files: comes back byte for byte, with modes, owners and times', async () => {
    await shell(`
      cd ${scratch}
      for d in $(seq 10); do
        mkdir -p tree/$d
        for f in $(seq 100); do head -c $((f * f * 7)) /dev/urandom > tree/$d/$f; done
        chmod 750 tree/$d; chown 33:34 tree/$d/1; chmod 4711 tree/$d/2; ln -s ../missing tree/$d/link
        ln tree/$d/3 tree/$d/hard; touch -d '1969-05-01 12:00:00.123456789' tree/$d/4; mkfifo tree/$d/fifo
      done
      cp -a tree ${here}/tree`);
    const show = `find . -printf '%p %y %m %U %G %n %T@ %l %s\\n' | grep -v ' d ' | sort`;
    await shell(`diff -r --no-dereference -x fifo ${scratch}/tree ${here}/tree`);
    expect(await shell(show, `${here}/tree`)).toBe(await shell(show, `${scratch}/tree`));
  });

  test('mount: hard link: both names show one inode and its count', async () => {
    const shown = await shell(
      'echo x > h1; ln h1 h2; stat -c "%h %i" h1 h2; rm h1; stat -c %h h2; cat h2',
      here,
    );
    const [first, second, ...rest] = shown.split('\n');
    expect(first).toBe(second);
    expect(first).toMatch(/^2 /);
    expect(rest).toEqual(['1', 'x']);
  });

  test('mount: rename over a file: replaces it at once', async () => {
    await shell('echo old > r1; echo new > r2; mv r2 r1; test ! -e r2', here);
    expect(await shell('cat r1', here)).toBe('new');
  });

  test('mount: rename flags: no-replace refuses, exchange swaps', async () => {
    const script = `
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def rename(a, b, flags):
    return 0 if libc.renameat2(-100, a, -100, b, flags) == 0 else ctypes.get_errno()
open('x1', 'w').write('1'); open('x2', 'w').write('2')
print(rename(b'x1', b'x2', 1), rename(b'x1', b'x2', 2), open('x1').read(), open('x2').read(), rename(b'x1', b'x3', 4))`;
    expect(await shell(`python3 -c "${script}"`, here)).toBe('17 0 2 1 22');
  });

  test('mount: file unlinked while open: stays readable and writable', async () => {
    const script =
      'echo kept > u; exec 3<>u; rm u; test ! -e u; cat <&3; echo more >&3; stat -L -c %h /dev/fd/3';
    expect(await shell(script, here)).toBe('kept\n0');
  });

  test('mount: two processes on two mounts append: no line is lost or torn', async () => {
    const [one, other] = mount.directories;
    const append = (directory: string, who: string): Promise<string> =>
      shell(`for i in $(seq 300); do echo "${who} line $i of the log" >> ${directory}/log; done`);
    await Promise.all([append(one!, 'one'), append(other!, 'other'), append(one!, 'third')]);
    const lines = (await shell('cat log', one)).split('\n');
    expect(lines).toHaveLength(900);
    expect(new Set(lines).size).toBe(900);
  });

  test('mount: change on one mount: the other sees it at once', async () => {
    const [one, other] = mount.directories;
    await shell('echo 1 > seen', one);
    for (let version = 2; version <= 20; version++) {
      expect(await shell(`cat ${other}/seen; echo ${version} > ${other}/seen`)).toBe(`${version - 1}`);
      expect(await shell('cat seen', one)).toBe(`${version}`);
    }
    await shell('rm seen', other);
    expect((await tryShell('cat seen', one)).stderr).toContain('No such file');
  });

  test('mount: extended attributes: set, listed, read, removed', async () => {
    await shell('echo x > xa; setfattr -n user.one -v 1 xa; setfattr -n trusted.two -v 22 xa', here);
    expect(await shell('getfattr -d -m - xa', here)).toBe('# file: xa\ntrusted.two="22"\nuser.one="1"');
    await shell('setfattr -x user.one xa', here);
    expect((await tryShell('getfattr -n user.one xa', here)).stderr).toContain('No such attribute');
    expect((await tryShell('setfattr -n system.posix_acl_access -v 0x02 xa', here)).status).not.toBe(0);
  });

  test('mount: mapped file: is read, and written back by msync', async () => {
    const script = `
import mmap
open('mm', 'wb').write(b'a' * 200000)
with open('mm', 'r+b') as f:
    m = mmap.mmap(f.fileno(), 0)
    print(m[199999:200000].decode(), end='')
    m[150000:150003] = b'xyz'
    m.flush(); m.close()
print(open('mm', 'rb').read()[149999:150004].decode())`;
    expect(await shell(`python3 -c "${script}"`, here)).toBe('aaxyza');
    expect(await shell(`dd if=mm bs=1 skip=150000 count=3 status=none`, mount.directories[1])).toBe('xyz');
  });

  test('mount: sparse file and truncation: zeros where nothing was written', async () => {
    const size = 3 * 2 ** 30;
    await shell(
      `echo end | dd of=sp bs=1 seek=${size} conv=notrunc status=none; cmp -n 1M sp /dev/zero`,
      here,
    );
    expect(await shell('stat -c %s sp; tail -c 4 sp; test $(stat -c %b sp) -lt 1000', here)).toBe(
      `${size + 4}\nend`,
    );
    await shell('printf 123456789 > tr; truncate -s 4 tr; truncate -s 8 tr', here);
    expect(await shell('xxd -p tr', here)).toBe('3132333400000000');
    expect((await tryShell('truncate -s 17T tr', here)).stderr).toContain('File too large');
    expect((await tryShell('truncate -s 7E tr', here)).stderr).toContain('File too large');
    expect((await tryShell('echo x | dd of=tr bs=1 seek=5E conv=notrunc', here)).stderr).toContain(
      'File too large',
    );
  });

  test('mount: statfs: shows the volume', async () => {
    expect(await shell('stat -f -c "%S %b %a %l" .', here)).toBe('4096 16777216 12582912 255');
  });

  test('mount: other users: own what they make, within their umask, and may not more', async () => {
    const asWww = 'setpriv --reuid 33 --regid 33 --clear-groups';
    await shell('mkdir open; chmod 777 open; echo secret > open/mine; chmod 600 open/mine', here);
    await shell(
      `umask 027; ${asWww} bash -c 'echo x > open/f; mkdir open/d; ln -s f open/l; mkfifo open/p'`,
      here,
    );
    const shown = await shell('stat -c "%n %u %g %a" open/*', here);
    expect(shown.split('\n')).toEqual([
      'open/d 33 33 750',
      'open/f 33 33 640',
      'open/l 33 33 777',
      'open/mine 0 0 600',
      'open/p 33 33 640',
    ]);
    expect((await tryShell(`${asWww} cat open/mine`, here)).stderr).toContain('Permission denied');
    expect((await tryShell(`${asWww} touch refused`, here)).stderr).toContain('Permission denied');
  });

  test('mount: set-id bits: fall away when another user writes', async () => {
    await shell('echo x > suid; chown 33:33 suid; chmod 6777 suid', here);
    await shell(`setpriv --reuid 34 --regid 34 --clear-groups bash -c 'echo y >> suid'`, here);
    expect(await shell('stat -c %a suid', here)).toBe('777');
  });

  test('mount: set-gid directory: passes its group on', async () => {
    await shell('mkdir sg; chgrp 34 sg; chmod 2775 sg; touch sg/f; mkdir sg/d', here);
    expect(await shell('stat -c "%g %a" sg/f sg/d', here)).toBe('34 644\n34 2755');
  });

  test('mount: large directory changes while it is listed: what stays is shown exactly once', async () => {
    await shell('mkdir many; cd many; seq -f keep%g 10000 | xargs touch', here);
    const churn = shell('cd many; for i in $(seq 400); do touch new$i; rm new$i; done', here);
    const listing = async (): Promise<void> => {
      const names = (await shell('ls -f many | grep keep', here)).split('\n');
      expect(names).toHaveLength(10_000);
      expect(new Set(names).size).toBe(10_000);
    };
    await Promise.all([churn, listing().then(listing)]);
    expect(await shell('find many -type f | wc -l; rm -r many; test ! -e many', here)).toBe('10000');
  });

  test('mount: what the kernel must do without: falls back or says so', async () => {
    await shell('echo data > src; cp --reflink=auto src dst; cmp src dst; fallocate -x -l 5000 fa', here);
    expect((await tryShell('fallocate -c -o 0 -l 4096 src', here)).stderr).toMatch(
      /not supported|unsupported/,
    );
    expect(await shell('flock src echo locked; xxd -p -s 2 -l 2 src; sync -f .', here)).toBe('locked\n7461');
  });

  test('mount: names at their limit: 255 bytes pass, 256 do not', async () => {
    const name = (length: number): string => 'n'.repeat(length);
    await shell(`echo x > ${name(255)}; rm ${name(255)}`, here);
    expect((await tryShell(`echo x > ${name(256)}`, here)).stderr).toContain('File name too long');
  });
});
