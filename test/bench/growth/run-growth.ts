import type { Bench } from '../scenario.js';
import { DIRECTORY_AXIS, VOLUME_AXIS } from './files.js';
import { MOUNTS_AXIS } from './mounts.js';
import { SIZE_AXIS } from './size.js';
import type { Axis, Costs } from './axis.js';

export const AXES: readonly Axis[] = [DIRECTORY_AXIS, VOLUME_AXIS, MOUNTS_AXIS, SIZE_AXIS];

/** How far to go on an axis; as far as it reaches unless said. */
export interface Extent {
  readonly axis: Axis;
  readonly max: number;
}

export interface GrowthLine {
  readonly side: string;
  readonly step: number;
  readonly costs: Costs;
}

export interface GrowthResult {
  readonly axis: string;
  readonly title: string;
  readonly unit: Axis['unit'];
  readonly measures: string;
  readonly lines: readonly GrowthLine[];
  readonly failures: readonly string[];
}

/** @throws {Error} saying what can be asked for. */
export function parseExtents(text: string): Extent[] {
  return text.split(',').map((word) => {
    const [name, max] = word.split(':');
    const axis = AXES.find((candidate) => candidate.name === name);
    const names = AXES.map((candidate) => candidate.name).join(', ');
    if (axis === undefined) throw new Error(`"${word}" is none of ${names}, with :MAX or without`);
    return { axis, max: max === undefined ? Infinity : Number(max) };
  });
}

/** Step after step, and at each side after side. A side that fails at one step is left out of the larger ones. */
export async function measureGrowth(
  { axis, max }: Extent,
  benches: readonly Bench[],
  say: (line: string) => void,
): Promise<GrowthResult> {
  const lines: GrowthLine[] = [];
  const failures = new Map<string, string>();
  let before = 0;
  for (const step of axis.steps.filter((candidate) => candidate <= max)) {
    for (const bench of benches.filter(({ side }) => !failures.has(side.name))) {
      say(`${axis.title}: ${step}: ${bench.side.name}`);
      try {
        lines.push({ side: bench.side.name, step, costs: await axis.measure(bench, step, before) });
      } catch (error) {
        failures.set(bench.side.name, `${bench.side.name} at ${step}: ${(error as Error).message}`);
      }
    }
    before = step;
  }
  const { name, title, unit, measures } = axis;
  return { axis: name, title, unit, measures, lines, failures: [...failures.values()] };
}
