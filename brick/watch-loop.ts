import { messageOf } from '../src/core/errors.js';
import { untilNextBeatMs, type Clock, type Timer } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';

/** Looks at something again and again until it is stopped. One look that goes wrong does not end it. */
export class WatchLoop {
  private timer: Timer | undefined;

  constructor(
    private readonly deps: { readonly clock: Clock; readonly log: Logger; readonly intervalMs: number },
    private readonly look: () => void,
  ) {}

  start(): void {
    const { clock, intervalMs } = this.deps;
    this.timer = clock.after(untilNextBeatMs(clock.monotonicMs(), intervalMs), () => {
      try {
        this.look();
      } catch (error) {
        this.deps.log.error('node.watch_failed', { reason: messageOf(error) });
      }
      this.start();
    });
  }

  stop(): void {
    this.timer?.stop();
  }
}
