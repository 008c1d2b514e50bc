/**
 * What one change costs at least with gRPC and LevelDB in Node: the same hops, messages of the same size and the same batches, and
 * nothing else. What hafs takes beyond it is its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { median } from '../statistics.js';
import { cpuSeconds } from '../process-figures.js';
import { FloorLink } from './floor-link.js';

const PROCESS = new URL('floor-process.js', import.meta.url).pathname;
const MESSAGE_BYTES = 600;
const WARM_UP_MS = 15_000;
const MEASURED_MS = 10_000;
const US_PER_MS = 1_000;
const US_PER_SECOND = 1_000_000;

export interface Floor {
  /** One change at a time. */
  readonly medianUs: number;
  /** Of all four processes, for each change. */
  readonly cpuUs: number;
}

export async function measureFloor(directory: string): Promise<Floor> {
  const children: ChildProcess[] = [];
  const start = async (name: string, ...below: string[]): Promise<string> => {
    const words = [PROCESS, join(directory, name), ...below];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const [address] = (await once(child.stdout, 'data')) as [Buffer];
    return address.toString().trim();
  };
  try {
    await mkdir(directory);
    const replicas = [await start('replica1'), await start('replica2')];
    const link = new FloorLink(await start('manager', ...replicas));
    const pids = [process.pid, ...children.map(({ pid = 0 }) => pid)];
    await askFor(link, WARM_UP_MS);
    const before = await cpuSeconds(pids);
    const tookMs = await askFor(link, MEASURED_MS);
    const cpuUs = (((await cpuSeconds(pids)) - before) * US_PER_SECOND) / tookMs.length;
    link.close();
    return { medianUs: median(tookMs) * US_PER_MS, cpuUs };
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

async function askFor(link: FloorLink, durationMs: number): Promise<number[]> {
  const message = Buffer.alloc(MESSAGE_BYTES);
  const tookMs: number[] = [];
  for (const endAtMs = performance.now() + durationMs; performance.now() < endAtMs;) {
    const beganAtMs = performance.now();
    await link.ask(message);
    tookMs.push(performance.now() - beganAtMs);
  }
  return tookMs;
}
