import { FileError } from '../src/core/errors.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Unique } from './protocol/request-ids.js';

/** How soon who waits asks again: at first at once, then less and less often. */
const PAUSE_MS_MIN = 1;
const PAUSE_MS_MAX = 50;

/** Waits for locks by asking again and again, so that a wait outlives the volume manager and can be called off. */
export class LockPatience {
  private readonly waiting = new Map<Unique, AbortController>();
  private isOver = false;

  constructor(private readonly clock: Clock) {}

  /**
   * Asks until the lock is granted; without `waits` once.
   * @throws {FileError} EAGAIN when it is not granted; EINTR when whoever waited is gone; what `ask` throws.
   */
  async until(id: Unique, waits: boolean, ask: () => Promise<boolean>): Promise<void> {
    const calledOff = new AbortController();
    if (waits) this.waiting.set(id, calledOff);
    try {
      for (
        let pauseMs = PAUSE_MS_MIN;
        !(await isGranted(ask));
        pauseMs = Math.min(PAUSE_MS_MAX, 2 * pauseMs)
      ) {
        if (!waits) throw new FileError('EAGAIN');
        await this.clock.sleep(pauseMs, calledOff.signal).catch(() => undefined);
        if (calledOff.signal.aborted || this.isOver) throw new FileError('EINTR');
      }
    } finally {
      this.waiting.delete(id);
    }
  }

  /** INTERRUPT: a signal has come for whoever waits. */
  callOff(id: Unique): void {
    this.waiting.get(id)?.abort();
  }

  /** The mount comes down. */
  stop(): void {
    this.isOver = true;
    for (const calledOff of this.waiting.values()) calledOff.abort();
  }
}

async function isGranted(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof FileError && error.errno === 'EAGAIN') return false;
    throw error;
  }
}
