/** Large files, in sequence and at random; fio does the work. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../command.js';
import { fio } from '../fio.js';
import { inFreshFolder } from '../folders.js';
import { scenario, type Bench, type Figure, type Scenario } from '../scenario.js';

const FOLDER = 'large';
const RANDOM_JOBS = 4;

/** A folder that stays from round to round, on the first mount. */
const folder = async (bench: Bench): Promise<string> => join(await bench.side.mount(0), FOLDER);

const removeFolder = async (bench: Bench): Promise<string> => run('rm', '-rf', await folder(bench));

const makeFolder = async (bench: Bench): Promise<void> => {
  await removeFolder(bench);
  await mkdir(await folder(bench));
};

const sequential = scenario({
  tools: ['fio'],
  rows: {
    write: {
      title: 'sequential write 1 GiB + fsync',
      unit: 'MB/s',
      measures: 'a new file in pieces of 1 MiB, the closing fsync included',
      goal: '1.2 × best peer',
    },
    read: {
      title: 'sequential read 1 GiB, cold',
      unit: 'MB/s',
      measures: "the file of the row above, mounted anew and the kernel's caches dropped",
      goal: '1.2 × best peer',
    },
  },
  prepare: makeFolder,
  finish: removeFolder,
  measure: async (bench) => {
    const words = ['--filename=sequential', '--bs=1M', `--size=${bench.scale.largeMib}M`];
    await run('rm', '-f', join(await folder(bench), 'sequential'));
    const write = await fio(await folder(bench), 'write', 'MB/s', '--rw=write', '--end_fsync=1', ...words);
    await bench.side.dropCaches();
    const read = await fio(await folder(bench), 'read', 'MB/s', '--rw=read', '--invalidate=0', ...words);
    return { write, read };
  },
});

const smallPieces = scenario({
  tools: ['fio'],
  rows: {
    write: {
      title: 'sequential write in pieces of 4 KiB',
      unit: 'MB/s',
      measures: 'a new file of 256 MiB, closed but not synced',
      goal: '1 × best peer',
    },
  },
  measure: (bench) =>
    inFreshFolder(bench, async (directory) => {
      const words = ['--rw=write', '--bs=4k', `--size=${bench.scale.smallWritesMib}M`];
      return { write: await fio(directory, 'write', 'MB/s', '--filename=pieces', ...words) };
    }),
});

const random = scenario({
  tools: ['fio'],
  rows: {
    read: {
      title: 'random read 4 KiB, 4 jobs, cold',
      unit: 'op/s',
      measures: "in one file of 256 MiB for 5 s, mounted anew and the kernel's caches dropped",
      goal: '2 × best peer',
    },
    write: {
      title: 'random write 4 KiB, 4 jobs',
      unit: 'op/s',
      measures: 'in one file of 256 MiB for 5 s',
      goal: '2 × best peer',
    },
    fsync: {
      title: 'random write 4 KiB + fsync, 1 job',
      unit: 'op/s',
      measures: 'in one file of 256 MiB for 5 s, fsync after every write',
      goal: '2 × best peer',
    },
  },
  prepare: async (bench) => {
    await makeFolder(bench);
    const words = ['--rw=write', '--bs=1M', `--size=${bench.scale.randomMib}M`, '--end_fsync=1'];
    await fio(await folder(bench), 'write', 'MB/s', '--filename=random', ...words);
  },
  finish: removeFolder,
  measure: async (bench) => {
    await bench.side.dropCaches();
    return {
      read: await atRandom(bench, 'read', '--rw=randread', `--numjobs=${RANDOM_JOBS}`, '--invalidate=0'),
      write: await atRandom(bench, 'write', '--rw=randwrite', `--numjobs=${RANDOM_JOBS}`),
      fsync: await atRandom(bench, 'write', '--rw=randwrite', '--fsync=1'),
    };
  },
});

async function atRandom(bench: Bench, direction: 'read' | 'write', ...words: string[]): Promise<Figure> {
  const { seconds, randomMib } = bench.scale;
  const timed = ['--time_based', `--runtime=${seconds}`, '--norandommap', '--randrepeat=0'];
  const file = ['--filename=random', '--bs=4k', `--size=${randomMib}M`];
  return fio(await folder(bench), direction, 'op/s', ...file, ...timed, ...words);
}

export const BULK: readonly Scenario[] = [sequential, smallPieces, random];
