import { expect, test } from 'vitest';
import { chunkIndex, ino } from '../../src/core/ids.js';
import { chunkKey, inodeKey } from '../../src/fs/keys.js';
import { FreedRanges } from '../../src/volume/replica/freed-ranges.js';

const key = (of: number): Uint8Array => chunkKey(ino(of), chunkIndex(0));

/** As "first-last" inos. */
function allOf(freed: FreedRanges): string[] {
  const found: string[] = [];
  for (let range = freed.take(); range !== undefined; range = freed.take()) {
    const first = Buffer.from(range.from).readBigUInt64BE(1);
    const last = Buffer.from(range.to).readBigUInt64BE(1) - 1n;
    found.push(`${first}-${last}`);
  }
  return found;
}

test.each<{ removed: number[]; want: string[] }>([
  { removed: [], want: [] },
  { removed: [7, 7, 7], want: ['7-7'] },
  { removed: [7, 8, 9, 6], want: ['6-9'] },
  { removed: [5, 9, 7], want: ['5-5', '9-9', '7-7'] },
  { removed: [5, 7, 6], want: ['5-7'] },
])('freed ranges: chunks of inodes $removed: are $want', ({ removed, want }) => {
  const freed = new FreedRanges();
  for (const of of removed) freed.note(key(of));
  expect(allOf(freed)).toEqual(want);
});

test('freed ranges: other records: are not noted', () => {
  const freed = new FreedRanges();
  freed.note(inodeKey(ino(5)));
  expect(freed.take()).toBeUndefined();
});

test('freed ranges: more than can be kept: the oldest is forgotten, which is said', () => {
  const freed = new FreedRanges();
  const forgotten = Array.from({ length: 257 }, (_, nth) => freed.note(key(10 + 2 * nth)));
  expect(forgotten.filter(Boolean)).toHaveLength(1);
  expect(forgotten.at(-1)).toBe(true);
  expect(allOf(freed)[0]).toBe('12-12');
});
