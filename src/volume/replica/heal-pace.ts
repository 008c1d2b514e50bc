import { assert } from '../../core/assert.js';
import type { Clock } from '../../runtime/clock.js';

/** Batches under way at a time: with more the source's memory grows, and the heal is no faster. */
const BATCHES_INFLIGHT_MAX = 8;
/** Clients that asked for something within this time are at work. */
const IN_USE_MS = 250;
/** No single rest is longer: what made the last batch slow may be over. */
const REST_MS_MAX = 1_000;

export interface HealPaceDeps {
  readonly clock: Clock;
  /** When a client last asked for something, on the clock's monotonic time. */
  readonly lastUsedAtMs: () => number;
  /** Of the time that a heal may take while clients are at work; 0 < share <= 1. */
  readonly share: () => number;
}

/** Leaves clients their share of the machine: while they are at work a heal rests after each batch. */
export class HealPace {
  private workingSinceMs: number;

  constructor(private readonly deps: HealPaceDeps) {
    this.workingSinceMs = deps.clock.monotonicMs();
  }

  get batchesInFlightMax(): number {
    return this.isYielding ? 1 : BATCHES_INFLIGHT_MAX;
  }

  /** To be awaited before each batch. */
  async rest(): Promise<void> {
    if (this.isYielding) {
      const share = this.deps.share();
      assert(share > 0 && share <= 1, `a heal's share of the time is ${share}`);
      const workedMs = this.deps.clock.monotonicMs() - this.workingSinceMs;
      await this.deps.clock.sleep(Math.min(REST_MS_MAX, (workedMs * (1 - share)) / share));
    }
    this.workingSinceMs = this.deps.clock.monotonicMs();
  }

  private get isYielding(): boolean {
    const { clock, lastUsedAtMs, share } = this.deps;
    return share() < 1 && clock.monotonicMs() - lastUsedAtMs() < IN_USE_MS;
  }
}
