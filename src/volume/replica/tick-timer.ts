import type { Clock, Timer } from '../../runtime/clock.js';

/** Wakes the core in time. One that fires too early costs a look a second; a new one for every event took 7 % of a busy manager's time. */
export class TickTimer {
  private timer: Timer | undefined;
  private firesAtMs = Infinity;

  constructor(
    private readonly clock: Pick<Clock, 'monotonicMs' | 'after'>,
    private readonly tick: () => void,
  ) {}

  /** At the latest then. */
  need(atMs: number): void {
    if (this.firesAtMs <= atMs) return;
    this.stop();
    this.firesAtMs = atMs;
    this.timer = this.clock.after(Math.max(0, atMs - this.clock.monotonicMs()), () => {
      this.firesAtMs = Infinity;
      this.tick();
    });
  }

  stop(): void {
    this.timer?.stop();
    this.firesAtMs = Infinity;
  }
}
