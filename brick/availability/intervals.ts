/** Times from `fromMs` to `toMs`. */
export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

export const lengthMs = ({ fromMs, toMs }: Interval): number => toMs - fromMs;

/** All that is covered by any of them, in order; gaps of at most `joinMs` are closed. */
export function union(intervals: readonly Interval[], joinMs = 0): Interval[] {
  const joined: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of [...intervals].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last !== undefined && fromMs - last.toMs <= joinMs) last.toMs = Math.max(last.toMs, toMs);
    else joined.push({ fromMs, toMs });
  }
  return joined;
}

/** What lies between them. */
export const gapsBetween = (intervals: readonly Interval[]): Interval[] =>
  intervals.slice(1).map(({ fromMs }, place) => ({ fromMs: intervals[place]?.toMs ?? fromMs, toMs: fromMs }));

export const overlaps = (a: Interval, b: Interval): boolean => a.fromMs < b.toMs && b.fromMs < a.toMs;
