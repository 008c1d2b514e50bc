import { KIB } from '../../core/limits.js';
import type { Clock } from '../../runtime/clock.js';
import { NO_AMOUNT, RATE_ELAPSED_MS_MIN, type Amount, type HealProgress } from './heal-progress.js';
import { RecentPace } from './recent-pace.js';

/** What an entry costs besides its bytes, as so many bytes: small files are bound by their number. */
const ENTRY_COST_BYTES = 2 * KIB;
/** The rate that is told is that of the last moments; so long, or so much of the heal's time if that is more. */
const RATE_MEMORY = { minMs: 3_000, share: 0.25 };
/** The time left rests on more of them, since a pace that is held for minutes stumbles for seconds. */
const ETA_MEMORY = { minMs: 10_000, share: 0.25 };
/**
 * The beginning says nothing of the pace, and so nothing is told: the brick's process was just started, and what it does
 * for the first time takes twice as long, beside clients at work for ten seconds.
 */
const WARM_UP_MS = 10_000;
/** Remembered of five seconds after that: of less, one in which nothing comes is too large a part. */
const ETA_ELAPSED_MS_MIN = 4_000;

/** Measures one heal, and from its pace tells how long it will take. */
export class HealMeter {
  private total = NO_AMOUNT;
  private done = NO_AMOUNT;
  private rate: RecentPace;
  /** Once it is warm. */
  private settled: RecentPace | undefined;
  private begunAtMs: number;

  constructor(private readonly clock: Clock) {
    this.begunAtMs = clock.monotonicMs();
    this.rate = new RecentPace(clock, RATE_MEMORY);
  }

  /** What there is to heal, all in all; the work begins now. */
  expect(total: Amount): void {
    this.total = total;
    this.begunAtMs = this.clock.monotonicMs();
    this.rate = new RecentPace(this.clock, RATE_MEMORY);
    this.settled = undefined;
  }

  healed({ entries, bytes }: Amount): void {
    this.done = { entries: this.done.entries + entries, bytes: this.done.bytes + bytes };
    this.rate.add(bytes);
    this.settled?.add(workIn({ entries, bytes }));
    if (this.clock.monotonicMs() - this.begunAtMs >= WARM_UP_MS)
      this.settled ??= new RecentPace(this.clock, ETA_MEMORY);
  }

  /** @param later what has changed since the heal was begun, and is brought over in a heal that follows it. */
  progress(later = NO_AMOUNT): HealProgress {
    return {
      totalEntries: this.total.entries + later.entries,
      totalBytes: this.total.bytes + later.bytes,
      healedEntries: this.done.entries,
      healedBytes: this.done.bytes,
      bytesPerSecond: (this.rate.perMs(RATE_ELAPSED_MS_MIN) ?? 0) * 1_000,
      etaSeconds: this.etaSeconds(later),
    };
  }

  private etaSeconds(later: Amount): number | undefined {
    const workPerMs = this.settled?.perMs(ETA_ELAPSED_MS_MIN);
    if (workPerMs === undefined) return undefined;
    const left = Math.max(0, workIn(this.total) - workIn(this.done));
    return (left + workIn(later)) / workPerMs / 1_000;
  }
}

const workIn = ({ entries, bytes }: Amount): number => bytes + entries * ENTRY_COST_BYTES;
