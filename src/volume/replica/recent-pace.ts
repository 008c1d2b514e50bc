import type { Clock } from '../../runtime/clock.js';

/** How much of what was done is remembered: so long, or this share of all the time if that is more. */
export interface PaceMemory {
  readonly minMs: number;
  readonly share: number;
}

/** How fast something goes, older work counting for less and less. */
export class RecentPace {
  private amount = 0;
  private timeMs = 0;
  private readonly begunAtMs: number;
  private updatedAtMs: number;

  constructor(
    private readonly clock: Pick<Clock, 'monotonicMs'>,
    private readonly memory: PaceMemory,
  ) {
    this.begunAtMs = clock.monotonicMs();
    this.updatedAtMs = this.begunAtMs;
  }

  add(amount: number): void {
    const { kept, timeMs } = this.now();
    this.amount = this.amount * kept + amount;
    this.timeMs = timeMs;
    this.updatedAtMs = this.clock.monotonicMs();
  }

  /** @returns `undefined` while nothing was done, or less time than `elapsedMsMin` counts. */
  perMs(elapsedMsMin: number): number | undefined {
    const { kept, timeMs } = this.now();
    return this.amount > 0 && timeMs >= elapsedMsMin ? (this.amount * kept) / timeMs : undefined;
  }

  private now(): { readonly kept: number; readonly timeMs: number } {
    const nowMs = this.clock.monotonicMs();
    const memoryMs = Math.max(this.memory.minMs, (nowMs - this.begunAtMs) * this.memory.share);
    const kept = Math.exp((this.updatedAtMs - nowMs) / memoryMs);
    return { kept, timeMs: this.timeMs * kept + memoryMs * (1 - kept) };
  }
}
