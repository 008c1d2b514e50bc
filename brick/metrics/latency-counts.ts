/** Upper bounds of the classes that the status page draws; the last class is open. */
export const LATENCY_BOUNDS_MS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;

/** How many operations took how long. */
export class LatencyCounts {
  readonly counts: number[] = Array.from({ length: LATENCY_BOUNDS_MS.length + 1 }, () => 0);

  note(durationMs: number): void {
    const place = LATENCY_BOUNDS_MS.findIndex((bound) => durationMs <= bound);
    const slot = place < 0 ? LATENCY_BOUNDS_MS.length : place;
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
  }
}
