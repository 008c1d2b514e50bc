import type { GrowthResult } from '../growth/run-growth.js';
import { numberText } from './figures.js';
import type { TextTable } from './tables.js';

/** One line for each step and side; columns that no line has are not there. */
export function growthTable({ title, unit, lines }: GrowthResult): TextTable {
  const columns = [...new Set(lines.flatMap(({ costs }) => Object.keys(costs)))];
  return {
    heads: [unit === 'bytes' ? `${title}, bytes` : title, 'side', ...columns],
    rows: lines.map(({ step, side, costs }) => [
      step.toLocaleString('en-US'),
      side,
      ...columns.map((column) => numberText(costs[column] ?? NaN)),
    ]),
  };
}
