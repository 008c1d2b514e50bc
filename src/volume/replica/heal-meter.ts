import { KIB } from '../../core/limits.js';
import type { Clock } from '../../runtime/clock.js';
import { RATE_ELAPSED_MS_MIN, type HealProgress } from './heal-progress.js';

/** What an entry costs besides its bytes, as so many bytes: small files are bound by their number. */
const ENTRY_COST_BYTES = 2 * KIB;
/** The rate is that of the last moments: of so long, or of this share of the heal's time if that is more. */
const MEMORY_MS_MIN = 3_000;
const MEMORY_SHARE = 0.25;
/** The beginning says nothing of the pace, the brick was just started: up to this share, or for so long if that is less. */
const WARM_UP_SHARE = 0.02;
const WARM_UP_MS_MAX = 1_000;

interface Amount {
  readonly entries: number;
  readonly bytes: number;
}

/** What was done of late, older work counting for less and less. */
interface Recent {
  readonly work: number;
  readonly bytes: number;
  readonly timeMs: number;
}

const NOTHING: Amount = { entries: 0, bytes: 0 };

/** Measures one heal, and from its present rate tells how long it will take. */
export class HealMeter {
  private total = NOTHING;
  private done = NOTHING;
  private recent: Recent = { work: 0, bytes: 0, timeMs: 0 };
  private isWarm = false;
  private begunAtMs: number;
  private updatedAtMs: number;

  constructor(private readonly clock: Clock) {
    this.begunAtMs = clock.monotonicMs();
    this.updatedAtMs = this.begunAtMs;
  }

  /** What there is to heal, all in all; the work begins now. */
  expect(total: Amount): void {
    this.total = total;
    this.begunAtMs = this.clock.monotonicMs();
    this.updatedAtMs = this.begunAtMs;
  }

  healed({ entries, bytes }: Amount): void {
    this.done = { entries: this.done.entries + entries, bytes: this.done.bytes + bytes };
    if (!this.isWarm) {
      this.warmUp();
      return;
    }
    const before = this.recentNow();
    const work = before.work + workIn({ entries, bytes });
    this.recent = { work, bytes: before.bytes + bytes, timeMs: before.timeMs };
    this.updatedAtMs = this.clock.monotonicMs();
  }

  private warmUp(): void {
    const nowMs = this.clock.monotonicMs();
    const isOver = workIn(this.done) >= workIn(this.total) * WARM_UP_SHARE;
    if (!isOver && nowMs - this.begunAtMs < WARM_UP_MS_MAX) return;
    this.isWarm = true;
    this.begunAtMs = nowMs;
    this.updatedAtMs = nowMs;
  }

  get progress(): HealProgress {
    const { work, bytes, timeMs } = this.recentNow();
    const isKnown = this.isWarm && timeMs >= RATE_ELAPSED_MS_MIN && work > 0;
    const left = Math.max(0, workIn(this.total) - workIn(this.done));
    return {
      totalEntries: this.total.entries,
      totalBytes: this.total.bytes,
      healedEntries: this.done.entries,
      healedBytes: this.done.bytes,
      bytesPerSecond: isKnown ? (bytes * 1_000) / timeMs : 0,
      etaSeconds: isKnown ? (left / work) * (timeMs / 1_000) : undefined,
    };
  }

  private recentNow(): Recent {
    const nowMs = this.clock.monotonicMs();
    const memoryMs = Math.max(MEMORY_MS_MIN, (nowMs - this.begunAtMs) * MEMORY_SHARE);
    const kept = Math.exp((this.updatedAtMs - nowMs) / memoryMs);
    const { work, bytes, timeMs } = this.recent;
    return { work: work * kept, bytes: bytes * kept, timeMs: timeMs * kept + memoryMs * (1 - kept) };
  }
}

const workIn = ({ entries, bytes }: Amount): number => bytes + entries * ENTRY_COST_BYTES;
