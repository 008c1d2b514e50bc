import { RefusedError } from '../src/core/errors.js';
import { suggestion } from '../src/core/unknown-name.js';
import { byteCountOf, durationMsOf } from '../src/core/quantity.js';
import type { ScrubSettings } from '../src/volume/replica/scrub.js';

interface VolumeOption {
  readonly default: string;
  /** What it may be, for people. */
  readonly values: string;
  readonly accepts: (value: string) => boolean;
}

const oneOf = (first: string, ...others: readonly string[]): VolumeOption => {
  const values = [first, ...others];
  return {
    default: first,
    values: `one of ${values.join(', ')}`,
    accepts: (value) => values.includes(value),
  };
};

const BYTES_PER_SECOND_MIN = 1_024;

/** What `volume set` knows. The first value of each is the default. */
const VOLUME_OPTIONS: ReadonlyMap<string, VolumeOption> = new Map([
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
      accepts: (value: string) => durationMsOf(value) !== undefined,
    },
  ],
  [
    'scrub-bytes-per-second',
    {
      default: '8MiB',
      values: 'a size from 1KiB, such as 512KiB or 8MiB',
      accepts: (value: string) => (byteCountOf(value) ?? 0) >= BYTES_PER_SECOND_MIN,
    },
  ],
]);

export const VOLUME_OPTION_NAMES: readonly string[] = [...VOLUME_OPTIONS.keys()];

const HEAL_SHARES: Readonly<Record<string, number>> = { gentle: 0.1, balanced: 0.25, fast: 1 };

/** @returns of the time; 0 < share <= 1. */
export const healShareOf = (pace: string | undefined): number => HEAL_SHARES[pace ?? ''] ?? 1;

export const optionOf = (options: Readonly<Record<string, string>>, key: string): string | undefined =>
  options[key] ?? VOLUME_OPTIONS.get(key)?.default;

/** @param option as it is now. */
export const scrubSettings = (option: (key: string) => string | undefined): ScrubSettings => ({
  intervalMs: durationMsOf(option('scrub-interval') ?? '') ?? 0,
  bytesPerSecond: Math.max(byteCountOf(option('scrub-bytes-per-second') ?? '') ?? 0, BYTES_PER_SECOND_MIN),
});

/** @throws {RefusedError} unknown option or value. */
export function changedOptions(
  options: Readonly<Record<string, string>>,
  change: { readonly key: string; readonly value: string; readonly reset: boolean },
): Readonly<Record<string, string>> {
  if (change.reset && change.key === '') return {};
  const option = VOLUME_OPTIONS.get(change.key);
  if (option === undefined) {
    throw new RefusedError(
      `option ${change.key} does not exist${suggestion(change.key, VOLUME_OPTIONS.keys())}; there are: ${[...VOLUME_OPTIONS.keys()].join(', ')}`,
    );
  }
  if (change.reset) {
    return Object.fromEntries(Object.entries(options).filter(([key]) => key !== change.key));
  }
  if (!option.accepts(change.value)) {
    throw new RefusedError(`option ${change.key} is ${option.values}, not "${change.value}"`);
  }
  return { ...options, [change.key]: change.value };
}
