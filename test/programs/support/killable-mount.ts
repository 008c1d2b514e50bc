import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually, run, type Lab } from '../../e2e/lab.js';

const MOUNTED_WITHIN_MS = 30_000;
const UMOUNT_TIMEOUT_MS = 20_000;

/** A mount whose process is the test's own, to be killed or frozen. */
export class KillableMount {
  private constructor(
    readonly directory: string,
    private readonly child: ChildProcess,
  ) {}

  static async of(lab: Lab): Promise<KillableMount> {
    const directory = await mkdtemp(join(tmpdir(), 'hafs-programs-mount-'));
    const words = ['--server', lab.servers, 'mount', '--foreground', `${lab.address(1)}:/www`, directory];
    const child = lab.spawn(process.execPath, resolve('bin/hafs.js'), ...words);
    const isMounted = async () => (await run('mountpoint', ['-q', directory])).status === 0;
    await eventually('it is mounted', isMounted, MOUNTED_WITHIN_MS);
    return new KillableMount(directory, child);
  }

  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void {
    this.child.kill(signal);
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exit;
    }
    await run('umount', ['-l', this.directory], UMOUNT_TIMEOUT_MS); // Killed, it has left its mount behind.
    await rm(this.directory, { recursive: true });
  }
}
