import { RefusedError } from '../src/core/errors.js';

interface VolumeOption {
  readonly default: string;
  readonly values: readonly string[];
}

/** What `volume set` knows. */
const VOLUME_OPTIONS: ReadonlyMap<string, VolumeOption> = new Map([
  // Refuses every change to the volume's files with EROFS.
  ['read-only', { default: 'off', values: ['on', 'off'] }],
  // What acknowledged means: in the log of every in-sync brick, or on its disk too.
  ['durability', { default: 'replicated', values: ['replicated', 'synced'] }],
  // How much of the time a heal takes while clients are at work; without them it takes all.
  ['heal-pace', { default: 'balanced', values: ['gentle', 'balanced', 'fast'] }],
]);

const HEAL_SHARES: Readonly<Record<string, number>> = { gentle: 0.1, balanced: 0.25, fast: 1 };

/** @returns of the time; 0 < share <= 1. */
export const healShareOf = (pace: string | undefined): number => HEAL_SHARES[pace ?? ''] ?? 1;

export const optionOf = (options: Readonly<Record<string, string>>, key: string): string | undefined =>
  options[key] ?? VOLUME_OPTIONS.get(key)?.default;

/** @throws {RefusedError} unknown option or value. */
export function changedOptions(
  options: Readonly<Record<string, string>>,
  change: { readonly key: string; readonly value: string; readonly reset: boolean },
): Readonly<Record<string, string>> {
  if (change.reset && change.key === '') return {};
  const option = VOLUME_OPTIONS.get(change.key);
  if (option === undefined) {
    throw new RefusedError(
      `option ${change.key} does not exist; there are: ${[...VOLUME_OPTIONS.keys()].join(', ')}`,
    );
  }
  if (change.reset) {
    return Object.fromEntries(Object.entries(options).filter(([key]) => key !== change.key));
  }
  if (!option.values.includes(change.value)) {
    throw new RefusedError(
      `option ${change.key} is one of ${option.values.join(', ')}, not "${change.value}"`,
    );
  }
  return { ...options, [change.key]: change.value };
}
