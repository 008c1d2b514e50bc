import { RefusedError } from '../src/core/errors.js';
import { POOL_OPTIONS, unknownOption } from '../src/core/options.js';

/** @throws {RefusedError} unknown option or value. */
export function changedPoolOptions(
  options: Readonly<Record<string, string>>,
  change: { readonly key: string; readonly value: string; readonly reset: boolean },
): Readonly<Record<string, string>> {
  const option = POOL_OPTIONS.get(change.key);
  if (option === undefined) throw unknownOption('pool option', change.key, POOL_OPTIONS);
  if (change.reset) {
    return Object.fromEntries(Object.entries(options).filter(([key]) => key !== change.key));
  }
  if (!option.accepts(change.value)) {
    throw new RefusedError(`pool option ${change.key} is ${option.values}, not "${change.value}"`);
  }
  return { ...options, [change.key]: change.value };
}
