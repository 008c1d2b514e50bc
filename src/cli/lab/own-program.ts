/** Starts this very program again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { RefusedError } from '../../core/errors.js';

/** How a failed command begins its line. */
const LABEL = /^[a-z ]+: failed: /;

/** Starts `hafs WORDS…` apart from this process; what it says goes to the end of `logFile`. */
export async function startOwnProgram(
  entryFile: string,
  words: readonly string[],
  logFile: string,
): Promise<ChildProcess> {
  const log = await open(logFile, 'a');
  try {
    const stdio = ['ignore', log.fd, log.fd] as const;
    const child = spawn(process.execPath, [entryFile, ...words], { detached: true, stdio: [...stdio] });
    await once(child, 'spawn');
    return child;
  } finally {
    await log.close();
  }
}

/** Runs `hafs WORDS…` to its end. @throws {RefusedError} with the last line it said, when it fails. */
export async function runOwnProgram(
  entryFile: string,
  words: readonly string[],
  logFile: string,
): Promise<void> {
  const child = await startOwnProgram(entryFile, words, logFile);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new RefusedError((await lastLine(logFile)).replace(LABEL, ''));
}

export async function lastLine(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').at(-1) ?? '';
}
