/** Benchmarks that others know: fio's engines for whole files, and dbench. */
import { run } from '../command.js';
import { fio } from '../fio.js';
import { inFreshFolder } from '../folders.js';
import { scenario, type Bench, type Figure, type Row, type Scenario } from '../scenario.js';

const JOBS = 8;
const FILES_PER_JOB_AND_SECOND = 50;
const DBENCH_CLIENTS = 4;
/** Less, and slow sides have not got through its preparations. */
const DBENCH_SECONDS_MIN = 10;
const US_PER_MS = 1_000;

const engineRow = (engine: string): Row => ({
  title: `fio ${engine}, 8 jobs`,
  unit: 'op/s',
  measures: `250 files of 4 KiB a job, by fio's engine`,
  goal: '-',
});

const engines = scenario({
  tools: ['fio'],
  rows: {
    create: engineRow('filecreate'),
    stat: engineRow('filestat'),
    remove: engineRow('filedelete'),
  },
  measure: (bench) =>
    inFreshFolder(bench, async (directory) => ({
      create: await wholeFiles(bench, directory, 'filecreate'),
      stat: await wholeFiles(bench, directory, 'filestat'),
      remove: await wholeFiles(bench, directory, 'filedelete'),
    })),
});

/** These engines count their work as reads. */
function wholeFiles(bench: Bench, directory: string, engine: string): Promise<Figure> {
  const files = `--nrfiles=${FILES_PER_JOB_AND_SECOND * bench.scale.seconds}`;
  const words = [`--ioengine=${engine}`, '--filesize=4k', '--openfiles=1', files, `--numjobs=${JOBS}`];
  return fio(directory, 'read', 'op/s', ...words);
}

const dbench = scenario({
  tools: ['dbench'],
  rows: {
    throughput: {
      title: 'dbench, 4 clients',
      unit: 'MB/s',
      measures: 'its own mix of a file server, for 10 s',
      goal: '-',
    },
  },
  measure: (bench) =>
    inFreshFolder(bench, async (directory) => {
      const seconds = Math.max(DBENCH_SECONDS_MIN, bench.scale.seconds * 2);
      const words = ['--directory', directory, '--timelimit', `${seconds}`, `${DBENCH_CLIENTS}`];
      return { throughput: parseDbench(await run('dbench', ...words)) };
    }),
});

/** `Throughput 123.4 MB/sec  4 clients  4 procs  max_latency=56.789 ms` */
export function parseDbench(text: string): Figure {
  const match = /^Throughput ([\d.]+) MB\/sec.*max_latency=([\d.]+) ms/m.exec(text);
  if (match === null) throw new Error(`dbench: ${text.slice(-200)}`);
  return { value: Number(match[1]), worstUs: Number(match[2]) * US_PER_MS };
}

export const TOOLS: readonly Scenario[] = [engines, dbench];
