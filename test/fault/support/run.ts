import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { MIB } from '../../../src/core/limits.js';

const SECONDS_MAX = 200;

const execute = promisify(execFile);

/** Runs a program that may touch a mount, killed if that hangs. @throws when it fails. @returns what it printed. */
export async function run(program: string, ...words: string[]): Promise<string> {
  const limit = ['-s', 'KILL', `${SECONDS_MAX}`, program, ...words];
  const { stdout } = await execute('timeout', limit, { maxBuffer: 64 * MIB });
  return stdout;
}
