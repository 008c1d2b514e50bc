import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eventually } from '../../e2e/lab.js';

const SCRIPT = fileURLToPath(new URL('lock-holder.py', import.meta.url));
/** A bound for what hangs; Python alone takes seconds to start on a busy machine. */
const WAITS_WITHIN_MS = 60_000;
/** fcntl(2) and flock(2), as /proc/PID/syscall tells where a process waits. */
const LOCK_CALLS: readonly string[] = process.arch === 'arm64' ? ['25', '32'] : ['72', '73'];

export const LOCK_KINDS = ['posix', 'ofd', 'flock'] as const;
export type LockKind = (typeof LOCK_KINDS)[number];

/** A process with one file open, which locks it when it is told to (lock-holder.py). */
export class LockHolder {
  private static readonly all: LockHolder[] = [];
  private readonly answers: ((answer: unknown) => void)[] = [];

  private constructor(
    readonly kind: LockKind,
    private readonly child: ChildProcess,
  ) {
    createInterface({ input: child.stdout! }).on('line', (line) => this.answers.shift()?.(JSON.parse(line)));
    child.on('exit', () => {
      for (const tell of this.answers.splice(0)) tell('ended');
    });
  }

  static on(file: string, kind: LockKind): LockHolder {
    const child = spawn('python3', [SCRIPT, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    const holder = new LockHolder(kind, child);
    LockHolder.all.push(holder);
    return holder;
  }

  static endAll(): void {
    for (const { child } of LockHolder.all.splice(0)) child.kill('SIGKILL');
  }

  take(): Promise<unknown> {
    return this.ask('take', this.kind);
  }

  give(): Promise<unknown> {
    return this.ask('give', this.kind);
  }

  /** First byte and length of what F_GETLK finds in the way. */
  against(): Promise<unknown> {
    return this.ask('against', this.kind);
  }

  write(text: string): Promise<unknown> {
    return this.ask('write', text);
  }

  read(): Promise<unknown> {
    return this.ask('read');
  }

  /** Resolves once it waits for the lock, or has it. */
  async waitFor(): Promise<{ readonly taken: Promise<unknown>; readonly isTaken: () => boolean }> {
    let isTaken = false;
    const taken = this.ask('wait', this.kind).finally(() => (isTaken = true));
    const isUnderWay = async () => isTaken || (await this.isInLockCall());
    await eventually(`${this.kind}: waits`, isUnderWay, WAITS_WITHIN_MS);
    return { taken, isTaken: () => isTaken };
  }

  private async isInLockCall(): Promise<boolean> {
    const [number = ''] = (await readFile(`/proc/${this.child.pid}/syscall`, 'utf8')).split(' ');
    return LOCK_CALLS.includes(number);
  }

  private ask(...order: string[]): Promise<unknown> {
    return new Promise((resolve) => {
      this.answers.push(resolve);
      this.child.stdin!.write(`${JSON.stringify(order)}\n`);
    });
  }
}
