/**
 * Whether what was acknowledged may have been forgotten. A manager that was elected by bricks of which too many had
 * lost power says so in its first entry; from then on clients know that what they have not synced may be gone.
 */
import { ByteReader, ByteWriter } from '../core/bytes.js';
import type { Edit } from '../core/edit.js';
import { KEY_KIND } from '../core/key-kind.js';

export const HISTORY_KEY: Uint8Array = Buffer.of(KEY_KIND.history);

/** Notes that the history before `term` may have lost its end. */
export const historyCut = (term: number): Edit => ({
  key: HISTORY_KEY,
  value: new ByteWriter().u64(term).done(),
});

/** @returns the term since which nothing was forgotten; 0: nothing ever was. */
export const historyOf = (value: Uint8Array | undefined): number =>
  value === undefined ? 0 : new ByteReader(value).u64();
