/** First pause between two tries. */
export const BACKOFF_MS_MIN = 10;
/** Longest pause: also how late at most a client notices that a manager is there again. */
export const BACKOFF_MS_MAX = 150;
/** Less than doubling: a hand-over takes some tens of milliseconds, and nobody should sleep through its end. */
const GROWTH = 1.5;
const JITTER_SHARE = 0.25;

/**
 * The pause before try number `attempt`, which counts from 1: growing, and up to a quarter more or less, so
 * that the clients of a manager that died do not all come at once.
 * @param unit chance, 0 <= unit < 1
 */
export function backoffMs(attempt: number, unit: number): number {
  const plainMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * GROWTH ** (attempt - 1));
  return plainMs * (1 + JITTER_SHARE * (2 * unit - 1));
}
