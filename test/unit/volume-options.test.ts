import { expect, test } from 'vitest';
import { changedOptions, optionOf, scrubSettings } from '../../brick/volume-options.js';
import { RefusedError } from '../../src/core/errors.js';
import { byteCountOf, durationMsOf } from '../../src/core/quantity.js';

const set = (key: string, value: string) => changedOptions({}, { key, value, reset: false });

test.each([
  { text: '0', ms: 0 },
  { text: '90s', ms: 90_000 },
  { text: '30m', ms: 1_800_000 },
  { text: '12h', ms: 43_200_000 },
  { text: '7d', ms: 604_800_000 },
  { text: '7', ms: undefined },
  { text: 'd', ms: undefined },
  { text: '-1d', ms: undefined },
  { text: '1.5d', ms: undefined },
  { text: '7constructor', ms: undefined },
  { text: '', ms: undefined },
])('quantity: a time of "$text": is $ms ms', ({ text, ms }) => {
  expect(durationMsOf(text)).toBe(ms);
});

test.each([
  { text: '4096', bytes: 4_096 },
  { text: '512KiB', bytes: 524_288 },
  { text: '8MiB', bytes: 8_388_608 },
  { text: '1GiB', bytes: 1_073_741_824 },
  { text: '8MB', bytes: undefined },
  { text: 'MiB', bytes: undefined },
  { text: ' 8MiB', bytes: undefined },
])('quantity: a size of "$text": is $bytes bytes', ({ text, bytes }) => {
  expect(byteCountOf(text)).toBe(bytes);
});

test.each([
  { key: 'scrub-interval', value: 'often' },
  { key: 'scrub-bytes-per-second', value: '0' },
  { key: 'scrub-bytes-per-second', value: '1023' },
  { key: 'durability', value: 'maybe' },
  { key: 'colour', value: 'red' },
])('volume option: $key set to $value: is refused', ({ key, value }) => {
  expect(() => set(key, value)).toThrow(RefusedError);
});

test.each([
  { options: {}, settings: { intervalMs: 604_800_000, bytesPerSecond: 8_388_608 } },
  {
    options: { 'scrub-interval': '0', 'scrub-bytes-per-second': '1GiB' },
    settings: { intervalMs: 0, bytesPerSecond: 1_073_741_824 },
  },
])('volume option: $options: scrubs as $settings', ({ options, settings }) => {
  for (const [key, value] of Object.entries(options)) expect(set(key, value)).toEqual({ [key]: value });
  expect(scrubSettings((key) => optionOf(options, key))).toEqual(settings);
});
