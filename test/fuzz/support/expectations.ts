/** What may come of hostile input: a refusal that is meant for it, or a value that hafs can reckon with. */

/** Numbers that no honest peer sends, and nothing can be reckoned with. @throws {Error} */
export function assertSane(value: unknown): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} came through`);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const field of Object.values(value)) assertSane(field);
  }
}

type ErrorClass = abstract new (...words: never[]) => Error;

/** Does `work`; a refusal of one of the classes is an answer, too. @returns whether there was a result. */
export function resultOrRefusal(refusals: readonly ErrorClass[], work: () => unknown): boolean {
  try {
    assertSane(work());
    return true;
  } catch (error) {
    if (refusals.some((refusal) => error instanceof refusal)) return false;
    throw error;
  }
}
