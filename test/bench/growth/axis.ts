/** How cost grows with one quantity. */
import { residentMib } from '../process-figures.js';
import type { Bench } from '../scenario.js';

/** One line of a growth table: values by column head. */
export type Costs = Readonly<Record<string, number>>;

export interface Axis {
  readonly name: string;
  readonly title: string;
  /** What one operation costs, and how that was found out. */
  readonly measures: string;
  readonly steps: readonly number[];
  /** In which unit a step is counted. */
  readonly unit: 'files' | 'mounts' | 'bytes';
  /** Steps come in ascending order, on a side that was new before the first. */
  readonly measure: (bench: Bench, step: number, before: number) => Promise<Costs>;
}

/** The largest of the side's processes: a server's or the client's. Nothing for a side without processes. */
export async function largestProcessMib(bench: Bench): Promise<Costs> {
  const pids = await bench.side.processes();
  if (pids.length === 0) return {};
  const sizes = await Promise.all(pids.map((pid) => residentMib(pid, 'VmRSS')));
  return { 'largest process, MiB': Math.max(...sizes) };
}

export const microsecondsEach = (perSecond: number): number => 1e6 / perSecond;
