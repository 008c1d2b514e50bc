/** Small files read: hot out of the caches, and cold. */
import { join } from 'node:path';
import type { DriverOperation } from '../driver.js';
import { inFreshFolder, keptFiles, keptFolder } from '../folders.js';
import { figureOf, scenario, type Bench, type Figure, type Scenario } from '../scenario.js';

const CHANGES_PER_SECOND = 20;

const TITLES: Readonly<Record<string, string>> = { read: 'open+read+close 4 KiB', stat: 'stat' };

/** Again and again through the files that `directory` has, once unmeasured before. */
async function readHot(bench: Bench, operation: DriverOperation, directory: string): Promise<Figure> {
  const files = bench.scale.hotFiles;
  await bench.driver.run(operation, { directory, files });
  const work = { directory, files, loop: true, seconds: bench.scale.seconds };
  return figureOf(await bench.driver.run(operation, work));
}

const hot = (operation: 'read' | 'stat'): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      hot: {
        title: `hot ${TITLES[operation]!}`,
        unit: 'op/s',
        measures: '1,000 files in turns for 5 s by one thread, after one pass',
        goal: '0.8 × ext4',
      },
    },
    prepare: (bench) => keptFiles(bench, bench.scale.hotFiles),
    measure: async (bench) => {
      const directory = await keptFiles(bench, bench.scale.hotFiles);
      return { hot: await readHot(bench, operation, directory) };
    },
  });

/** Every file that is made on the other mount is looked for here just before, and has to be seen right after. */
const hotWhileChanged = (operation: 'read' | 'stat'): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      hot: {
        title: `hot ${TITLES[operation]!}, 20 files/s created in the same directories on another mount`,
        unit: 'op/s',
        measures: 'as without; a stale answer about a created file is a remark',
        goal: '0.6 × ext4, no stale answer',
      },
    },
    measure: (bench) =>
      inFreshFolder(bench, async (directory) => {
        await bench.driver.run('create', { directory, files: bench.scale.hotFiles, threads: 8 });
        const changing = bench.driver.run('create', {
          directory: join(await bench.side.mount(1), 'fresh'),
          files: CHANGES_PER_SECOND * bench.scale.seconds,
          first: bench.scale.hotFiles,
          rate: CHANGES_PER_SECOND,
          mirror: directory,
        });
        const [figure, changes] = await Promise.all([readHot(bench, operation, directory), changing]);
        const { remark } = figureOf(changes);
        return { hot: { ...figure, ...(remark !== undefined && { remark }) } };
      }),
  });

const cold = (operation: 'read' | 'stat', threads: number): Scenario =>
  scenario({
    tools: ['gcc'],
    rows: {
      cold: {
        title: `cold ${TITLES[operation]!}, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
        unit: 'op/s',
        measures: "10,000 files once each, mounted anew and the kernel's caches dropped",
        goal: '2 × best peer',
      },
    },
    prepare: (bench) => keptFiles(bench, bench.scale.coldFiles),
    measure: async (bench) => ({ cold: await readCold(bench, operation, threads) }),
  });

async function readCold(bench: Bench, operation: DriverOperation, threads: number): Promise<Figure> {
  const files = bench.scale.coldFiles;
  await bench.side.dropCaches();
  const directory = keptFolder(await bench.side.mount(0), files);
  return figureOf(await bench.driver.run(operation, { directory, files, threads }));
}

const DIRECTORY_COUNT = 10;

const list = scenario({
  tools: ['gcc'],
  rows: {
    list: {
      title: 'cold readdir + stat of each name',
      unit: 'op/s',
      measures: "10,000 files in ten directories, mounted anew and the kernel's caches dropped",
      goal: '2 × best peer',
    },
  },
  prepare: (bench) => keptFiles(bench, bench.scale.coldFiles),
  measure: async (bench) => {
    await bench.side.dropCaches();
    const directory = keptFolder(await bench.side.mount(0), bench.scale.coldFiles);
    return { list: figureOf(await bench.driver.run('list', { directory, files: DIRECTORY_COUNT })) };
  },
});

export const READS: readonly Scenario[] = [
  hot('read'),
  hot('stat'),
  hotWhileChanged('read'),
  hotWhileChanged('stat'),
  cold('stat', 1),
  cold('stat', 8),
  cold('read', 1),
  cold('read', 8),
  list,
];
