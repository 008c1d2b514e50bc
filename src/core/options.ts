/** The options of volumes and of the pool: what there is, what each may be, and what it is unless it was set. */
import { RefusedError } from './errors.js';
import { byteCountOf, durationMsOf } from './quantity.js';
import { suggestion } from './unknown-name.js';

export interface OptionRule {
  /** `undefined` when it is nothing unless it was set. */
  readonly default: string | undefined;
  /** What it may be, for people. */
  readonly values: string;
  /** All that it may be, where that is a few words. */
  readonly choices: readonly string[];
  readonly accepts: (value: string) => boolean;
}

export type OptionTable = ReadonlyMap<string, OptionRule>;

/** The first is the default. */
const oneOf = (first: string, ...others: readonly string[]): OptionRule => {
  const choices = [first, ...others];
  return {
    default: first,
    values: `one of ${choices.join(', ')}`,
    choices,
    accepts: (value) => choices.includes(value),
  };
};

export const SCRUB_BYTES_PER_SECOND_MIN = 1_024;

/** What `volume set` knows. */
export const VOLUME_OPTIONS: OptionTable = new Map([
  // Refuses every change to the volume's files with EROFS.
  ['read-only', oneOf('off', 'on')],
  // Root of a client's machine is nobody in particular; or everybody there is.
  ['root-squash', oneOf('off', 'on')],
  ['all-squash', oneOf('off', 'on')],
  // What acknowledged means: in the log of every in-sync brick, or on its disk too.
  ['durability', oneOf('replicated', 'synced')],
  // How much of the time a heal takes while clients are at work; without them it takes all.
  ['heal-pace', oneOf('balanced', 'gentle', 'fast')],
  // How often each brick reads all of its records and has damaged ones repaired.
  [
    'scrub-interval',
    {
      default: '7d',
      values: 'a time such as 12h or 7d, or 0 for never',
      choices: [],
      accepts: (value: string) => durationMsOf(value) !== undefined,
    },
  ],
  [
    'scrub-bytes-per-second',
    {
      default: '8MiB',
      values: 'a size from 1KiB, such as 512KiB or 8MiB',
      choices: [],
      accepts: (value: string) => (byteCountOf(value) ?? 0) >= SCRUB_BYTES_PER_SECOND_MIN,
    },
  ],
]);

/** What `pool set` knows. */
export const POOL_OPTIONS: OptionTable = new Map([
  // Every event is sent there by the node that tells it.
  ['webhook', { default: undefined, values: 'an http or https URL', choices: [], accepts: isWebUrl }],
]);

function isWebUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}

/** @param what "option" or "pool option". */
export const unknownOption = (what: string, key: string, table: OptionTable): RefusedError =>
  new RefusedError(
    `${what} ${key} does not exist${suggestion(key, table.keys())}; there are: ${[...table.keys()].join(', ')}`,
  );
