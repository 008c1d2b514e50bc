import type { Activity } from './document.js';

/** What was going on between two looks. */
export interface Rates {
  readonly operationsPerSecond: number;
  readonly readBytesPerSecond: number;
  readonly writtenBytesPerSecond: number;
  /** Of the operations meanwhile; `null` when there was none. */
  readonly medianMs: number | null;
  readonly p99Ms: number | null;
}

export interface Sample {
  readonly atMs: number;
  readonly activity: Activity;
}

/** A process that was restarted counts from 0 again: then nothing can be said. */
export function ratesBetween(before: Sample, after: Sample, boundsMs: readonly number[]): Rates | undefined {
  const seconds = (after.atMs - before.atMs) / 1_000;
  if (seconds <= 0 || after.activity.operations < before.activity.operations) return undefined;
  const per = (key: 'operations' | 'readBytes' | 'writtenBytes'): number =>
    Math.max(0, after.activity[key] - before.activity[key]) / seconds;
  const counts = after.activity.latencyCounts.map((count, place) =>
    Math.max(0, count - (before.activity.latencyCounts[place] ?? 0)),
  );
  return {
    operationsPerSecond: per('operations'),
    readBytesPerSecond: per('readBytes'),
    writtenBytesPerSecond: per('writtenBytes'),
    medianMs: quantile(counts, boundsMs, 0.5),
    p99Ms: quantile(counts, boundsMs, 0.99),
  };
}

/** The upper bound of the class in which it lies: never better than it was. */
function quantile(counts: readonly number[], boundsMs: readonly number[], share: number): number | null {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  if (wanted === 0) return null;
  let seen = 0;
  for (const [place, count] of counts.entries()) {
    seen += count;
    if (seen >= wanted) return boundsMs[place] ?? boundsMs.at(-1) ?? null;
  }
  return null;
}
