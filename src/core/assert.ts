/** A broken invariant: a bug of ours. The process stops rather than carry on with a wrong state. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Checks an invariant. @throws {AssertionError} when it does not hold; nobody catches it. */
export function assert(condition: boolean, message = 'invariant broken'): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** A value that the surrounding invariants say is there. */
export function defined<T>(value: T | undefined | null, message = 'value is missing'): T {
  if (value === undefined || value === null) throw new AssertionError(message);
  return value;
}
