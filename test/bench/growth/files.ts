/** Cost against the number of files: in one directory, and in the whole volume. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DriverWork } from '../driver.js';
import type { Bench } from '../scenario.js';
import { largestProcessMib, microsecondsEach, type Axis, type Costs } from './axis.js';

const FILL_THREADS = 8;
const PROBES = 500;
const FILES_PER_DIRECTORY = 1_000;
const FILE_BYTES = 1_024;

/** What the next files cost when so many are there. Leaves as many as there were. */
async function probe(bench: Bench, directory: string, filled: DriverWork, total: number): Promise<Costs> {
  const probes = { ...filled, files: PROBES, first: total, threads: 1 };
  const created = await bench.driver.run('create', probes);
  await bench.side.dropCaches();
  const looked = await bench.driver.run('stat', probes);
  const removed = await bench.driver.run('unlink', probes);
  await bench.side.dropCaches();
  const one = { directory, files: 1, directories: filled.directories ?? 1 };
  const listed = await bench.driver.run('list', one);
  return {
    'create, µs': microsecondsEach(created.perSecond),
    'cold stat, µs': microsecondsEach(looked.perSecond),
    'unlink, µs': microsecondsEach(removed.perSecond),
    'cold readdir + stat, µs a name': microsecondsEach(listed.perSecond),
    ...(await largestProcessMib(bench)),
  };
}

async function fill(bench: Bench, work: DriverWork): Promise<void> {
  const { operations, firstError } = await bench.driver.run('create', { ...work, threads: FILL_THREADS });
  if (operations !== work.files) throw new Error(`${operations} of ${work.files} files: ${firstError}`);
}

async function folder(bench: Bench, name: string): Promise<string> {
  const directory = join(await bench.side.mount(0), name);
  await mkdir(directory, { recursive: true });
  return directory;
}

export const DIRECTORY_AXIS: Axis = {
  name: 'directory',
  title: 'files in one directory',
  measures: '500 more files of 1 KiB there; the listing is of the whole directory',
  steps: [100, 1_000, 10_000, 100_000, 1_000_000],
  unit: 'files',
  measure: async (bench, step, before) => {
    const directory = await folder(bench, 'growing-directory');
    const work = { directory, files: step - before, first: before, directories: 1, bytes: FILE_BYTES };
    await fill(bench, work);
    return probe(bench, directory, work, step);
  },
};

export const VOLUME_AXIS: Axis = {
  name: 'volume',
  title: 'files in the volume',
  measures: '500 more files of 1 KiB in directories of 1,000; the listing is of one directory',
  steps: [10_000, 100_000, 1_000_000],
  unit: 'files',
  measure: async (bench, step, before) => {
    const directory = await folder(bench, `growing-volume-${step}`);
    const files = step - before;
    const work = { directory, files, directories: Math.ceil(files / FILES_PER_DIRECTORY), bytes: FILE_BYTES };
    await fill(bench, work);
    return probe(bench, directory, work, files);
  },
};
