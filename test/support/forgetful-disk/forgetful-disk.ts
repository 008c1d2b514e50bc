/** Starts disks that forget (disk-process.ts) and tells them what to do. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, compiledTo } from '../compiled.js';
import { removeMount } from '../mount-fixture.js';
import type { DiskFaults } from './data-operations.js';
import type { DiskCommand, PowerLoss } from './disk-command.js';

const DISK_PROCESS = join(compiledTo('disk'), 'test/support/forgetful-disk/disk-process.js');

export const buildForgetfulDisk = (): void => compile('disk');

export class ForgetfulDisk {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly backing: string,
    /** Where it is mounted. */
    readonly directory: string,
  ) {}

  /** A new and empty one. */
  static async start(): Promise<ForgetfulDisk> {
    const base = mkdtempSync(join(tmpdir(), 'hafs-disk-'));
    const disk = new ForgetfulDisk(join(base, 'backing'), join(base, 'disk'));
    mkdirSync(disk.directory);
    await disk.mount();
    return disk;
  }

  losePower(keep: 'nothing' | 'some', seed = 0): Promise<PowerLoss> {
    return this.tell<PowerLoss>({ kind: 'losePower', seed, keep });
  }

  async setFaults(faults: DiskFaults): Promise<void> {
    await this.tell({ kind: 'faults', faults });
  }

  /** Power is back: the same disk, with what it did not forget. Whoever still has files open gets errors. */
  async remount(): Promise<void> {
    await this.unmount();
    await this.mount();
  }

  async dispose(): Promise<void> {
    await this.unmount();
    rmdirSync(this.directory);
    rmSync(join(this.backing, '..'), { recursive: true });
  }

  private async mount(): Promise<void> {
    this.process = fork(DISK_PROCESS, [this.backing, this.directory], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await this.nextMessage();
  }

  private async unmount(): Promise<void> {
    const { process: child } = this;
    await removeMount(this.directory);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }

  private async tell<T>(command: DiskCommand): Promise<T> {
    const answer = this.nextMessage();
    this.process?.send(command);
    return (await answer) as T;
  }

  private nextMessage(): Promise<unknown> {
    const child = this.process!;
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error('the disk has ended'));
      child.once('exit', onExit);
      child.once('message', (message) => {
        child.off('exit', onExit);
        resolve(message);
      });
    });
  }
}
