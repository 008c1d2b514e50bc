import type { Timer } from '../../../src/runtime/clock.js';
import type { Random } from '../../../src/runtime/random.js';

/** Numbers that look random and repeat exactly for the same seed (mulberry32, by Tommy Ettinger, public domain). */
export class SeededRandom implements Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  id(): string {
    return this.below(2 ** 32).toString(16);
  }

  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  between(min: number, max: number): number {
    return min + this.unit() * (max - min);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }
}

interface Scheduled {
  readonly atMs: number;
  readonly order: number;
  readonly action: () => void;
}

/** Simulated time: actions run one after the other, in the order of their time; nothing else happens. */
export class Scheduler {
  nowMs = 0;
  private readonly queue: Scheduled[] = [];
  private lastOrder = 0;

  after(delayMs: number, action: () => void): Timer {
    const scheduled = { atMs: this.nowMs + Math.max(0, delayMs), order: ++this.lastOrder, action };
    this.insert(scheduled);
    return {
      stop: () => {
        const place = this.queue.indexOf(scheduled);
        if (place >= 0) this.queue.splice(place, 1);
      },
    };
  }

  async runUntil(atMs: number): Promise<void> {
    while (this.queue.length > 0 && this.queue[0]!.atMs <= atMs) {
      const next = this.queue.shift()!;
      this.nowMs = next.atMs;
      next.action();
      // Lets every promise that the action resolved run to its next wait.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.nowMs = atMs;
  }

  private insert(scheduled: Scheduled): void {
    let place = this.queue.length;
    while (place > 0 && this.queue[place - 1]!.atMs > scheduled.atMs) place--;
    this.queue.splice(place, 0, scheduled);
  }
}
