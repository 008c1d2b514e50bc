import { setTimeout as sleepTimer } from 'node:timers/promises';
import type { Timestamp } from '../core/attr.js';

/** A timer under way. Stopping it twice, or after it fired, does nothing. */
export interface Timer {
  stop(): void;
}

/** The only way to know the time. Simulations bring their own. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. For timeouts and leases. */
  monotonicMs(): number;
  /** Wall-clock time; each call returns a later one, so that two changes never share a stamp. */
  wallTime(): Timestamp;
  /** @throws {AbortError} when `signal` fires first. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
  /** Runs `action` once, after `delayMs`. */
  after(delayMs: number, action: () => void): Timer;
}

/** The wall clock in ms since 1970, for what people read. */
export function wallMs(clock: Pick<Clock, 'wallTime'>): number {
  const { seconds, nanoseconds } = clock.wallTime();
  return seconds * MS_PER_SECOND + Math.floor(nanoseconds / Number(NANOSECONDS_PER_MS));
}

const MS_PER_SECOND = 1_000;
const NANOSECONDS_PER_MS = 1_000_000n;
const NANOSECONDS_PER_SECOND = 1_000_000_000n;

export class SystemClock implements Clock {
  private lastWallNanoseconds = 0n;

  monotonicMs(): number {
    // From the same moment in all processes of a machine, so that what all of them do at each beat is done together.
    return performance.timeOrigin + performance.now();
  }

  wallTime(): Timestamp {
    const now = BigInt(Date.now()) * NANOSECONDS_PER_MS;
    this.lastWallNanoseconds = now > this.lastWallNanoseconds ? now : this.lastWallNanoseconds + 1n;
    return {
      seconds: Number(this.lastWallNanoseconds / NANOSECONDS_PER_SECOND),
      nanoseconds: Number(this.lastWallNanoseconds % NANOSECONDS_PER_SECOND),
    };
  }

  async sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    await sleepTimer(delayMs, undefined, signal === undefined ? {} : { signal });
  }

  after(delayMs: number, action: () => void): Timer {
    // Node.js cuts fractions off: whoever is called too early looks in vain, and must be called again.
    const handle = setTimeout(action, Math.ceil(delayMs));
    return { stop: () => clearTimeout(handle) };
  }
}

/** What is done at the same beats, as heartbeats are, is done in one go: waking up costs more than most of it. */
export const untilNextBeatMs = (nowMs: number, intervalMs: number): number =>
  intervalMs - (nowMs % intervalMs);

/** A wall-clock deadline, as grpc-js wants it. */
export const deadlineIn = (delayMs: number): Date => new Date(Date.now() + delayMs);
