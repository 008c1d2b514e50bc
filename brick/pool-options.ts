import { RefusedError } from '../src/core/errors.js';
import { suggestion } from '../src/core/unknown-name.js';

interface PoolOption {
  /** What it may be, for people. */
  readonly values: string;
  readonly accepts: (value: string) => boolean;
}

/** What `pool set` knows. */
const POOL_OPTIONS: ReadonlyMap<string, PoolOption> = new Map([
  // Every event is sent there by the node that tells it.
  ['webhook', { values: 'an http or https URL', accepts: isWebUrl }],
]);

/** @throws {RefusedError} unknown option or value. */
export function changedPoolOptions(
  options: Readonly<Record<string, string>>,
  change: { readonly key: string; readonly value: string; readonly reset: boolean },
): Readonly<Record<string, string>> {
  const option = POOL_OPTIONS.get(change.key);
  if (option === undefined) {
    const known = [...POOL_OPTIONS.keys()].join(', ');
    throw new RefusedError(
      `pool option ${change.key} does not exist${suggestion(change.key, POOL_OPTIONS.keys())}; there are: ${known}`,
    );
  }
  if (change.reset) {
    return Object.fromEntries(Object.entries(options).filter(([key]) => key !== change.key));
  }
  if (!option.accepts(change.value)) {
    throw new RefusedError(`pool option ${change.key} is ${option.values}, not "${change.value}"`);
  }
  return { ...options, [change.key]: change.value };
}

function isWebUrl(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}
