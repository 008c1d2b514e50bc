import { spawn, type StdioOptions } from 'node:child_process';
import type { Clock } from '../src/runtime/clock.js';

/** mount(8) starts hafs without a PATH; this is where util-linux and coreutils live. */
const ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

/** The descriptor under which a command finds `CommandOptions.passFd`. */
export const PASSED_FD = 3;

export type CommandOutcome =
  | { readonly kind: 'exited'; readonly status: number; readonly stdout: string; readonly stderr: string }
  /** Killed at the time limit. A process that hangs on a mount point dies later, when the mount answers. */
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'notStarted'; readonly reason: string };

export interface CommandOptions {
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** A descriptor of ours that the command shall have too, as `PASSED_FD`. */
  readonly passFd?: number;
}

/** Runs a system command without a shell. Anything that may touch a mount point runs this way: it cannot hang us. */
export function runCommand(
  command: string,
  args: readonly string[],
  { timeoutMs, clock, passFd }: CommandOptions,
): Promise<CommandOutcome> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...(passFd === undefined ? [] : [passFd])];
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env: ENVIRONMENT });
    const output = { stdout: '', stderr: '' };
    child.stdout?.on('data', (text: Buffer) => (output.stdout += text.toString('utf8')));
    child.stderr?.on('data', (text: Buffer) => (output.stderr += text.toString('utf8')));
    const timer = clock.after(timeoutMs, () => {
      child.kill('SIGKILL');
      child.unref();
      resolve({ kind: 'timedOut' });
    });
    child.on('error', (err) => resolve({ kind: 'notStarted', reason: err.message }));
    child.on('close', (status) => {
      timer.stop();
      resolve({ kind: 'exited', status: status ?? 1, ...output });
    });
  });
}

export const hasSucceeded = (outcome: CommandOutcome): boolean =>
  outcome.kind === 'exited' && outcome.status === 0;

/** Why a command failed, in one line, without the command's own name in front. */
export function failureOf(outcome: CommandOutcome): string {
  if (outcome.kind === 'timedOut') return 'no answer in time';
  if (outcome.kind === 'notStarted') return outcome.reason;
  const line = outcome.stderr.trim().split('\n')[0] ?? '';
  return line === '' ? `exit status ${outcome.status}` : line.replace(/^(mount|umount|stat|realpath): /, '');
}
