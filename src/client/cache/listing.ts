import type { Dirent } from '../../core/dirent.js';
import type { Ino } from '../../core/ids.js';
import type { FileReply } from '../../core/operation.js';

/** A part of a directory's names, in the order of their cookies. */
export interface Listing {
  /** The cookie after which it begins; 0 is the directory's beginning. */
  readonly from: number;
  /** Without attributes: those change more often than names do. */
  readonly entries: readonly Dirent[];
  /** The cookie of the last entry, or `from` when there is none. */
  readonly to: number;
  /** Nothing comes after it. */
  readonly end: boolean;
  /** What `..` is. */
  readonly parent: Ino;
}

export function listingOf(from: number, reply: Extract<FileReply, { kind: 'dirents' }>): Listing {
  const { parent, end } = reply;
  const entries = reply.entries.map(({ name, ino, type, cookie }) => ({ name, ino, type, cookie }));
  return { from, entries, to: entries.at(-1)?.cookie ?? from, end, parent };
}

/** What comes after `cookie`; `undefined` when it does not tell. */
export function listingAfter(listing: Listing, cookie: number): Listing | undefined {
  const { from, to, end, entries } = listing;
  if (cookie < from || cookie > to || (cookie === to && !end)) return undefined;
  return { ...listing, from: cookie, entries: entries.slice(placeAfter(entries, cookie)) };
}

/** @returns the place of the first entry whose cookie is greater, by halves. */
function placeAfter(entries: readonly Dirent[], cookie: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.cookie ?? Infinity) <= cookie) low = middle + 1;
    else high = middle;
  }
  return low;
}
