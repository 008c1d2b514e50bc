import { expect, test } from 'vitest';
import { AssertionError, assert, defined } from '../../src/core/assert.js';
import { afterPrefix, ByteReader, ByteWriter } from '../../src/core/bytes.js';
import { crc32c } from '../../src/core/crc32c.js';
import { ERRNO, errnoName } from '../../src/core/errno.js';
import * as errors from '../../src/core/errors.js';
import { chunkIndex, ino, sessionId } from '../../src/core/ids.js';
import { AFTER_LAST_KIND, FIRST_REPLICATED_KIND, KEY_KIND } from '../../src/core/key-kind.js';

test.each([0, -1, 1.5, Number.NaN, Infinity, 2 ** 53])('id: ino %s: is a bug', (value) => {
  expect(() => ino(value)).toThrow(AssertionError);
  expect(() => sessionId(value)).toThrow(AssertionError);
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])('id: chunk %s: is a bug', (value) => {
  expect(() => chunkIndex(value)).toThrow(AssertionError);
});

test('id: the smallest and largest: are ids', () => {
  expect([ino(1), ino(Number.MAX_SAFE_INTEGER)]).toEqual([1, Number.MAX_SAFE_INTEGER]);
  expect([chunkIndex(0), chunkIndex(2 ** 32 - 1)]).toEqual([0, 2 ** 32 - 1]);
});

test('assert: what does not hold: stops with its message', () => {
  expect(() => assert(false, 'two managers')).toThrow(new AssertionError('two managers'));
  expect(() => defined(undefined, 'gone')).toThrow(new AssertionError('gone'));
  expect([defined(0), defined(''), defined(false)]).toEqual([0, '', false]);
});

test.each([
  { prefix: [0x00], after: [0x01] },
  { prefix: [0x12, 0x34], after: [0x12, 0x35] },
  { prefix: [0x12, 0xff], after: [0x13] },
  { prefix: [0x12, 0xff, 0xff], after: [0x13] },
  { prefix: [0xff, 0x00], after: [0xff, 0x01] },
])('bytes: after the prefix $prefix: comes $after', ({ prefix, after }) => {
  expect([...afterPrefix(Uint8Array.from(prefix))]).toEqual(after);
});

test.each([[], [0xff], [0xff, 0xff]])('bytes: after %j: is nothing', (...prefix) => {
  expect(() => afterPrefix(Uint8Array.from(prefix))).toThrow(AssertionError);
});

test.each([
  { method: 'u64', value: -1 },
  { method: 'u64', value: 1.5 },
  { method: 'u64', value: 2 ** 53 },
  { method: 'i64', value: 2 ** 53 },
  { method: 'i64', value: 0.5 },
] as const)('bytes: $value as $method: is a bug', ({ method, value }) => {
  expect(() => new ByteWriter()[method](value)).toThrow(AssertionError);
});

test.each([
  { method: 'u8', value: 256 },
  { method: 'u16', value: 65_536 },
  { method: 'u32', value: 2 ** 32 },
  { method: 'u8', value: -1 },
] as const)('bytes: $value as $method: is refused', ({ method, value }) => {
  expect(() => new ByteWriter()[method](value)).toThrow(RangeError);
});

test('bytes: a stored number beyond safe integers: is a RangeError', () => {
  expect(() => new ByteReader(Buffer.alloc(8, 0xff)).u64()).toThrow(RangeError);
  expect(() => new ByteReader(Buffer.from('7fffffffffffffff', 'hex')).i64()).toThrow(RangeError);
});

test('crc32c: of the check string: is the known value', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
  expect(crc32c(Buffer.alloc(0))).toBe(0);
});

test('errno: every number: has one name', () => {
  for (const [name, number] of Object.entries(ERRNO)) expect(errnoName(number)).toBe(name);
  expect(errnoName(9_999)).toBeUndefined();
});

test('errors: every class: has a code and a name of its own, and a known errno', () => {
  const all = Object.values(errors)
    .filter((value) => typeof value === 'function' && value.prototype instanceof errors.HafsError)
    .map((Class) => new (Class as new (what: string) => errors.HafsError)('EIO'));
  expect(all.length).toBeGreaterThan(8);
  for (const error of all) expect(Object.keys(ERRNO)).toContain(error.errno);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  expect(all.map(({ name }) => name)).toEqual(all.map((error) => error.constructor.name));
});

test('key kinds: each has a number of its own, below or above the line as it belongs to the brick or to all', () => {
  const numbers = Object.values(KEY_KIND);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect([KEY_KIND.meta, KEY_KIND.journal].every((kind) => kind < FIRST_REPLICATED_KIND)).toBe(true);
  const replicated = numbers.filter((kind) => kind >= FIRST_REPLICATED_KIND);
  expect(replicated).toHaveLength(numbers.length - 2);
  expect(Math.max(...numbers)).toBeLessThan(AFTER_LAST_KIND);
});
