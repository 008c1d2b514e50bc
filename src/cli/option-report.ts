/** What `volume get` and `pool get` show. */
import { unknownOption, type OptionTable } from '../core/options.js';
import { tableText } from './output.js';
import { PLAIN, type Paint } from './paint.js';

export interface ChosenOption {
  readonly key: string;
  /** `undefined` when it was not set. */
  readonly value: string | undefined;
  readonly default: string | undefined;
}

/**
 * One option, or `all`: those that we know, and those that were set by somebody who knows more.
 * @throws {RefusedError} nobody knows it.
 */
export function chosenOptions(
  set: Readonly<Record<string, string>>,
  wanted: string,
  { what, table }: { readonly what: string; readonly table: OptionTable },
): readonly ChosenOption[] {
  const known = new Set([...table.keys(), ...Object.keys(set)]);
  if (wanted !== 'all' && !known.has(wanted)) throw unknownOption(what, wanted, table);
  return [...known]
    .filter((key) => wanted === 'all' || key === wanted)
    .sort()
    .map((key) => ({ key, value: set[key], default: table.get(key)?.default }));
}

/** By option; null where it was not set. */
export const valuesOf = (options: readonly ChosenOption[]): Record<string, string | null> =>
  Object.fromEntries(options.map(({ key, value }) => [key, value ?? null]));

export const defaultsOf = (options: readonly ChosenOption[]): Record<string, string | null> =>
  Object.fromEntries(options.map((option) => [option.key, option.default ?? null]));

export const optionsText = (options: readonly ChosenOption[], paint: Paint = PLAIN): string =>
  tableText(
    [{ head: 'Option' }, { head: 'Value' }],
    options.map((option) => [option.key, valueText(option)]),
    paint,
  );

function valueText(option: ChosenOption): string {
  if (option.value !== undefined) return option.value;
  return option.default === undefined ? '(not set)' : `${option.default} (DEFAULT)`;
}
