import { expect, test } from 'vitest';
import { brickId } from '../../src/core/ids.js';
import { CIPHER_OVERHEAD_BYTES, ValueCipher } from '../../src/kv/value-cipher.js';
import { volumeKey } from '../support/ciphers.js';

const KEY = Buffer.from('the key');
const VALUE = Buffer.from('something that nobody else should read');
const HEADER_BYTES = 23;
const EPOCH_END = 17;

const cipherOf = (brick: string, byte = 7): ValueCipher => new ValueCipher(volumeKey(byte), brickId(brick));
const headerOf = (stored: Uint8Array): string =>
  Buffer.from(stored.subarray(0, HEADER_BYTES)).toString('hex');

test('value cipher: a value: comes back, to whoever opens the brick later too', () => {
  const stored = cipherOf('b1').encode(KEY, VALUE);
  expect(stored.length).toBe(VALUE.length + CIPHER_OVERHEAD_BYTES);
  expect(Buffer.from(cipherOf('b1').decode(KEY, stored)).equals(VALUE)).toBe(true);
});

test('value cipher: what is stored: shows nothing of the value, and is never twice the same', () => {
  const cipher = cipherOf('b1');
  const [first, second] = [cipher.encode(KEY, VALUE), cipher.encode(KEY, VALUE)];
  expect(Buffer.from(first).includes(VALUE.subarray(0, 8))).toBe(false);
  expect(Buffer.from(first).equals(second)).toBe(false);
});

test.each([
  { what: 'under another key', stored: () => cipherOf('b1').encode(Buffer.from('other'), VALUE) },
  { what: 'of another brick', stored: () => cipherOf('b2').encode(KEY, VALUE) },
  { what: 'by another volume key', stored: () => cipherOf('b1', 8).encode(KEY, VALUE) },
  { what: 'that is not encrypted', stored: () => Buffer.concat([VALUE, VALUE]) },
  { what: 'cut off', stored: () => cipherOf('b1').encode(KEY, VALUE).subarray(0, -1) },
  { what: 'shorter than any', stored: () => Buffer.of(1) },
])('value cipher: a value $what: is read as no bytes at all', ({ stored }) => {
  expect(cipherOf('b1').decode(KEY, stored())).toHaveLength(0);
});

test('value cipher: many values of many openings: no nonce twice under one key', () => {
  const headers = new Set<string>();
  const epochs = new Set<string>();
  const openings = 20;
  const values = 1_000;
  for (let opening = 0; opening < openings; opening++) {
    const cipher = cipherOf('b1');
    for (let nth = 0; nth < values; nth++) headers.add(headerOf(cipher.encode(KEY, VALUE)));
  }
  for (const header of headers) epochs.add(header.slice(0, 2 * EPOCH_END));
  expect(headers.size).toBe(openings * values);
  expect(epochs.size).toBe(openings);
});

test('value cipher: an epoch that is full: another one begins, and values of both are read', () => {
  const epochValuesMax = 3;
  const cipher = new ValueCipher(volumeKey(), brickId('b1'), epochValuesMax);
  const stored = Array.from({ length: 7 }, () => cipher.encode(KEY, VALUE));
  const epochs = new Set(stored.map((one) => headerOf(one).slice(0, 2 * EPOCH_END)));
  expect(epochs.size).toBe(3);
  for (const one of stored) expect(Buffer.from(cipher.decode(KEY, one)).equals(VALUE)).toBe(true);
});

test('value cipher: more epochs than keys are kept for: all values are read', () => {
  const epochs = 600;
  const cipher = new ValueCipher(volumeKey(), brickId('b1'), 1);
  const stored = Array.from({ length: epochs }, () => cipher.encode(KEY, VALUE));
  for (const one of stored) expect(cipher.decode(KEY, one)).toHaveLength(VALUE.length);
});
