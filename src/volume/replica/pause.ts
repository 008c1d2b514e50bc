import type { Clock } from '../../runtime/clock.js';

/** What a background task rests on: it can be woken, and stopped for good. */
export class Pause {
  private hasStopped = false;
  private wakeNow: () => void = () => undefined;

  constructor(private readonly clock: Clock) {}

  isStopped(): boolean {
    return this.hasStopped;
  }

  /** Resolves then, or when it is woken; at once when it was stopped. */
  async for(delayMs: number): Promise<void> {
    if (this.hasStopped) return;
    await new Promise<void>((resolve) => {
      const timer = this.clock.after(delayMs, resolve);
      this.wakeNow = () => {
        timer.stop();
        resolve();
      };
    });
  }

  wake(): void {
    this.wakeNow();
  }

  stop(): void {
    this.hasStopped = true;
    this.wakeNow();
  }
}
