/** Quantities for people. */
import { KIB } from '../core/limits.js';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;
const SESSION_RADIX = 16;

/** "0 B", "1.5 MiB" */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= KIB && unit < UNITS.length - 1) {
    value /= KIB;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}

export const rateText = (bytesPerSecond: number): string => `${bytesText(Math.round(bytesPerSecond))}/s`;

/** "8s", "3m 20s", "2h 05m" */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < SECONDS_PER_MINUTE) return `${whole}s`;
  const minutes = Math.floor(whole / SECONDS_PER_MINUTE);
  if (whole < SECONDS_PER_HOUR) return `${minutes}m ${twoDigits(whole % SECONDS_PER_MINUTE)}s`;
  return `${Math.floor(whole / SECONDS_PER_HOUR)}h ${twoDigits(minutes % SECONDS_PER_MINUTE)}m`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 in UTC, to the second. */
export const timeText = (seconds: number): string =>
  new Date(seconds * MS_PER_SECOND).toISOString().replace(/\.\d+Z$/, 'Z');

/** A session's number as people are shown it. */
export const sessionText = (session: number): string => session.toString(SESSION_RADIX);
