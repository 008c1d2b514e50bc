import { LatencyCounts } from './latency-counts.js';

/** How many times something was done, and how long it took: in all, at most, and how often how long. */
export class DurationSummary {
  count = 0;
  private totalMs = 0;
  private maxMs = 0;
  private readonly latencies = new LatencyCounts();

  note(durationMs: number): void {
    this.count++;
    this.totalMs += durationMs;
    this.maxMs = Math.max(this.maxMs, durationMs);
    this.latencies.note(durationMs);
  }

  /** `latencyCounts` by the classes of `LATENCY_BOUNDS_MS`. */
  figures() {
    const { count, totalMs, maxMs } = this;
    return { count, totalMs, maxMs, latencyCounts: [...this.latencies.counts] };
  }
}
