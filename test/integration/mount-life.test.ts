import { mkdirSync, openSync, closeSync, rmdirSync, rmSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { isAlive, MountRegistry } from '../../mount/mount-registry.js';
import { runUmount } from '../../mount/umount.js';
import { SystemClock } from '../../src/runtime/clock.js';
import {
  buildMountProcess,
  describeWithFuse,
  MOUNT_PROCESS,
  mountedAt,
  newMountPoint,
  removeMount,
  shell,
  SILENT_VOLUME,
  TestMount,
  tryMount,
  tryShell,
  VOLUME,
} from '../support/mount-fixture.js';

const describe = await describeWithFuse();
const clock = new SystemClock();
const registry = new MountRegistry();
const WITHIN = { timeout: 20_000 };

describe('the life of a mount', () => {
  const disposals: (() => Promise<void>)[] = [];

  beforeAll(buildMountProcess);
  afterEach(async () => {
    for (const dispose of disposals.splice(0)) await dispose();
  });

  async function startMount(options = ''): Promise<TestMount> {
    const mount = await TestMount.start({ options });
    disposals.push(() => mount.dispose());
    return mount;
  }

  /** A mount point that is clean again afterwards, whoever mounts there. */
  function mountPoint(): string {
    const directory = newMountPoint();
    disposals.push(async () => {
      const serving = await registry.serving(directory);
      await removeMount(directory);
      for (const record of serving) await expect.poll(() => isAlive(record), WITHIN).toBe(false);
      rmdirSync(directory);
    });
    return directory;
  }

  test('mount: in the tree: shows its type, source and options', async () => {
    const mount = await startMount('noatime,nosuid');
    expect(mountedAt(mount.directory)).toMatchObject({ type: 'fuse.hafs', source: 'vol' });
    const shown = await shell(`findmnt -n -o OPTIONS ${mount.directory}`);
    for (const option of [
      'rw',
      'nosuid',
      'noatime',
      'allow_other',
      'default_permissions',
      'max_read=1048576',
    ]) {
      expect(shown.split(',')).toContain(option);
    }
  });

  test('umount: from outside: the process ends in good order', async () => {
    const mount = await startMount();
    await shell('echo x > f', mount.directory);
    await shell(`umount ${mount.directory}`);
    expect(await mount.ended()).toBe(0);
    expect(await registry.serving(mount.directory)).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('mount: %s: unmounts and ends in good order', async (signal) => {
    const mount = await startMount();
    mount.process.kill(signal);
    expect(await mount.ended()).toBe(0);
    expect(mountedAt(mount.directory)).toBeUndefined();
  });

  test('mount: SIGTERM while files are open: whoever has them gets an error, nobody hangs', async () => {
    const mount = await startMount();
    const user = spawn('bash', ['-c', 'exec 3>f; echo ready; read; echo late >&3 || echo refused'], {
      cwd: mount.directory,
    });
    const heard: string[] = [];
    user.stdout.on('data', (text: Buffer) => heard.push(text.toString('utf8')));
    await expect.poll(() => heard.join(''), WITHIN).toBe('ready\n');
    mount.process.kill('SIGTERM');
    expect(await mount.ended()).toBe(0);
    expect(mountedAt(mount.directory)).toBeUndefined();
    user.stdin.end('\n');
    await expect.poll(() => heard.join(''), WITHIN).toBe('ready\nrefused\n');
  });

  test('umount: hafs: waits until the process is gone', async () => {
    const directory = mountPoint();
    expect(await tryMount(directory)).toMatchObject({ status: 0, stderr: '' });
    const [daemon] = await registry.serving(directory);
    expect(await isAlive(daemon!)).toBe(true);
    await runUmount(directory, { clock });
    expect(await isAlive(daemon!)).toBe(false);
    expect(mountedAt(directory)).toBeUndefined();
  });

  test('umount: in use: refused, and the mount goes on', async () => {
    const mount = await startMount();
    const user = spawn('sleep', ['60'], { cwd: mount.directory });
    await expect(runUmount(mount.directory, { clock })).rejects.toThrow(
      `target is busy; "fuser -vm ${mount.directory}" shows who uses it`,
    );
    expect(await shell('echo on > f; cat f', mount.directory)).toBe('on');
    user.kill('SIGKILL');
  });

  test('umount: not a mount: refused', async () => {
    await expect(runUmount('/tmp', { clock })).rejects.toThrow('no hafs volume is mounted on /tmp');
  });

  test('mount: as a daemon: answers once the command is over, and outlives it', async () => {
    const directory = mountPoint();
    expect((await tryMount(directory)).status).toBe(0);
    expect(await shell('echo x > f; cat f; ls', directory)).toBe('x\nf');
    const again = await tryMount(directory);
    const stderr = `vol is already mounted on ${directory}; first: hafs umount ${directory}, or mount somewhere else`;
    expect(again).toMatchObject({ status: 1, stderr });
  });

  test('mount: remount: changes the options, and starts no second process', async () => {
    const directory = mountPoint();
    await tryMount(directory);
    const before = await registry.serving(directory);
    expect(await tryMount(directory, 'remount,ro')).toMatchObject({ status: 0, stderr: '' });
    expect((await tryShell('touch f', directory)).stderr).toContain('Read-only file system');
    await tryMount(directory, 'remount,rw');
    await shell('touch f', directory);
    expect(await registry.serving(directory)).toEqual(before);
  });

  test.each([
    { directory: '/', naming: '/ cannot be a mount point' },
    { directory: '/tmp', naming: '/tmp cannot be a mount point' },
    { directory: '/tmp/../tmp/', naming: '/tmp cannot be a mount point' },
    { directory: '/etc/passwd', naming: '/etc/passwd is not a directory' },
    { directory: '/nowhere/at/all', naming: 'No such file or directory' },
  ])('mount: on $directory: refused in one line', async ({ directory, naming }) => {
    const { status, stderr } = await tryMount(directory);
    expect(status).toBe(1);
    expect(stderr).toContain(naming);
    expect(stderr.split('\n')).toHaveLength(1);
  });

  test('mount: unknown subdirectory: the daemon says why, and nothing is left', async () => {
    const directory = mountPoint();
    const { status, stderr } = await tryMount(directory, 'rw', `${VOLUME}/no/where`);
    const refusal = 'the volume has no directory /no; first: hafs fs mkdir -p VOL:/no/where';
    expect({ status, stderr }).toEqual({ status: 1, stderr: refusal });
    expect(mountedAt(directory)).toBeUndefined();
  });

  test('mount: no server answers: refused after mount-timeout, and no daemon is left', async () => {
    const directory = mountPoint();
    const { status, stderr } = await tryMount(directory, 'mount-timeout=1', SILENT_VOLUME);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^not mounted after 1 s; -o mount-timeout= gives it longer/);
    const processes = (): Promise<string> =>
      shell(`ps -eo args | grep -c '[m]ount-process.js.*${directory}' || true`);
    await expect.poll(processes, WITHIN).toBe('0');
  });

  test('mount: killed, twice: the next attempt takes the dead mounts away and serves', async () => {
    const mount = await startMount();
    mount.process.kill('SIGKILL');
    expect(await mount.ended()).toBe('SIGKILL');
    expect((await tryShell(`ls ${mount.directory}`)).stderr).toContain('Transport endpoint is not connected');
    const outcome = await tryMount(mount.directory);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    const [record] = await registry.serving(mount.directory);
    process.kill(record!.pid, 'SIGKILL');
    await expect.poll(() => isAlive(record!), WITHIN).toBe(false);
    expect(await tryMount(mount.directory)).toMatchObject({ status: 0, stderr: '' });
    await shell('echo x > f && grep -q x f', mount.directory);
    const table = await shell('cat /proc/self/mountinfo');
    expect(table.split('\n').filter((line) => line.includes(` ${mount.directory} `))).toHaveLength(1);
    await runUmount(mount.directory, { clock });
    expect(await registry.serving(mount.directory)).toEqual([]);
  });

  test('mount: its process is stopped: the mount is not taken for a dead one', async () => {
    const mount = await startMount();
    mount.process.kill('SIGSTOP');
    try {
      const { status, stderr } = await tryMount(mount.directory);
      expect({ status, says: stderr.includes('whose process hangs') }).toEqual({ status: 1, says: true });
      expect(mountedAt(mount.directory)).toBeDefined();
    } finally {
      mount.process.kill('SIGCONT');
    }
  });

  test('mount: connection cut by umount -f while in use: the process takes the dead mount away', async () => {
    const mount = await startMount();
    const user = spawn('sleep', ['60'], { cwd: mount.directory });
    await tryShell(`umount -f ${mount.directory}`);
    expect(await mount.ended()).toBe(0);
    expect(mountedAt(mount.directory)).toBeUndefined();
    user.kill('SIGKILL');
  });

  test('mount: given as /dev/fd/N: serves that device and leaves mounting to others', async () => {
    const directory = mountPoint();
    const device = openSync('/dev/fuse', 'r+');
    const options = 'fd=3,rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions';
    const mounting = spawnSync('mount', ['-i', '-t', 'fuse.hafs', '-o', options, 'vol', directory], {
      stdio: ['ignore', 'inherit', 'inherit', device],
    });
    expect(mounting.status).toBe(0);
    const process_ = spawn(
      process.execPath,
      [MOUNT_PROCESS, 'mount', '--foreground', '--', VOLUME, '/dev/fd/3'],
      {
        stdio: ['ignore', 'ignore', 'ignore', device],
      },
    );
    closeSync(device);
    expect(await shell('echo x > f; cat f', directory)).toBe('x');
    const ended = new Promise((resolve) => process_.once('exit', resolve));
    process_.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(mountedAt(directory)).toBeDefined();
  });

  test('mount: many mounts and unmounts in a row: none hangs', async () => {
    const directory = mountPoint();
    for (let round = 0; round < 5; round++) {
      expect((await tryMount(directory)).status).toBe(0);
      await shell(`echo ${round} > f; cat f`, directory);
      await runUmount(directory, { clock });
    }
  });

  test('mount: by way of a symlink: is known by its real path', async () => {
    const directory = mountPoint();
    const link = `${directory}-links`;
    mkdirSync(link);
    await shell(`ln -s ${directory} ${link}/here`);
    expect((await tryMount(`${link}/here`)).status).toBe(0);
    expect((await tryMount(directory)).stderr).toContain('already mounted');
    await runUmount(`${link}/here`, { clock });
    expect(mountedAt(directory)).toBeUndefined();
    rmSync(link, { recursive: true });
  });
});
