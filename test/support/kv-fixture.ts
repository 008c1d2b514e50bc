/** Store directories, and processes of our own that work on them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compile, compiledTo } from './compiled.js';

const KV_PROCESS = join(compiledTo('kv'), 'test/support/kv-process.js');

export const newStoreDirectory = (): string => mkdtempSync(join(tmpdir(), 'hafs-kv-'));

export const removeStoreDirectory = (directory: string): void =>
  rmSync(directory, { recursive: true, force: true });

export const buildKvProcess = (): void => compile('kv');

export type KvTask = 'commit' | 'rotate' | 'starve' | 'hold' | `numbered-${number}`;

/** A command line around the process: `strace …`, or a shell that sets a limit. */
export type Wrapper = (command: readonly string[]) => readonly string[];

export class KvProcess {
  private readonly process: ChildProcess;
  /** Every line that it has said. */
  readonly said: string[] = [];
  private readonly listeners = new Set<() => void>();
  private isOver = false;

  constructor(task: KvTask, directory: string, wrap: Wrapper = (command) => command) {
    const [program = '', ...args] = wrap([process.execPath, KV_PROCESS, task, directory]);
    this.process = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: this.process.stdout! });
    lines.on('line', (line) => {
      this.said.push(line);
      this.tell();
    });
    lines.on('close', () => {
      this.isOver = true;
      this.tell();
    });
  }

  /** Resolves with the first line that `isWanted`. @throws when the process ends without it. */
  async line(isWanted: (line: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.said.find(isWanted);
      if (found !== undefined) return found;
      if (this.isOver) throw new Error(`the process ended after ${this.said.slice(-5).join(', ')}`);
      await this.change();
    }
  }

  /** Resolves once it has ended and all that it said is here. */
  async ended(): Promise<void> {
    while (!this.isOver) await this.change();
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended();
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.listeners.add(resolve));
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
    this.listeners.clear();
  }
}
