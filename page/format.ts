const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const UNIT_STEP = 1024;
const MS = 1_000;
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

export function bytes(amount: number): string {
  let value = amount;
  let unit = 0;
  while (value >= UNIT_STEP && unit < UNITS.length - 1) {
    value /= UNIT_STEP;
    unit++;
  }
  return `${unit === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}

export function duration(ms: number): string {
  if (ms < 10 * MS) return `${(ms / MS).toFixed(ms < MS ? 2 : 1)} s`;
  const seconds = Math.round(ms / MS);
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ${seconds % MINUTE} s`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ${Math.floor((seconds % HOUR) / MINUTE)} min`;
  return `${Math.floor(seconds / DAY)} d ${Math.floor((seconds % DAY) / HOUR)} h`;
}

/** In the reader's own time zone. */
export const time = (atMs: number): string => new Date(atMs).toLocaleString();

/** As many digits as it takes to see what is missing. */
export function percent(ratio: number): string {
  if (ratio >= 1) return '100 %';
  const digits = Math.min(7, Math.max(2, Math.ceil(-Math.log10(1 - ratio)) + 1));
  return `${(Math.floor(ratio * 100 * 10 ** digits) / 10 ** digits).toFixed(digits)} %`;
}
