/** What the samples say: the curve of each process as a table, and what has grown. */
import Table from 'cli-table3';
import { median } from '../bench/statistics.js';
import { MEASURES, type Measure, type Sample, type Subject } from './samples.js';

const ROWS_MAX = 12;
/** Between the second quarter of the time and the last: what is above both has grown. */
const GROWTH_RATIO_MAX = 1.25;
const GROWTH_MAX: Readonly<Record<Measure, number>> = {
  'rss MiB': 64,
  'heap MiB': 32,
  fds: 16,
  handles: 16,
  timers: 32,
  'disk MiB': 128,
};

export function curveTable(subject: string, samples: readonly Sample[]): string {
  const own = samples.filter((one) => one.subject === subject);
  const step = Math.max(1, Math.ceil(own.length / ROWS_MAX));
  const table = new Table({ head: [subject, ...MEASURES], style: { head: [], border: [] } });
  for (const { atSeconds, values } of own.filter((_, place) => place % step === 0))
    table.push([`${atSeconds.toFixed(0)} s`, ...MEASURES.map((measure) => values[measure].toFixed(0))]);
  return table.toString();
}

/** @returns one line for each measure that has grown. */
export function grown(subjects: readonly Subject[], samples: readonly Sample[]): string[] {
  return subjects
    .filter(({ isSteady }) => isSteady)
    .flatMap(({ name }) => MEASURES.flatMap((measure) => growthOf(name, measure, samples)));
}

function growthOf(subject: string, measure: Measure, samples: readonly Sample[]): string[] {
  const values = samples.filter((one) => one.subject === subject).map((one) => one.values[measure]);
  const quarter = Math.floor(values.length / 4);
  if (quarter === 0) return [`${subject}: too few samples`];
  const [early, late] = [median(values.slice(quarter, 2 * quarter)), median(values.slice(-quarter))];
  const isGrown = late > early * GROWTH_RATIO_MAX && late > early + GROWTH_MAX[measure];
  return isGrown ? [`${subject}: ${measure} grew from ${early.toFixed(0)} to ${late.toFixed(0)}`] : [];
}
