/** Programs run from outside of every mount, so that a dead one hangs only them. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { forgetProcess, recordProcess, signalProcess } from '../../src/cli/lab/process-record.js';

const TIMEOUT_MS = 900_000;
const OUTPUT_BYTES_MAX = 2 ** 26;

/** A program that failed. The message has its last words. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(words: readonly string[], why: string) {
    super(`${words.join(' ')}: ${why.trim().split('\n').slice(-5).join('\n')}`);
  }
}

const running = new Set<ChildProcess>();

/** Whoever waits for one of them is told that it failed. */
export function killCommands(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** @returns what it printed. @throws {CommandError} it fails, or is not done in time. */
export function runWith(options: RunOptions, program: string, ...words: string[]): Promise<string> {
  const { cwd = '/', env = {}, timeoutMs = TIMEOUT_MS } = options;
  const settings = { cwd, env: { ...process.env, ...env }, timeout: timeoutMs } as const;
  const limits = { killSignal: 'SIGKILL', maxBuffer: OUTPUT_BYTES_MAX } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(program, words, { ...settings, ...limits }, (error, stdout, stderr) => {
      running.delete(child);
      if (error === null) resolve(stdout);
      else reject(new CommandError([program, ...words], stderr || stdout || error.message));
    });
    running.add(child);
  });
}

export const run = (program: string, ...words: string[]): Promise<string> => runWith({}, program, ...words);

/** @returns whether it succeeded. */
export const succeeds = (program: string, ...words: string[]): Promise<boolean> =>
  run(program, ...words).then(
    () => true,
    () => false,
  );

/** A program that runs until `stop`, or until `stopRecorded` finds what a killed benchmark left running. */
export class Background {
  private constructor(
    private readonly child: ChildProcess,
    private readonly recordFile: string,
  ) {}

  /** In a process group of its own: Apache ends by a signal to everybody in its group. */
  static async start(recordFile: string, program: string, ...words: string[]): Promise<Background> {
    const stdio = ['ignore', 'ignore', 'inherit'] as const;
    const child = spawn(program, words, { cwd: '/', stdio: [...stdio], detached: true });
    await once(child, 'spawn');
    await recordProcess(recordFile, child.pid ?? 0);
    return new Background(child, recordFile);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await gone;
    }
    await forgetProcess(this.recordFile);
  }
}

export const stopRecorded = (recordFile: string): Promise<boolean> => signalProcess(recordFile, 'SIGTERM');
