import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CorruptionError } from '../../src/core/errors.js';
import { brickId, groupId } from '../../src/core/ids.js';
import {
  decodeHardState,
  decodeHealMark,
  decodeIdentity,
  decodeJournalRecord,
  decodeMembers,
  decodeTail,
  encodeHardState,
  encodeHealMark,
  encodeIdentity,
  encodeJournalRecord,
  encodeMembers,
  encodeTail,
  journalIndexOf,
  journalKey,
  type HealMark,
} from '../../src/volume/replica/brick-records.js';
import { decodeSession, decodeSlot, encodeSession, encodeSlot } from '../../src/volume/session-records.js';
import { comparable } from '../support/comparable.js';
import { bytes, u32, u64 } from '../support/wire-arbitraries.js';

interface Codec<T> {
  readonly record: string;
  readonly value: fc.Arbitrary<T>;
  readonly encode: (value: T) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => T;
}

const codec = <T>(codec: Codec<T>): Codec<unknown> => codec as Codec<unknown>;
const brick = fc.string({ minLength: 1, maxLength: 20 }).map(brickId);
const text = fc.string({ unit: 'binary', maxLength: 20 });
const keys = fc.array(bytes(), { maxLength: 5 });

const CODECS = [
  codec({
    record: 'identity',
    value: fc.record({
      formatVersion: fc.nat(),
      group: fc.string().map(groupId),
      brick,
      volume: fc.string(),
    }),
    encode: encodeIdentity,
    decode: decodeIdentity,
  }),
  codec({
    record: 'term',
    value: fc.record({ term: u64, votedFor: fc.option(brick, { nil: undefined }) }),
    encode: encodeHardState,
    decode: decodeHardState,
  }),
  codec({
    record: 'tail',
    value: fc.record({
      tail: fc.record({ term: u64, index: u64 }),
      commitIndex: u64,
      journalBaseIndex: u64,
    }),
    encode: encodeTail,
    decode: decodeTail,
  }),
  codec({
    record: 'heal mark',
    value: fc.record({
      health: fc.constantFrom<HealMark['health'][]>('healing', 'incomplete', 'blank'),
      baseIndex: u64,
      taintedKeys: keys,
    }),
    encode: encodeHealMark,
    decode: decodeHealMark,
  }),
  codec({
    record: 'journal',
    value: fc.record({
      term: u64,
      touched: fc.array(fc.record({ key: bytes(), sizeBytes: u32 }), { maxLength: 5 }),
    }),
    encode: encodeJournalRecord,
    decode: decodeJournalRecord,
  }),
  codec({
    record: 'members',
    value: fc.array(brick, { maxLength: 5 }),
    encode: encodeMembers,
    decode: decodeMembers,
  }),
  codec({
    record: 'session',
    value: fc.record({ client: text, openedAtSeconds: fc.maxSafeInteger(), owner: text }),
    encode: encodeSession,
    decode: decodeSession,
  }),
  codec({
    record: 'slot',
    value: fc.record({ sequence: u64, reply: bytes() }),
    encode: encodeSlot,
    decode: decodeSlot,
  }),
];

test.each(CODECS)('prop: $record record: written and read: is the same', ({ value, encode, decode }) => {
  const roundTrip = fc.property(value, (written) => {
    expect(comparable(decode(encode(written)))).toEqual(comparable(written));
  });
  fc.assert(roundTrip, { numRuns: 300 });
});

test.each(CODECS)('prop: $record record: cut short anywhere: is corruption', ({ value, encode, decode }) => {
  const isFound = fc.property(value, (written) => {
    const bytes = encode(written);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decode(bytes.subarray(0, length))).toThrow(CorruptionError);
    }
  });
  fc.assert(isFound, { numRuns: 50 });
});

test.each(CODECS)('prop: $record record: any bytes: is a value, or corruption', ({ encode, decode }) => {
  const isHandled = fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    try {
      encode(decode(bytes));
    } catch (error) {
      expect(error).toBeInstanceOf(CorruptionError);
    }
  });
  fc.assert(isHandled, { numRuns: 1_000 });
});

test('prop: journal keys: give their index back, and sort as their indices count', () => {
  const sorts = fc.property(u64, u64, (a, b) => {
    expect(journalIndexOf(journalKey(a))).toBe(a);
    expect(Math.sign(Buffer.compare(journalKey(a), journalKey(b)))).toBe(Math.sign(a - b));
  });
  fc.assert(sorts);
});
