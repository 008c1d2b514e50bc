import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  buildMountProcess,
  describeWithFuse,
  newMountPoint,
  removeMount,
  shell,
  STUCK_MOUNT,
  TestMount,
  tryShell,
} from '../support/mount-fixture.js';

const describe = await describeWithFuse();
const FREED_MS_MAX = 10_000;

describe('a mount whose process is killed', () => {
  beforeAll(buildMountProcess);

  test('mount: killed while a thread of it waits in the kernel for its own answer: who waited for it goes on', async () => {
    const directory = newMountPoint();
    const mount = spawn(process.execPath, [STUCK_MOUNT, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = async (): Promise<string> => String(await once(mount.stdout, 'data'));
    try {
      expect(await said()).toBe('mounted\n');
      const writer = spawn('dd', [
        ...['if=/dev/zero', `of=${join(directory, 'file')}`, 'bs=10', 'count=1', 'conv=notrunc'],
        'status=none',
      ]);
      const written = once(writer, 'exit');
      expect(await said()).toBe('waiting\n');
      mount.kill('SIGKILL');
      const killedAtMs = performance.now();
      const [status] = (await written) as [number];
      expect(status).toBe(1);
      expect(performance.now() - killedAtMs).toBeLessThan(FREED_MS_MAX);
      if (mount.exitCode === null && mount.signalCode === null) await once(mount, 'exit');
    } finally {
      mount.kill('SIGKILL');
      await removeMount(directory);
      rmdirSync(directory);
    }
  });

  test('mount: SIGTERM to the shell beside it, as when a service is stopped: the mount goes on until it ends', async () => {
    const mount = await TestMount.start();
    try {
      const guardians = await shell(`pgrep -P ${mount.process.pid} -f hafs-mount-guardian`);
      await shell(`kill -TERM ${guardians}; sleep 2.5; echo here > ${mount.directory}/file`);
      expect(await shell(`cat ${mount.directory}/file; pgrep -P ${mount.process.pid}`)).toBe(
        `here\n${guardians}`,
      );
      mount.process.kill('SIGTERM');
      expect(await mount.ended()).toBe(0);
      const isLeft = async (): Promise<boolean> => (await tryShell(`kill -0 ${guardians}`)).status === 0;
      await expect.poll(isLeft, { timeout: FREED_MS_MAX }).toBe(false);
    } finally {
      await mount.dispose();
    }
  });
});
