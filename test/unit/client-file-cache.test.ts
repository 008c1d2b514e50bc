import { beforeEach, expect, test } from 'vitest';
import { FileCache } from '../../src/client/cache/file-cache.js';
import { ino, ROOT_INO } from '../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { NOTHING_LEASED, type Leased } from '../../src/core/touched.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryVolume } from '../support/memory-volume.js';

const DIRECTORY = await new MemoryVolume().attr(ROOT_INO);
const UNLINK: FileOperation = { kind: 'unlink', parent: ROOT_INO, name: Buffer.from('a') };
const OTHER: FileOperation = { kind: 'unlink', parent: ROOT_INO, name: Buffer.from('b') };
const DONE: FileReply = { kind: 'done' };
const AFTER: Leased = { ...NOTHING_LEASED, changed: [ROOT_INO, ino(5)], after: [DIRECTORY] };

let cache: FileCache;
beforeEach(() => {
  const clock = new ManualClock();
  cache = new FileCache(clock, {
    changing: () => undefined,
    invalidate: () => Promise.resolve(),
    unleased: () => undefined,
    unleasedBut: () => undefined,
    told: () => [],
  });
  cache.reopened(0, 1);
});

test('file cache: changed from here: what the directory is now is known without asking', () => {
  void cache.begun(UNLINK);
  cache.ended(UNLINK, DONE, AFTER);
  expect(cache.attrOf(ROOT_INO)).toEqual(DIRECTORY);
});

test('file cache: changed from here without a lease on the directory: it is to be asked for', () => {
  void cache.begun(UNLINK);
  cache.ended(UNLINK, DONE, { ...AFTER, after: [] });
  expect(cache.attrOf(ROOT_INO)).toBeUndefined();
});

test('file cache: another change of the same directory is under way: what it is now is not told', () => {
  void cache.begun(UNLINK);
  void cache.begun(OTHER);
  cache.ended(UNLINK, DONE, AFTER);
  expect(cache.attrOf(ROOT_INO)).toBeUndefined();
});
