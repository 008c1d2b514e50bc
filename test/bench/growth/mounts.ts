/** Cost against the number of mounts that work at once. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../command.js';
import type { DriverResult } from '../driver.js';
import type { Bench } from '../scenario.js';
import { largestProcessMib, type Axis } from './axis.js';

const CREATED_MAX = 1_000_000;
const FOLDER = 'growing-mounts';

async function createOn(bench: Bench, number: number): Promise<DriverResult> {
  const directory = join(await bench.side.mount(number), FOLDER, `by${number}`);
  await mkdir(directory, { recursive: true });
  return bench.driver.run('create', { directory, files: CREATED_MAX, seconds: bench.scale.seconds });
}

export const MOUNTS_AXIS: Axis = {
  name: 'mounts',
  title: 'mounts',
  measures: 'one thread on each creates files of 4 KiB for 5 s, in a directory of its own',
  steps: [1, 2, 4, 8, 16],
  unit: 'mounts',
  measure: async (bench, step) => {
    const numbers = Array.from({ length: step }, (_, number) => number);
    for (const number of numbers) await bench.side.mount(number);
    const results = await Promise.all(numbers.map((number) => createOn(bench, number)));
    const perSecond = results.reduce((sum, result) => sum + result.perSecond, 0);
    const memory = await largestProcessMib(bench);
    await run('rm', '-rf', join(await bench.side.mount(0), FOLDER));
    return {
      'creates, all together, op/s': perSecond,
      'create, µs': (1e6 * step) / perSecond,
      'worst create, ms': Math.max(...results.map(({ worstUs }) => worstUs)) / 1_000,
      ...memory,
    };
  },
};
