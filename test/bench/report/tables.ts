/** The results as tables: heads and cells, for a terminal or a page. */
import {
  compare,
  medianOf,
  p99UsOf,
  remarksOf,
  worstUsOf,
  type RowResult,
  type RunResult,
} from '../results.js';
import { latencyText, numberText, ratioText } from './figures.js';

export interface TextTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Medians, and how hafs compares. */
export const figuresTable = ({ sides, rows }: RunResult): TextTable => ({
  heads: ['row', 'unit', ...sides.map(({ title }) => title), 'to best peer', 'to ext4', 'goal'],
  rows: rows.map((row) => {
    const { peer, limit } = compare(row);
    const values = row.sides.map((side) => numberText(medianOf(side)));
    return [row.title, row.unit, ...values, ratioText(peer), ratioText(limit), row.goal];
  }),
});

/** The 99th percentile and the longest of all, of rows that time each operation. */
export const latenciesTable = ({ sides, rows }: RunResult): TextTable => ({
  heads: ['row', ...sides.flatMap(({ title }) => [`${title} p99`, `${title} worst`])],
  rows: rows.filter(isTimed).map((row) => {
    const cells = row.sides.flatMap((side) => [latencyText(p99UsOf(side)), latencyText(worstUsOf(side))]);
    return [row.title, ...cells];
  }),
});

const isTimed = (row: RowResult): boolean => row.sides.some((side) => !Number.isNaN(worstUsOf(side)));

export const measuresTable = ({ rows }: RunResult): TextTable => ({
  heads: ['row', 'unit', 'what is measured'],
  rows: rows.map(({ title, unit, measures }) => [title, unit, measures]),
});

/** What went wrong, one line each. */
export const remarkLines = ({ rows }: RunResult): string[] =>
  rows.flatMap((row) => row.sides.flatMap(remarksOf).map((remark) => `${row.title}: ${remark}`));
