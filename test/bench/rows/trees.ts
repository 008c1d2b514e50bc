/** What people do with whole trees of small files, by the programs that they use. */
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../command.js';
import { inFreshFolder } from '../folders.js';
import { gitRepository, npm, npmApplication, treeArchive } from '../inputs.js';
import { cpuSeconds, residentPeakMib, resetPeaks } from '../process-figures.js';
import { scenario, type Bench, type Figure, type Scenario } from '../scenario.js';
import { secondsOf } from '../stopwatch.js';

const GOAL = '3 × GlusterFS';

const untarCopyRemove = scenario({
  tools: ['tar'],
  rows: {
    untar: {
      title: 'untar of 10,000 files',
      unit: 's',
      measures: 'tar -x of an archive on the local disk: 300 bytes to 30 KB each, 100 directories',
      goal: GOAL,
    },
    cpu: {
      title: 'untar: CPU seconds of all processes',
      unit: 's',
      measures: 'user and system time of all servers and of the mount meanwhile',
      goal: 'less than GlusterFS',
    },
    memory: {
      title: 'untar: memory of all processes',
      unit: 'MiB',
      measures: 'the sum of the largest resident sizes meanwhile',
      goal: 'less than GlusterFS',
    },
    copy: {
      title: 'cp -a of 10,000 files',
      unit: 's',
      measures: 'the tree of the untar row, beside itself',
      goal: GOAL,
    },
    remove: {
      title: 'rm -r of 10,000 files',
      unit: 's',
      measures: 'the tree of the untar row',
      goal: GOAL,
    },
  },
  prepare: treeArchive,
  measure: (bench) =>
    inFreshFolder(bench, async (directory) => {
      const tree = join(directory, 'tree');
      const usage = await untar(bench, tree);
      const copy = await timed(() => run('cp', '-a', tree, join(directory, 'copy')));
      const remove = await timed(() => run('rm', '-r', tree));
      return { ...usage, copy, remove };
    }),
});

/** @returns what it took. Nobody serves the local file system, so it has no CPU time and no memory. */
async function untar(
  bench: Bench,
  tree: string,
): Promise<Partial<Record<'untar' | 'cpu' | 'memory', Figure>>> {
  await mkdir(tree);
  const archive = await treeArchive(bench);
  const pids = await bench.side.processes();
  await resetPeaks(pids);
  const before = await cpuSeconds(pids);
  const figure = await timed(() => run('tar', '-C', tree, '-xf', archive));
  if (pids.length === 0) return { untar: figure };
  const cpu = { value: (await cpuSeconds(pids)) - before };
  return { untar: figure, cpu, memory: { value: await residentPeakMib(pids) } };
}

const clone = scenario({
  tools: ['git'],
  rows: {
    clone: {
      title: 'git clone + checkout of 10,000 files',
      unit: 's',
      measures: 'of a bare repository on the local disk, objects copied',
      goal: GOAL,
    },
  },
  prepare: gitRepository,
  measure: (bench) =>
    inFreshFolder(bench, async (directory) => {
      const words = ['clone', '--quiet', '--no-hardlinks', await gitRepository(bench)];
      return { clone: await timed(() => run('git', ...words, join(directory, 'clone'))) };
    }),
});

const install = scenario({
  tools: ['npm'],
  rows: {
    install: {
      title: 'npm ci of 20 packages, 10,000 files',
      unit: 's',
      measures: 'packages from archives on the same side, no network',
      goal: GOAL,
    },
  },
  prepare: npmApplication,
  measure: (bench) =>
    inFreshFolder(bench, async (directory) => {
      const application = join(directory, 'application');
      await cp(await npmApplication(bench), application, { recursive: true });
      return { install: await timed(() => npm(bench, application, 'ci')) };
    }),
});

const timed = async (work: () => Promise<unknown>): Promise<Figure> => ({ value: await secondsOf(work) });

export const TREES: readonly Scenario[] = [untarCopyRemove, clone, install];
