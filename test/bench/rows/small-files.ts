/** Small files, one operation each, by one thread and by eight. */
import { inFreshFolder, keptFiles } from '../folders.js';
import { figureOf, scenario, type Scenario } from '../scenario.js';

/** More than any side makes in the time there is. */
const CREATED_MAX = 1_000_000;
const RENAMED_FILES = 400;

const threadsText = (threads: number): string => (threads === 1 ? '1 thread' : `${threads} threads`);

const createAndUnlink = (threads: number, goals: { create: string; unlink: string }): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      create: {
        title: `create+write+close 4 KiB, ${threadsText(threads)}`,
        unit: 'op/s',
        measures: 'new files in ten directories, for 5 s',
        goal: goals.create,
      },
      unlink: {
        title: `unlink, ${threadsText(threads)}`,
        unit: 'op/s',
        measures: 'the files that the row above has made, all of them',
        goal: goals.unlink,
      },
    },
    measure: (bench) =>
      inFreshFolder(bench, async (directory) => {
        const { seconds } = bench.scale;
        const made = await bench.driver.run('create', { directory, files: CREATED_MAX, threads, seconds });
        const files = Math.max(1, made.operations);
        const removed = await bench.driver.run('unlink', { directory, files, threads });
        return { create: figureOf(made), unlink: figureOf(removed) };
      }),
  });

const createWithFsync = (threads: number): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      create: {
        title: `create+write+fsync+close 4 KiB, ${threadsText(threads)}`,
        unit: 'op/s',
        measures: 'new files in ten directories, for 5 s',
        goal: '4 × best peer',
      },
    },
    measure: (bench) =>
      inFreshFolder(bench, async (directory) => {
        const { seconds } = bench.scale;
        const work = { directory, files: CREATED_MAX, threads, seconds, fsync: true };
        return { create: figureOf(await bench.driver.run('create', work)) };
      }),
  });

const overwrite = (threads: number): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      overwrite: {
        title: `overwrite 4 KiB, ${threadsText(threads)}`,
        unit: 'op/s',
        measures: 'open, write, close; 1,000 files in turns for 5 s',
        goal: '3 × best peer',
      },
    },
    prepare: (bench) => keptFiles(bench, bench.scale.hotFiles),
    measure: async (bench) => ({
      overwrite: figureOf(
        await bench.driver.run('overwrite', {
          directory: await keptFiles(bench, bench.scale.hotFiles),
          files: bench.scale.hotFiles,
          threads,
          loop: true,
          seconds: bench.scale.seconds,
        }),
      ),
    }),
  });

const rename = (threads: number): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      rename: {
        title: `rename, ${threadsText(threads)}`,
        unit: 'op/s',
        measures: '400 files in ten directories to another name and back, for 5 s',
        goal: '1.5 × best peer',
      },
    },
    measure: (bench) =>
      inFreshFolder(bench, async (directory) => {
        await bench.driver.run('create', { directory, files: RENAMED_FILES, threads: 8 });
        const work = { directory, files: RENAMED_FILES, threads, loop: true, seconds: bench.scale.seconds };
        return { rename: figureOf(await bench.driver.run('rename', work)) };
      }),
  });

const mkdir = (threads: number): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      mkdir: {
        title: `mkdir, ${threadsText(threads)}`,
        unit: 'op/s',
        measures: 'new directories in ten directories, for 5 s',
        goal: '1.5 × best peer',
      },
    },
    measure: (bench) =>
      inFreshFolder(bench, async (directory) => {
        const work = { directory, files: CREATED_MAX, threads, seconds: bench.scale.seconds };
        return { mkdir: figureOf(await bench.driver.run('mkdir', work)) };
      }),
  });

export const SMALL_FILES: readonly Scenario[] = [
  createAndUnlink(1, { create: '4 × best peer', unlink: '1.5 × best peer' }),
  createAndUnlink(8, { create: '8 × best peer', unlink: '1.5 × best peer' }),
  createWithFsync(1),
  createWithFsync(8),
  overwrite(1),
  overwrite(8),
  rename(1),
  rename(8),
  mkdir(1),
  mkdir(8),
];
