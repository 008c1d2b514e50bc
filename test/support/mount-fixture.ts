/** Real mounts for tests: served by child processes, touched by child processes under a time limit only. */
import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { mountAt, parseMountTable, type MountEntry } from '../../mount/mount-table.js';
import { mountObstacle } from '../../src/runtime/fuse-device.js';
import { compile, compiledTo } from './compiled.js';

export const MOUNT_PROCESS = join(compiledTo('mount'), 'test/support/mount-process.js');
/** One that never answers a write of less than a page, while it waits in the kernel for that. */
export const STUCK_MOUNT = join(compiledTo('mount'), 'test/support/stuck-mount.js');
const COMMAND_TIMEOUT_S = 60;

/** `describe` where mounting is possible; else it says why not and skips, or fails with HAFS_NO_SKIP=1. */
export async function describeWithFuse(): Promise<typeof describe | typeof describe.skip> {
  const obstacle = await mountObstacle();
  if (obstacle === undefined) return describe;
  if (process.env['HAFS_NO_SKIP'] === '1') throw new Error(`mount tests cannot run: ${obstacle}`);
  console.warn(`mount tests are skipped: ${obstacle}`);
  return describe.skip;
}

/** The mount and its test process. */
export const buildMountProcess = (): void => compile('mount');

export interface ShellOutcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a bash script with `set -e`, killed after a minute. Its status, whatever it is, is the answer. */
export function tryShell(script: string, cwd = '/'): Promise<ShellOutcome> {
  const args = ['-s', 'KILL', `${COMMAND_TIMEOUT_S}`, 'bash', '-ec', script];
  return new Promise((resolve) => {
    execFile('timeout', args, { cwd, maxBuffer: 2 ** 26 }, (err, stdout, stderr) => {
      const status = err === null ? 0 : typeof err.code === 'number' ? err.code : 1;
      resolve({ status, stdout: stdout.trim(), stderr: stderr.trim() });
    });
  });
}

/** As `tryShell`, but a failing script fails the test. @returns what it printed. */
export async function shell(script: string, cwd = '/'): Promise<string> {
  const { status, stdout, stderr } = await tryShell(script, cwd);
  if (status !== 0) throw new Error(`exit status ${status}: ${stderr}\n${stdout}\nof: ${script}`);
  return stdout;
}

export const mountedAt = (directory: string): MountEntry | undefined =>
  mountAt(parseMountTable(readFileSync('/proc/self/mountinfo', 'utf8')), directory);

export const newMountPoint = (): string => mkdtempSync(join(tmpdir(), 'hafs-mount-test-'));

/** A volume that can be mounted, and one whose servers never answer. */
export const VOLUME = 'vol';
export const SILENT_VOLUME = 'silent';

/** `hafs mount`, its daemon logging nowhere. */
export function tryMount(directory: string, options = 'rw', source = VOLUME): Promise<ShellOutcome> {
  const command = `${process.execPath} ${MOUNT_PROCESS} mount`;
  return tryShell(`${command} -o log=/dev/null,${options} -- ${source} ${directory}`);
}

/** One volume, mounted in as many places as asked for, by one process. */
export class TestMount {
  readonly process: ChildProcess;
  readonly directories: readonly string[];
  /** What the process has logged. */
  log = '';

  private constructor(directories: readonly string[], options: string) {
    this.directories = directories;
    const args = ['mount', '--foreground', '-o', options, '--', VOLUME, ...directories];
    this.process = fork(MOUNT_PROCESS, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.process.stderr?.on('data', (text: Buffer) => (this.log += text.toString('utf8')));
  }

  /** Resolves when every mount answers. */
  static async start({ mounts = 1, options = '' } = {}): Promise<TestMount> {
    const mount = new TestMount(Array.from({ length: mounts }, newMountPoint), options);
    for (let mounted = 0; mounted < mounts; mounted++) await mount.nextMessage();
    return mount;
  }

  get directory(): string {
    return this.directories[0]!;
  }

  /** The exit status, or the signal that ended the process. */
  ended(): Promise<number | string | null> {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) return Promise.resolve(exitCode ?? signalCode);
    return new Promise((resolve) => this.process.once('exit', (status, signal) => resolve(status ?? signal)));
  }

  /** Whatever state it is in: afterwards no process, no mount and no directory is left. */
  async dispose(): Promise<void> {
    for (const directory of this.directories) await removeMount(directory);
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGKILL');
    await this.ended();
    for (const directory of this.directories) rmdirSync(directory);
  }

  private nextMessage(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.process.once('message', (message: { kind: string }) => {
        if (message.kind === 'mounted') resolve();
        else reject(new Error(JSON.stringify(message)));
      });
      this.process.once('exit', () => reject(new Error(`the mount process has ended: ${this.log}`)));
    });
  }
}

/** Cuts the connection if need be: whoever hangs on the mount goes on. */
export async function removeMount(directory: string): Promise<void> {
  if (mountedAt(directory) === undefined) return;
  await tryShell(`umount '${directory}' || umount -f -l '${directory}'`);
}
