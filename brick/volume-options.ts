import { RefusedError } from '../src/core/errors.js';
import { SCRUB_BYTES_PER_SECOND_MIN, unknownOption, VOLUME_OPTIONS } from '../src/core/options.js';
import { byteCountOf, durationMsOf } from '../src/core/quantity.js';
import type { ScrubSettings } from '../src/volume/replica/scrub.js';

const HEAL_SHARES: Readonly<Record<string, number>> = { gentle: 0.1, balanced: 0.25, fast: 1 };

/** @returns of the time; 0 < share <= 1. */
export const healShareOf = (pace: string | undefined): number => HEAL_SHARES[pace ?? ''] ?? 1;

export const optionOf = (options: Readonly<Record<string, string>>, key: string): string | undefined =>
  options[key] ?? VOLUME_OPTIONS.get(key)?.default;

/** @param option as it is now. */
export const scrubSettings = (option: (key: string) => string | undefined): ScrubSettings => ({
  intervalMs: durationMsOf(option('scrub-interval') ?? '') ?? 0,
  bytesPerSecond: Math.max(
    byteCountOf(option('scrub-bytes-per-second') ?? '') ?? 0,
    SCRUB_BYTES_PER_SECOND_MIN,
  ),
});

/** @throws {RefusedError} unknown option or value. */
export function changedOptions(
  options: Readonly<Record<string, string>>,
  change: { readonly key: string; readonly value: string; readonly reset: boolean },
): Readonly<Record<string, string>> {
  if (change.reset && change.key === '') return {};
  const option = VOLUME_OPTIONS.get(change.key);
  if (option === undefined) throw unknownOption('option', change.key, VOLUME_OPTIONS);
  if (change.reset) {
    return Object.fromEntries(Object.entries(options).filter(([key]) => key !== change.key));
  }
  if (!option.accepts(change.value)) {
    throw new RefusedError(`option ${change.key} is ${option.values}, not "${change.value}"`);
  }
  return { ...options, [change.key]: change.value };
}
