import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILE_TYPE, type Attr, type FileType } from '../../src/core/attr.js';
import { FIRST_DIRENT_COOKIE } from '../../src/core/dirent.js';
import { CorruptionError } from '../../src/core/errors.js';
import { chunkCount } from '../../src/core/extent.js';
import { chunkIndex, ino, sessionId } from '../../src/core/ids.js';
import { CHUNK_SIZE_BYTES, FILE_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import { openChunk, sealChunk } from '../../src/fs/chunk.js';
import { decodeCounters, encodeCounters } from '../../src/fs/counters-record.js';
import { decodeCookie, decodeDirent, encodeCookie, encodeDirent } from '../../src/fs/dirent-record.js';
import { decodeInode, encodeInode, type Inode } from '../../src/fs/inode-record.js';
import { chunkKey, inodeKey } from '../../src/fs/keys.js';
import { decodeOrphan, encodeOrphan } from '../../src/fs/orphan-record.js';
import { decodeXattrs, encodeXattrs } from '../../src/fs/xattr-record.js';

const KEY = inodeKey(ino(7));

const anyIno = fc.maxSafeNat().map((value) => ino(Math.max(1, value)));
const u32 = fc.nat({ max: 0xffff_ffff });
/** Buffers, as the decoders give them. */
const byteString = (minLength: number, maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes));
const name = byteString(1, 255);
const cookie = fc.maxSafeNat().map((value) => Math.max(FIRST_DIRENT_COOKIE, value));
const type = fc.constantFrom(...(Object.keys(FILE_TYPE) as FileType[]));
const size = fc.nat({ max: FILE_SIZE_BYTES_MAX });
const time = fc.record({ seconds: fc.maxSafeInteger(), nanoseconds: fc.nat({ max: 999_999_999 }) });

const attr: fc.Arbitrary<Attr> = fc.record({
  ino: anyIno,
  type,
  mode: fc.nat({ max: 0o7777 }),
  linkCount: u32,
  uid: u32,
  gid: u32,
  rdev: u32,
  sizeBytes: size,
  storedBytes: size,
  atime: time,
  mtime: time,
  ctime: time,
  version: fc.maxSafeNat(),
});

const inode: fc.Arbitrary<Inode> = fc
  .record({
    attr,
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    parent: anyIno,
    entryCount: fc.maxSafeNat(),
    nextCookie: cookie,
    target: byteString(1, 4095),
  })
  .map(({ attr, part, parent, entryCount, nextCookie, target }) => {
    switch (attr.type) {
      case 'regular':
        return { kind: 'regular', attr, chunksEnd: Math.floor(part * chunkCount(attr.sizeBytes)) };
      case 'directory':
        return { kind: 'directory', attr, parent, entryCount, nextCookie };
      case 'symlink':
        return { kind: 'symlink', attr, target };
      case 'fifo':
      case 'charDevice':
      case 'blockDevice':
      case 'socket':
        return { kind: 'special', attr };
    }
  });

const dirent = fc.record({ ino: anyIno, type, cookie });
const cookieRecord = fc.record({ ino: anyIno, type, name });
const counters = fc.record({ nextIno: anyIno, inodeCount: fc.maxSafeNat(), history: fc.maxSafeNat() });
const orphan = fc.record({
  isLinkable: fc.boolean(),
  holders: fc.array(fc.maxSafeNat().map((value) => sessionId(Math.max(1, value)))),
});
const xattrs = fc.array(fc.record({ name, value: byteString(0, 100) }), { maxLength: 5 });

/** One way to damage a record. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut'), at: fc.nat(), bits: fc.constant(0) }),
  fc.record({ kind: fc.constant('grow'), at: fc.integer({ min: 1, max: 9 }), bits: fc.nat({ max: 255 }) }),
);

type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(value: Uint8Array, { kind, at, bits }: Damage): Uint8Array {
  if (kind === 'cut') return value.subarray(0, at % value.length);
  if (kind === 'grow') return Buffer.concat([value, Buffer.alloc(at, bits)]);
  const copy = Uint8Array.from(value);
  copy[at % value.length]! ^= bits;
  return copy;
}

interface Codec {
  readonly record: string;
  readonly value: fc.Arbitrary<unknown>;
  readonly encode: (value: never) => Uint8Array;
  readonly decode: (key: Uint8Array, value: Uint8Array) => unknown;
}

const CODECS: Codec[] = [
  { record: 'inode', value: inode, encode: encodeInode, decode: decodeInode },
  { record: 'dirent', value: dirent, encode: encodeDirent, decode: decodeDirent },
  { record: 'cookie', value: cookieRecord, encode: encodeCookie, decode: decodeCookie },
  { record: 'counters', value: counters, encode: encodeCounters, decode: decodeCounters },
  { record: 'orphan', value: orphan, encode: encodeOrphan, decode: decodeOrphan },
  { record: 'xattrs', value: xattrs, encode: encodeXattrs, decode: decodeXattrs },
];

test.each(CODECS)('prop: $record record: encoded and decoded: is the same', ({ value, encode, decode }) => {
  const roundTrip = fc.property(value, (record) => {
    expect(decode(KEY, encode(record as never))).toEqual(record);
  });
  fc.assert(roundTrip);
});

test.each(CODECS)(
  'prop: $record record: damaged: is an error that names it, or a value that can be stored',
  ({ value, encode, decode }) => {
    const isHandled = fc.property(value, damage, (record, damage) => {
      const bytes = damaged(encode(record as never), damage);
      try {
        encode(decode(KEY, bytes) as never);
      } catch (err) {
        expect(err).toBeInstanceOf(CorruptionError);
        expect(String(err)).toContain('inode 7');
      }
    });
    fc.assert(isHandled, { numRuns: 1000 });
  },
);

const place = fc.record({ at: anyIno, index: u32.map(chunkIndex) });
const parts = fc.array(fc.uint8Array({ maxLength: CHUNK_SIZE_BYTES / 8 }), { maxLength: 8 });

test('prop: chunk: sealed and opened: is its parts joined', () => {
  const roundTrip = fc.property(place, parts, ({ at, index }, parts) => {
    const key = chunkKey(at, index);
    const joined = Buffer.concat(parts);
    expect(Buffer.compare(openChunk(key, sealChunk(key, parts)), joined)).toBe(0);
  });
  fc.assert(roundTrip);
});

test('prop: chunk: damaged or under another key: is a corruption error', () => {
  const isFound = fc.property(place, place, parts, damage, (home, other, parts, damage) => {
    const key = chunkKey(home.at, home.index);
    const otherKey = chunkKey(other.at, other.index);
    const sealed = sealChunk(key, parts);
    expect(() => openChunk(key, damaged(sealed, damage))).toThrow(CorruptionError);
    fc.pre(Buffer.compare(key, otherKey) !== 0);
    expect(() => openChunk(otherKey, sealed)).toThrow(CorruptionError);
  });
  fc.assert(isFound);
});
