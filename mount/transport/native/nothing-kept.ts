import type { Notifier } from '../notifier.js';

/** The kernel is told of no time for which anything is valid, so it has nothing that could be old. */
export const NOTHING_KEPT: Notifier = {
  offered: () => undefined,
  attributes: () => Promise.resolve(true),
  data: () => Promise.resolve(),
  entry: () => Promise.resolve(),
  expiry: () => Promise.resolve(),
  mayKeepNames: () => false,
  allEntries: () => Promise.resolve(),
};
