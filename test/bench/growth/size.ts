/** Cost against the size of a file. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GIB, KIB, MIB } from '../../../src/core/limits.js';
import { run } from '../command.js';
import { fio } from '../fio.js';
import type { Bench } from '../scenario.js';
import { largestProcessMib, type Axis } from './axis.js';

const FOLDER = 'growing-file';
const US_PER_SECOND = 1_000_000;
const PROBE_SECONDS = 2;

async function throughput(
  bench: Bench,
  sizeBytes: number,
  direction: 'read' | 'write',
  ...words: string[]
): Promise<number> {
  const directory = join(await bench.side.mount(0), FOLDER);
  const file = ['--filename=file', `--size=${sizeBytes}`, `--bs=${Math.min(sizeBytes, MIB)}`];
  return (await fio(directory, direction, 'MB/s', `--rw=${direction}`, ...file, ...words)).value;
}

/** What a random read of up to 4 KiB costs in it. */
async function randomReadUs(bench: Bench, sizeBytes: number): Promise<number> {
  const directory = join(await bench.side.mount(0), FOLDER);
  const file = ['--filename=file', `--size=${sizeBytes}`, `--bs=${Math.min(sizeBytes, 4 * KIB)}`];
  const timed = ['--time_based', `--runtime=${PROBE_SECONDS}`, '--norandommap', '--invalidate=0'];
  return US_PER_SECOND / (await fio(directory, 'read', 'op/s', '--rw=randread', ...file, ...timed)).value;
}

export const SIZE_AXIS: Axis = {
  name: 'size',
  title: "a file's size",
  measures: 'written with a closing fsync, then read, cold, in pieces of at most 1 MiB; random reads cold',
  steps: [KIB, 32 * KIB, MIB, 32 * MIB, GIB, 4 * GIB],
  unit: 'bytes',
  measure: async (bench, step) => {
    const directory = join(await bench.side.mount(0), FOLDER);
    await mkdir(directory, { recursive: true });
    const write = await throughput(bench, step, 'write', '--end_fsync=1');
    await bench.side.dropCaches();
    const read = await throughput(bench, step, 'read', '--invalidate=0');
    await bench.side.dropCaches();
    const random = await randomReadUs(bench, step);
    const memory = await largestProcessMib(bench);
    await run('rm', '-rf', directory);
    return { 'write + fsync, MB/s': write, 'read, MB/s': read, 'random read, µs': random, ...memory };
  },
};
