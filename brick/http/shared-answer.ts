import type { Clock } from '../../src/runtime/clock.js';

/** Makes something at most so often, however many ask: those who ask meanwhile get the same. */
export function sharedFor<T>(
  clock: Pick<Clock, 'monotonicMs'>,
  freshMs: number,
  make: () => Promise<T>,
): () => Promise<T> {
  let made: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const nowMs = clock.monotonicMs();
    if (made === undefined || nowMs - made.at > freshMs) {
      const value = make();
      made = { at: nowMs, value };
      // A failure is told to those who wait for it, and not to the next.
      value.catch(() => (made = undefined));
    }
    return made.value;
  };
}
