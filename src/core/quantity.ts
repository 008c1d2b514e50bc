/** Quantities as people write them in options. */
import { GIB, KIB, MIB } from './limits.js';

const MS_OF_UNIT: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const BYTES_OF_UNIT: Readonly<Record<string, number>> = { '': 1, KiB: KIB, MiB: MIB, GiB: GIB };

/** "90s", "30m", "12h", "7d", "0". @returns `undefined` when it is none. */
export function durationMsOf(text: string): number | undefined {
  return text === '0' ? 0 : quantityOf(text, MS_OF_UNIT);
}

/** "4096", "512KiB", "8MiB", "1GiB". @returns `undefined` when it is none. */
export const byteCountOf = (text: string): number | undefined => quantityOf(text, BYTES_OF_UNIT);

function quantityOf(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,9})([A-Za-z]*)$/.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return number === '' || factor === undefined ? undefined : Number(number) * factor;
}
