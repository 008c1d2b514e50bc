import type { Timestamp } from '../../src/core/attr.js';
import type { Clock, Timer } from '../../src/runtime/clock.js';

/** Time that passes when the test says so. */
export class ManualClock implements Clock {
  private nowMs = 0;
  private readonly timers = new Map<object, { readonly atMs: number; readonly action: () => void }>();

  monotonicMs(): number {
    return this.nowMs;
  }

  wallTime(): Timestamp {
    return { seconds: Math.floor(this.nowMs / 1_000), nanoseconds: (this.nowMs % 1_000) * 1_000_000 };
  }

  sleep(delayMs: number): Promise<void> {
    return new Promise((resolve) => void this.after(delayMs, resolve));
  }

  after(delayMs: number, action: () => void): Timer {
    const key = {};
    this.timers.set(key, { atMs: this.nowMs + delayMs, action });
    return { stop: () => void this.timers.delete(key) };
  }

  /** Fires what is due, and lets the promises that wait for it go on. */
  async advance(delayMs: number): Promise<void> {
    this.nowMs += delayMs;
    const due = [...this.timers].filter(([, { atMs }]) => atMs <= this.nowMs);
    for (const [key, { action }] of due) {
      this.timers.delete(key);
      action();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
