import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SCRIPT = new URL('../../scripts/install-system.js', import.meta.url).pathname;
const run = promisify(execFile);

let prefix: string;

beforeEach(async () => {
  prefix = await mkdtemp(join(tmpdir(), 'hafs-install-'));
});

afterEach(async () => {
  await rm(prefix, { recursive: true });
});

const install = (...options: string[]) => run(process.execPath, [SCRIPT, '--prefix', prefix, ...options]);

const installed = async (): Promise<string[]> =>
  (await readdir(prefix, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(prefix, join(entry.parentPath, entry.name)))
    .sort();

test('install: twice, then uninstall: everything is there, then everything is gone', async () => {
  await install();
  await install();
  expect(await installed()).toEqual([
    'etc/hafs/hafs.toml',
    'etc/systemd/system/hafs-server.service',
    'etc/sysusers.d/hafs.conf',
    'sbin/mount.fuse.hafs',
    'sbin/mount.hafs',
    'usr/local/bin/hafs',
    'usr/local/share/bash-completion/completions/hafs',
    'usr/local/share/doc/hafs/examples/var-www.automount',
    'usr/local/share/doc/hafs/examples/var-www.mount',
    'usr/local/share/man/man8/hafs.8',
    'usr/local/share/man/man8/mount.hafs.8',
    'usr/local/share/zsh/site-functions/_hafs',
  ]);
  await install('--uninstall');
  await install('--uninstall');
  expect(await installed()).toEqual([]);
});

test('install: no configuration yet: a node finds in it where its data is', async () => {
  await install();
  expect(await readFile(join(prefix, 'etc/hafs/hafs.toml'), 'utf8')).toContain(
    '\n[node]\ndata = "/var/lib/hafs"\n',
  );
  expect(await readFile(join(prefix, 'etc/systemd/system/hafs-server.service'), 'utf8')).toContain(
    '\nExecStart=/usr/local/bin/hafs server\n',
  );
});

test('install: a configuration of somebody: neither replaced nor removed', async () => {
  const configuration = join(prefix, 'etc/hafs/hafs.toml');
  await mkdir(join(prefix, 'etc/hafs'), { recursive: true });
  await writeFile(configuration, 'server = ["n1"]\n');
  await install();
  expect(await readFile(configuration, 'utf8')).toBe('server = ["n1"]\n');
  await install('--uninstall');
  expect(await installed()).toEqual(['etc/hafs/hafs.toml']);
});

test('install: where systemd runs: it hears of the unit, and has stopped it before it is removed', async () => {
  const unit = join(prefix, 'etc/systemd/system/hafs-server.service');
  const told = join(prefix, 'told');
  await mkdir(join(prefix, 'run/systemd/system'), { recursive: true });
  await mkdir(join(prefix, 'bin'));
  const fake = `#!/bin/sh\n[ -e ${unit} ] && state=there || state=gone\necho "$* $state" >> ${told}\n`;
  await writeFile(join(prefix, 'bin/systemctl'), fake, { mode: 0o755 });
  const env = { ...process.env, PATH: `${join(prefix, 'bin')}:${process.env['PATH'] ?? ''}` };
  for (const words of [[], ['--uninstall'], ['--uninstall']])
    await run(process.execPath, [SCRIPT, '--prefix', prefix, ...words], { env });
  expect((await readFile(told, 'utf8')).split('\n')).toEqual([
    'daemon-reload there',
    'disable --now hafs-server.service there',
    'daemon-reload gone',
    'daemon-reload gone',
    '',
  ]);
});

test('install: an empty environment: the wrapper finds node and the program', async () => {
  await install();
  const wrapper = join(prefix, 'usr/local/bin/hafs');
  expect((await run(wrapper, ['--version'], { env: {} })).stdout).toMatch(/^hafs \d/);
});

test('install: the name it is called by: handed on', async () => {
  await install();
  const helper = join(prefix, 'sbin/mount.hafs');
  const text = (await readFile(helper, 'utf8')).replace(/^exec .*$/m, 'echo "$HAFS_INVOKED_AS" "$@"');
  await writeFile(helper, text);
  await chmod(helper, 0o755);
  expect((await run(helper, ['w', '/m m'], { env: {} })).stdout).toBe('mount.hafs w /m m\n');
});

test("install: someone else's file: neither replaced nor removed", async () => {
  const foreign = join(prefix, 'sbin/mount.hafs');
  await mkdir(join(prefix, 'sbin'));
  await writeFile(foreign, 'not ours');
  await expect(install()).rejects.toThrow('is not from hafs');
  await install('--uninstall');
  expect(await installed()).toEqual(['sbin/mount.hafs']);
});
