/** Programs run from outside of every mount, so that a dead one hangs only them. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const TIMEOUT_MS = 900_000;
const OUTPUT_BYTES_MAX = 2 ** 26;

/** A program that failed. The message has its last words. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(words: readonly string[], why: string) {
    super(`${words.join(' ')}: ${why.trim().split('\n').slice(-5).join('\n')}`);
  }
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
    execFile(program, words, { ...settings, ...limits }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new CommandError([program, ...words], stderr || stdout || error.message));
    });
  });
}

export const run = (program: string, ...words: string[]): Promise<string> => runWith({}, program, ...words);

/** @returns whether it succeeded. */
export const succeeds = (program: string, ...words: string[]): Promise<boolean> =>
  run(program, ...words).then(
    () => true,
    () => false,
  );

/** A program that runs until `stop`. */
export class Background {
  private constructor(private readonly child: ChildProcess) {}

  static start(program: string, ...words: string[]): Background {
    return new Background(spawn(program, words, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] }));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }
}
