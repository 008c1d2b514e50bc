import type { Clock, Timer } from '../runtime/clock.js';

/** The outcome of `work`, or what `late` makes when there is none in time. `work` itself is not stopped. */
export async function within<T>(
  work: Promise<T>,
  limit: { readonly clock: Clock; readonly timeoutMs: number },
  late: () => Error,
): Promise<T> {
  let timer: Timer | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = limit.clock.after(limit.timeoutMs, () => reject(late()));
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    timer?.stop();
  }
}
