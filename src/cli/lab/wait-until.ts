import type { Clock } from '../../runtime/clock.js';

const POLL_INTERVAL_MS = 100;

/** Asks again and again until there is an answer. @returns `undefined` when there was none within `boundMs`. */
export async function waitUntil<T>(
  clock: Clock,
  boundMs: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const endsAtMs = clock.monotonicMs() + boundMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || clock.monotonicMs() >= endsAtMs) return answer;
    await clock.sleep(POLL_INTERVAL_MS);
  }
}
