import type { Clock } from '../src/runtime/clock.js';

/** Whether `work` resolves within the time. Rejects when it does; it is not stopped when time is up. */
export async function settlesWithin(
  work: Promise<unknown>,
  timeoutMs: number,
  clock: Clock,
): Promise<boolean> {
  const timer = new AbortController();
  const late = clock.sleep(timeoutMs, timer.signal).then(
    () => false,
    () => false, // Stopped below.
  );
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    timer.abort();
  }
}
