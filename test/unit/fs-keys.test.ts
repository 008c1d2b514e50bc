import { expect, test } from 'vitest';
import { afterPrefix, compareBytes } from '../../src/core/bytes.js';
import { chunkIndex, ino } from '../../src/core/ids.js';
import { KEY_KIND } from '../../src/core/key-kind.js';
import {
  chunkKey,
  cookieKey,
  cookieOfKey,
  cookieRange,
  countersKey,
  describeKey,
  direntKey,
  inodeKey,
  orphanKey,
  xattrKey,
} from '../../src/fs/keys.js';
import { bytes } from '../support/memory-volume.js';

test.each([
  { key: countersKey(), want: 'counters' },
  { key: inodeKey(ino(12)), want: 'inode 12' },
  { key: direntKey(ino(1), bytes('a "name"')), want: 'entry "a \\"name\\"" in 1' },
  { key: cookieKey(ino(1), 7), want: 'listing position 7 in 1' },
  { key: chunkKey(ino(12), chunkIndex(3)), want: 'chunk 3 of 12' },
  { key: xattrKey(ino(12)), want: 'xattrs of 12' },
  { key: orphanKey(ino(12)), want: 'orphan 12' },
  { key: Uint8Array.of(KEY_KIND.session, 0, 5), want: 'session 0005' },
  { key: Uint8Array.of(KEY_KIND.members), want: 'members' },
  { key: Uint8Array.of(KEY_KIND.inode, 1), want: 'inode 01' },
  { key: Uint8Array.of(0xee, 1), want: 'key of kind 238 01' },
  { key: new Uint8Array(), want: 'key of kind 0' },
])('keys: described for people: $want', ({ key, want }) => {
  expect(describeKey(key)).toBe(want);
});

test('keys: chunks of a file: sort by index, between their inode’s neighbours', () => {
  const keys = [
    chunkKey(ino(1), chunkIndex(2 ** 27)),
    chunkKey(ino(2), chunkIndex(0)),
    chunkKey(ino(2), chunkIndex(255)),
    chunkKey(ino(2), chunkIndex(256)),
    chunkKey(ino(2 ** 40), chunkIndex(0)),
  ];
  expect(keys.toSorted(compareBytes)).toEqual(keys);
});

test.each([
  { afterCookie: 0, cookie: 3, isIn: true },
  { afterCookie: 3, cookie: 3, isIn: false },
  { afterCookie: 3, cookie: 4, isIn: true },
  { afterCookie: 255, cookie: 2 ** 50, isIn: true },
  { afterCookie: Number.MAX_SAFE_INTEGER, cookie: 2 ** 50, isIn: false },
])('keys: listing after $afterCookie: cookie $cookie is in it: $isIn', ({ afterCookie, cookie, isIn }) => {
  const { from, to } = cookieRange(ino(5), afterCookie);
  const key = cookieKey(ino(5), cookie);
  expect(compareBytes(from, key) <= 0 && compareBytes(key, to) < 0).toBe(isIn);
  expect(compareBytes(cookieKey(ino(6), cookie), to) >= 0).toBe(true);
});

test('keys: cookie of a key: is the one it was made with', () => {
  expect(cookieOfKey(cookieKey(ino(5), 2 ** 40 + 3))).toBe(2 ** 40 + 3);
});

test('keys: entries of a directory: lie between its prefix and the key after it', () => {
  const prefix = direntKey(ino(5), new Uint8Array());
  const after = afterPrefix(prefix);
  expect(compareBytes(prefix, direntKey(ino(5), bytes('a')))).toBe(-1);
  expect(compareBytes(direntKey(ino(5), Buffer.alloc(255, 0xff)), after)).toBe(-1);
  expect(compareBytes(after, direntKey(ino(6), bytes('a')))).toBe(-1);
});

test('keys: key after a prefix: leaves the prefix as it was', () => {
  const prefix = inodeKey(ino(5));
  afterPrefix(prefix);
  expect(prefix).toEqual(inodeKey(ino(5)));
});
