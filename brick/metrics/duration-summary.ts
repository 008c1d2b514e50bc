import { LatencyCounts } from './latency-counts.js';

/** How many times something was done, and how long it took: in all, at most, and how often how long. */
export class DurationSummary {
  count = 0;
  totalMs = 0;
  maxMs = 0;
  private readonly latencies = new LatencyCounts();

  note(durationMs: number): void {
    this.count++;
    this.totalMs += durationMs;
    this.maxMs = Math.max(this.maxMs, durationMs);
    this.latencies.note(durationMs);
  }

  /** By the classes of `LATENCY_BOUNDS_MS`. */
  get latencyCounts(): number[] {
    return [...this.latencies.counts];
  }
}
