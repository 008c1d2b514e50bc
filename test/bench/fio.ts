/** fio, its answer as a figure. */
import { run } from './command.js';
import type { Figure } from './scenario.js';

const MB = 1_000_000;
const US_NS = 1_000;

interface FioLatency {
  readonly max: number;
  readonly percentile?: Readonly<Record<string, number>>;
}

interface FioDirection {
  readonly bw_bytes: number;
  readonly iops: number;
  readonly clat_ns: FioLatency;
}

interface FioReport {
  readonly jobs: readonly {
    readonly error: number;
    readonly read: FioDirection;
    readonly write: FioDirection;
    readonly sync: { readonly total_ios: number; readonly lat_ns: FioLatency };
  }[];
}

/**
 * What all of its threads did together; time for a closing fsync is counted. Latencies are those of the fsyncs
 * where there are several.
 * @throws when fio fails.
 */
export async function fio(
  directory: string,
  direction: 'read' | 'write',
  counted: 'MB/s' | 'op/s',
  ...words: string[]
): Promise<Figure> {
  const common = ['--name=bench', `--directory=${directory}`, '--output-format=json', '--group_reporting'];
  const text = await run('fio', ...common, '--thread', '--fallocate=none', ...words);
  // It may complain before it answers.
  const [job] = (JSON.parse(text.slice(text.indexOf('{'))) as FioReport).jobs;
  if (job === undefined || job.error !== 0)
    throw new Error(`fio failed in ${directory}: ${job?.error ?? ''}`);
  const { bw_bytes: bytesPerSecond, iops, clat_ns: calls } = job[direction];
  const latency = job.sync.total_ios > 1 ? job.sync.lat_ns : calls;
  return {
    value: counted === 'MB/s' ? bytesPerSecond / MB : iops,
    p99Us: (latency.percentile?.['99.000000'] ?? 0) / US_NS,
    worstUs: latency.max / US_NS,
  };
}
