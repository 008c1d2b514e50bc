import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  afterPrefix,
  ByteReader,
  bytesToMapKey,
  ByteWriter,
  compareBytes,
  equalBytes,
  mapKeyToBytes,
} from '../../src/core/bytes.js';
import { crc32c } from '../../src/core/crc32c.js';

const anyBytes = fc.uint8Array({ maxLength: 300 });

const FIELDS = {
  u8: fc.nat({ max: 0xff }),
  u16: fc.nat({ max: 0xffff }),
  u32: fc.nat({ max: 0xffff_ffff }),
  u64: fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER)),
  i64: fc.oneof(fc.maxSafeInteger(), fc.constantFrom(-1, 0, Number.MIN_SAFE_INTEGER, -(2 ** 32))),
  bytes: anyBytes,
  text: fc.string({ unit: 'grapheme', maxLength: 50 }),
} as const;

type Field = {
  [Name in keyof typeof FIELDS]: { name: Name; value: number | string | Uint8Array };
}[keyof typeof FIELDS];

const field: fc.Arbitrary<Field> = fc.oneof(
  ...Object.entries(FIELDS).map(([name, values]) =>
    (values as fc.Arbitrary<Field['value']>).map((value) => ({ name, value }) as Field),
  ),
);

const write = (writer: ByteWriter, { name, value }: Field): void =>
  void (writer[name] as (value: Field['value']) => unknown).call(writer, value);

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Uint8Array && b instanceof Uint8Array ? equalBytes(a, b) : a === b;

test('prop: bytes: fields written: are read back, whatever the first capacity', () => {
  const roundTrip = fc.property(fc.array(field), fc.nat({ max: 64 }), (fields, capacity) => {
    const writer = new ByteWriter(capacity);
    for (const one of fields) write(writer, one);
    const reader = new ByteReader(writer.done());
    for (const { name, value } of fields) expect(isSame(reader[name](), value)).toBe(true);
    expect(reader.remaining).toBe(0);
  });
  fc.assert(roundTrip, { numRuns: 500 });
});

test('prop: bytes: read past the end: is a RangeError and no field', () => {
  const isFound = fc.property(field, (one) => {
    const writer = new ByteWriter();
    write(writer, one);
    const bytes = writer.done();
    for (let length = 0; length < Math.min(bytes.length, 20); length++) {
      expect(() => new ByteReader(bytes.subarray(0, length))[one.name]()).toThrow(RangeError);
    }
  });
  fc.assert(isFound);
});

test('prop: bytes: numbers: sort as they count', () => {
  const sorts = fc.property(FIELDS.u64, FIELDS.u64, (a, b) => {
    const order = compareBytes(new ByteWriter().u64(a).done(), new ByteWriter().u64(b).done());
    expect(Math.sign(order)).toBe(Math.sign(a - b));
  });
  fc.assert(sorts);
});

test('prop: map keys: are one to one with byte strings, and sort alike', () => {
  const agrees = fc.property(anyBytes, anyBytes, (a, b) => {
    expect(equalBytes(mapKeyToBytes(bytesToMapKey(a)), a)).toBe(true);
    const [x, y] = [bytesToMapKey(a), bytesToMapKey(b)];
    expect(x < y ? -1 : x > y ? 1 : 0).toBe(Math.sign(compareBytes(a, b)));
  });
  fc.assert(agrees);
});

test('prop: prefixes: the key after one is above all that have it, and not above any other', () => {
  const prefix = fc
    .uint8Array({ minLength: 1, maxLength: 6 })
    .filter((bytes) => bytes.some((byte) => byte < 0xff));
  const isTight = fc.property(prefix, anyBytes, (prefix, rest) => {
    const before = Uint8Array.from(prefix);
    const after = afterPrefix(prefix);
    expect(equalBytes(prefix, before)).toBe(true);
    expect(compareBytes(Buffer.concat([prefix, rest]), after)).toBeLessThan(0);
    const hasPrefix = equalBytes(rest.subarray(0, prefix.length), prefix);
    const isBetween = compareBytes(rest, prefix) >= 0 && compareBytes(rest, after) < 0;
    expect(isBetween).toBe(hasPrefix);
  });
  fc.assert(isTight, { numRuns: 500 });
});

test('prop: crc32c: of parts, one seeding the next: is that of the whole', () => {
  const joins = fc.property(anyBytes, anyBytes, (a, b) => {
    expect(crc32c(b, crc32c(a))).toBe(crc32c(Buffer.concat([a, b])));
  });
  fc.assert(joins);
});
