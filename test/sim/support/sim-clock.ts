import type { Timestamp } from '../../../src/core/attr.js';
import type { Clock, Timer } from '../../../src/runtime/clock.js';
import type { Scheduler } from './scheduler.js';

const EPOCH_SECONDS = 1_700_000_000;
const MS_PER_SECOND = 1_000;

/** The clock and the only thread of one simulated process; what it had set dies with it. */
export class SimClock implements Clock {
  private isAlive = true;
  /** What came while the process stood still, in order. */
  private held: (() => void)[] | undefined;
  private stamps = 0;

  /** @param rate how fast this machine's monotonic clock runs: 1.02 gains 2 %. */
  constructor(
    private readonly scheduler: Scheduler,
    private readonly rate = 1,
    private readonly offsetMs = 0,
  ) {}

  monotonicMs(): number {
    return this.offsetMs + this.scheduler.nowMs * this.rate;
  }

  wallTime(): Timestamp {
    return {
      seconds: EPOCH_SECONDS + Math.floor(this.scheduler.nowMs / MS_PER_SECOND),
      nanoseconds: ++this.stamps,
    };
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(delayMs, resolve);
    });
  }

  after(delayMs: number, action: () => void): Timer {
    return this.scheduler.after(delayMs / this.rate, () => this.perform(action));
  }

  /** Runs `action` in this process: at once, when it is thawed, or never. */
  perform(action: () => void): void {
    if (!this.isAlive) return;
    if (this.held === undefined) action();
    else this.held.push(action);
  }

  /** SIGSTOP: time goes on, the process does not. */
  freeze(): void {
    this.held ??= [];
  }

  /** SIGCONT: everything that has come meanwhile is done, one after the other. */
  thaw(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const action of held) this.scheduler.after(0, () => this.perform(action));
  }

  die(): void {
    this.isAlive = false;
  }
}
