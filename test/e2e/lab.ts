import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

const HAFS = fileURLToPath(new URL('../../bin/hafs.js', import.meta.url));
const COMMAND_TIMEOUT_MS = 120_000;
const POLL_MS = 100;

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface BrickReport {
  readonly node: string;
  readonly state: string;
  readonly pending: { readonly entries: number };
  readonly healed: { readonly entries: number };
}

export interface VolumeReport {
  readonly manager: string;
  readonly quorum: boolean;
  readonly bricks: readonly BrickReport[];
}

const canMount = process.getuid?.() === 0 && existsSync('/dev/fuse');
const maySkip = process.env.HAFS_NO_SKIP !== '1';

/** What needs root and /dev/fuse is skipped where they are missing, and counted aloud by the runner. */
export const testMounted = canMount || !maySkip ? test : test.skip;

/** Runs a program to its end, whatever that is; never longer than the bound, so that a dead mount hangs nobody. */
export function run(
  program: string,
  words: readonly string[],
  timeoutMs = COMMAND_TIMEOUT_MS,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 } as const;
    const child = execFile(program, [...words], options, (error, out, err) => {
      resolve({ status: error === null ? 0 : (child.exitCode ?? -1), out, err });
    });
  });
}

export async function runOk(program: string, ...words: string[]): Promise<string> {
  const { status, out, err } = await run(program, words, 240_000);
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: exit ${status}: ${err || out}`);
  return out;
}

export async function eventually(
  what: string,
  isTrue: () => Promise<boolean>,
  boundMs: number,
): Promise<void> {
  const giveUpAtMs = performance.now() + boundMs;
  while (!(await isTrue())) {
    if (performance.now() > giveUpAtMs) throw new Error(`not within ${boundMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Three real servers, the volume www, a mount; all of it in one temporary directory. */
export class Lab {
  private readonly children: ChildProcess[] = [];
  private readonly mounts: string[] = [];

  private constructor(
    readonly directory: string,
    readonly basePort: number,
  ) {}

  static async up(basePort: number): Promise<Lab> {
    const lab = new Lab(await mkdtemp(join(tmpdir(), 'hafs-e2e-')), basePort);
    await lab.start();
    return lab;
  }

  get mount(): string {
    return join(this.directory, 'www');
  }

  address(node: number): string {
    return `127.0.0.1:${this.basePort + node - 1}`;
  }

  get servers(): string {
    return [1, 2, 3].map((node) => this.address(node)).join(',');
  }

  async start(): Promise<void> {
    await this.hafsOk('lab', 'up', '--dir', this.directory, '--base-port', String(this.basePort));
  }

  hafs(...words: string[]): Promise<Outcome> {
    return run(process.execPath, [HAFS, '--server', this.servers, ...words]);
  }

  async hafsOk(...words: string[]): Promise<string> {
    return runOk(process.execPath, HAFS, '--server', this.servers, ...words);
  }

  /** `kill`, `start`, `down` … of this lab. */
  async lab(...words: string[]): Promise<string> {
    return this.hafsOk('lab', ...words, '--dir', this.directory);
  }

  async mountVia(node: number): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'hafs-e2e-mount-'));
    await this.hafsOk('mount', `${this.address(node)}:/www`, directory);
    this.mounts.push(directory);
    return directory;
  }

  async report(): Promise<VolumeReport> {
    const [volume] = JSON.parse(await this.hafsOk('heal-status', 'www', '--json')) as VolumeReport[];
    return volume!;
  }

  async managerNode(): Promise<number> {
    let manager = '';
    await eventually(
      'there is a manager',
      async () => (manager = (await this.report()).manager) !== '',
      10_000,
    );
    return Number(manager.replace('node', ''));
  }

  async inSync(boundMs = 60_000): Promise<void> {
    const isInSync = async () => (await this.report()).bricks.every(({ state }) => state === 'in-sync');
    await eventually('all bricks are in sync', isInSync, boundMs);
  }

  spawn(program: string, ...words: string[]): ChildProcess {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.children.push(child);
    return child;
  }

  async purge(): Promise<void> {
    // Asked, a server takes its own children with it.
    await Promise.all(this.children.map(ended));
    for (const directory of [...this.mounts, this.mount]) {
      await run(process.execPath, [HAFS, 'umount', directory], 20_000);
      await run('umount', ['-l', directory], 10_000);
    }
    await this.hafs('--yes', 'lab', 'down', '--purge', '--dir', this.directory);
    await rm(this.directory, { recursive: true, force: true });
    for (const directory of this.mounts) await rm(directory, { recursive: true, force: true });
  }
}

const STOP_TIMEOUT_MS = 30_000;

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exit;
  clearTimeout(killer);
}
