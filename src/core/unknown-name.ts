/** What is said of a name that nobody knows: which one may have been meant, and where to look. */
import { closestMatch } from 'leven';
import { RefusedError } from './errors.js';

/** Of its characters, so many may be wrong; one always may. */
const WRONG_SHARE_MAX = 0.5;
const WRONG_COUNT_MAX = 3;

/** @returns " (did you mean www?)", or nothing when none of the names is like the given one. */
export function suggestion(given: string, known: Iterable<string>): string {
  const maxDistance = Math.min(WRONG_COUNT_MAX, Math.max(1, Math.floor(given.length * WRONG_SHARE_MAX)));
  const meant = closestMatch(given, [...known], { maxDistance });
  return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}

export const unknownVolume = (name: string, known: Iterable<string>): RefusedError =>
  new RefusedError(
    `volume ${name} does not exist${suggestion(name, known)}; "hafs volume list" shows those that do`,
  );

/** @param known names and addresses. */
export const unknownNode = (text: string, known: Iterable<string>): RefusedError =>
  new RefusedError(
    `${text} is not part of the pool${suggestion(text, known)}; "hafs pool list" shows the nodes that are`,
  );
