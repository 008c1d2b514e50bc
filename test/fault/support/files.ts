/** Files that are written during a fault, and whether all that were acknowledged are there afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('files.py', import.meta.url));
const NS_PER_MS = 1e6;
/** A mount may hang: whoever touches it is killed after this. */
const GRACE_SECONDS = 90;

/** What acknowledges a file (files.py). */
export type Acknowledgement = 'close' | 'fsync' | 'osync' | 'append';

export interface Load {
  readonly folder: string;
  /** Of the writer: no other in this folder has it. */
  readonly name: string;
  readonly by: Acknowledgement;
}

export interface Write {
  readonly number: number;
  readonly begunNs: number;
  readonly endedNs: number;
  /** 0: acknowledged. */
  readonly errno: number;
}

export async function writeFiles({ folder, name, by }: Load, seconds: number): Promise<Write[]> {
  const lines = await python(GRACE_SECONDS + seconds, ['write', folder, name, `${seconds}`, by]);
  return (lines as [number, number, number, number][]).map(([number, begunNs, endedNs, errno]) => {
    return { number, begunNs, endedNs, errno };
  });
}

/** @returns the acknowledged files that are not there as they were written, and what is wrong with each. */
export async function lostFiles({ folder, name, by }: Load, writes: readonly Write[]): Promise<string[]> {
  const numbers = writes.filter(({ errno }) => errno === 0).map(({ number }) => `${number}\n`);
  const lines = await python(GRACE_SECONDS, ['check', folder, name, by], numbers.join(''));
  return (lines as [number, string][]).map(([number, fault]) => `${name}-${number}: ${fault}`);
}

export const failed = (writes: readonly Write[]): Write[] => writes.filter(({ errno }) => errno !== 0);

export const longestMs = (writes: readonly Write[]): number =>
  Math.round(Math.max(0, ...writes.map(({ begunNs, endedNs }) => endedNs - begunNs)) / NS_PER_MS);

export const nowNs = (): number => Number(process.hrtime.bigint());

/** The time that 99 of 100 files begun in this span took at most. */
export function percentile99Ms(writes: readonly Write[], fromNs: number, toNs: number): number {
  const durationsNs = writes
    .filter(({ begunNs }) => begunNs >= fromNs && begunNs < toNs)
    .map(({ begunNs, endedNs }) => endedNs - begunNs)
    .sort((a, b) => a - b);
  return (durationsNs[Math.floor(durationsNs.length * 0.99)] ?? Infinity) / NS_PER_MS;
}

/** @throws when it does not end in order, or in time. @returns its lines, parsed. */
async function python(seconds: number, words: readonly string[], input = ''): Promise<unknown[]> {
  const limit = ['-s', 'KILL', `${seconds}`, 'python3', PROGRAM, ...words];
  const child = spawn('timeout', limit, { stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stdin.end(input);
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`files.py ${words.join(' ')} ended with ${status ?? 'a signal'}`);
  return text.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));
}
