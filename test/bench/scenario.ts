/** What is measured, as data: a scenario runs once a round on each side and gives a figure for each of its rows. */
import type { Driver, DriverResult } from './driver.js';
import type { Places } from './places.js';
import type { Side } from './sides/side.js';

export type Unit = 'op/s' | 'requests/s' | 'MB/s' | 's' | 'ms' | 'MiB' | '%';

/** Of the others, less is better. */
const MORE_IS_BETTER: readonly Unit[] = ['op/s', 'requests/s', 'MB/s'];

export const isMoreBetter = (unit: Unit): boolean => MORE_IS_BETTER.includes(unit);

export interface Row {
  readonly title: string;
  readonly unit: Unit;
  /** What is measured, and what comes before it unmeasured. */
  readonly measures: string;
  /** In words, as it was set; printed beside the figure and compared with nothing. */
  readonly goal: string;
}

export interface Figure {
  readonly value: number;
  readonly p99Us?: number;
  readonly worstUs?: number;
  /** What went wrong on the way without ending the run. */
  readonly remark?: string;
}

export type Figures<Key extends string = string> = Readonly<Partial<Record<Key, Figure | undefined>>>;

export interface Scenario<Key extends string = string> {
  readonly rows: Readonly<Record<Key, Row>>;
  /** Programs of other packages (requirements.ts). */
  readonly tools: readonly string[];
  /** Once on each side, before the first round. */
  readonly prepare?: (bench: Bench) => Promise<unknown>;
  readonly measure: (bench: Bench) => Promise<Figures<Key>>;
  /** Once on each side, after the last round. */
  readonly finish?: (bench: Bench) => Promise<unknown>;
}

/** How much is done: the full length, or the short form. */
export interface Scale {
  readonly seconds: number;
  readonly hotFiles: number;
  readonly coldFiles: number;
  readonly treeFiles: number;
  readonly largeMib: number;
  readonly smallWritesMib: number;
  readonly randomMib: number;
}

export const FULL: Scale = {
  seconds: 5,
  hotFiles: 1_000,
  coldFiles: 10_000,
  treeFiles: 10_000,
  largeMib: 1_024,
  smallWritesMib: 256,
  randomMib: 256,
};

export const QUICK: Scale = {
  seconds: 1,
  hotFiles: 1_000,
  coldFiles: 2_000,
  treeFiles: 1_000,
  largeMib: 128,
  smallWritesMib: 32,
  randomMib: 64,
};

/** One side, with what a scenario needs to work on it. */
export interface Bench {
  readonly side: Side;
  readonly scale: Scale;
  readonly driver: Driver;
  readonly places: Places;
}

export const figureOf = (result: DriverResult): Figure => {
  const { perSecond: value, p99Us, worstUs, errors, firstError, stale } = result;
  const remarks = [errors > 0 ? `${errors} × ${firstError}` : '', stale > 0 ? `${stale} stale answers` : ''];
  const remark = remarks.filter((text) => text !== '').join(', ');
  return { value, p99Us, worstUs, ...(remark !== '' && { remark }) };
};

/** Keeps the keys of `rows` as a type, so that a figure cannot be given for a row that is not there. */
export const scenario = <Key extends string>(definition: Scenario<Key>): Scenario => definition;
