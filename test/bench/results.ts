/** What a run has found, as the JSON file has it. */
import type { GrowthResult } from './growth/run-growth.js';
import { isMoreBetter, type Figure, type Row, type Scenario, type Unit } from './scenario.js';
import type { Side } from './sides/side.js';
import { median } from './statistics.js';

/** A row on one side. */
export interface SideResult {
  readonly side: string;
  readonly role: Side['role'];
  /** In the order of the rounds; a gap where one failed. */
  readonly rounds: readonly (Figure | undefined)[];
  readonly failures: readonly string[];
}

export interface RowResult extends Row {
  readonly sides: readonly SideResult[];
}

export interface RunResult {
  readonly machine: string;
  readonly startedAt: string;
  readonly version: string;
  readonly rounds: number;
  readonly scale: 'full' | 'quick';
  readonly sides: readonly { readonly name: string; readonly title: string }[];
  readonly rows: readonly RowResult[];
  readonly growth: readonly GrowthResult[];
}

/** Collects one scenario's figures, round after round. */
export class ScenarioResults {
  private readonly figures = new Map<string, (Figure | undefined)[]>();
  private readonly failures = new Map<string, string[]>();

  constructor(
    private readonly scenario: Scenario,
    private readonly sides: readonly Side[],
  ) {}

  /** What a round has found. What it has not is a gap. */
  add(side: Side, figures: Readonly<Record<string, Figure | undefined>>): void {
    for (const key of Object.keys(this.scenario.rows)) this.listOf(side, key).push(figures[key]);
  }

  fail(side: Side, message: string): void {
    this.failures.set(side.name, [...(this.failures.get(side.name) ?? []), message]);
  }

  rows(): RowResult[] {
    return Object.entries(this.scenario.rows).map(([key, row]) => ({
      ...row,
      sides: this.sides.map((side) => ({
        side: side.name,
        role: side.role,
        rounds: this.listOf(side, key),
        failures: this.failures.get(side.name) ?? [],
      })),
    }));
  }

  private listOf(side: Side, key: string): (Figure | undefined)[] {
    const place = `${side.name} ${key}`;
    const list = this.figures.get(place) ?? [];
    this.figures.set(place, list);
    return list;
  }
}

const isFigure = (figure: Figure | undefined): figure is Figure => figure !== undefined;

export const medianOf = ({ rounds }: SideResult): number =>
  median(rounds.filter(isFigure).map(({ value }) => value));

export const p99UsOf = ({ rounds }: SideResult): number =>
  median(rounds.filter(isFigure).flatMap(({ p99Us }) => (p99Us === undefined ? [] : [p99Us])));

/** Of all rounds. `NaN` where nothing was timed one by one. */
export const worstUsOf = ({ rounds }: SideResult): number => {
  const worst = rounds.filter(isFigure).flatMap(({ worstUs }) => (worstUs === undefined ? [] : [worstUs]));
  return worst.length === 0 ? NaN : Math.max(...worst);
};

export const remarksOf = ({ side, rounds, failures }: SideResult): string[] => {
  const remarks = rounds.filter(isFigure).flatMap(({ remark }) => (remark === undefined ? [] : [remark]));
  return [...new Set([...remarks, ...failures])].map((text) => `${side}: ${text}`);
};

/**
 * How many times better `ours` is than `other`: the median over the rounds, each of which compares what was
 * measured one right after the other. `NaN` when there is no round that has both.
 */
export function timesBetter(unit: Unit, ours: SideResult, other: SideResult): number {
  const ratios = ours.rounds.flatMap((figure, round) => {
    const their = other.rounds[round];
    if (figure === undefined || their === undefined) return [];
    return [isMoreBetter(unit) ? figure.value / their.value : their.value / figure.value];
  });
  return median(ratios);
}

export interface Comparison {
  /** Against the peer that does best. `NaN` without one. */
  readonly peer: number;
  readonly limit: number;
}

export function compare(row: RowResult): Comparison {
  const ours = row.sides.find(({ role }) => role === 'hafs');
  const against = (role: Side['role']): number[] =>
    row.sides
      .filter((side) => side.role === role && ours !== undefined)
      .map((side) => timesBetter(row.unit, ours ?? side, side))
      .filter((ratio) => !Number.isNaN(ratio));
  const worst = (ratios: readonly number[]): number => (ratios.length === 0 ? NaN : Math.min(...ratios));
  return { peer: worst(against('peer')), limit: worst(against('limit')) };
}
