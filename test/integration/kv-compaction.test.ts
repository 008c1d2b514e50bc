/** Disk space of removed records, on a real LevelDB. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chunkIndex, ino } from '../../src/core/ids.js';
import { MIB } from '../../src/core/limits.js';
import { chunkKey, inodeKey } from '../../src/fs/keys.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { ALL_CHUNKS } from '../../src/volume/replica/freed-ranges.js';
import { newStoreDirectory, removeStoreDirectory } from '../support/kv-fixture.js';

const FILES = 600;
const FILE_BYTES = 64 * 1_024;
const STEPS_MAX = 200;
const WATCH_INTERVAL_MS = 1;
const SETTLE_INTERVAL_MS = 50;
const OPTIONS = { writeBufferBytes: 1.25 * MIB };

let directory: string;
let store: LevelKvStore;

beforeEach(async () => {
  directory = newStoreDirectory();
  store = await LevelKvStore.open(directory, OPTIONS);
});

afterEach(async () => {
  await store.close();
  removeStoreDirectory(directory);
});

const sizeBytes = (): number =>
  readdirSync(directory).reduce((sum, name) => {
    const found = statSync(join(directory, name), { throwIfNoEntry: false });
    return sum + (found?.size ?? 0);
  }, 0);

const edit = (nth: number, value: Uint8Array | undefined) => [
  { key: chunkKey(ino(nth), chunkIndex(0)), value },
  { key: inodeKey(ino(nth)), value: value?.subarray(0, 50) },
];

async function fill(): Promise<void> {
  for (let nth = 1; nth <= FILES; nth++) await store.commit(edit(nth, Buffer.alloc(FILE_BYTES, nth)));
}

async function remove(isRemoved: (nth: number) => boolean): Promise<void> {
  for (let nth = 1; nth <= FILES; nth++) if (isRemoved(nth)) await store.commit(edit(nth, undefined));
}

/** How much larger the directory gets while `work` goes on. */
async function growth<T>(work: Promise<T>): Promise<{ readonly result: T; readonly grownBytes: number }> {
  const before = sizeBytes();
  let largest = before;
  const watch = setInterval(() => (largest = Math.max(largest, sizeBytes())), WATCH_INTERVAL_MS);
  const result = await work.finally(() => clearInterval(watch));
  return { result, grownBytes: largest - before };
}

interface Reclaimed {
  readonly end: string;
  readonly steps: number;
  readonly neededBytesMax: number;
}

/** Step by step, each checked against what it said that it might need. */
async function reclaim(roomBytes: number): Promise<Reclaimed> {
  let range = ALL_CHUNKS;
  let neededBytesMax = 0;
  let steps = 0;
  for (let calls = 0; calls < STEPS_MAX; calls++) {
    const step = store.compact({ range, roomBytes, withRecent: steps === 0 });
    const { result, grownBytes } = await growth(step);
    if (result.kind === 'tooLittleRoom') {
      // LevelDB is not through with what was written: its upper levels are larger than they will be.
      await pause(SETTLE_INTERVAL_MS);
      continue;
    }
    if (result.kind !== 'stepped') return { end: result.kind, steps, neededBytesMax };
    expect(grownBytes).toBeLessThanOrEqual(result.neededBytes);
    neededBytesMax = Math.max(neededBytesMax, result.neededBytes);
    range = { ...ALL_CHUNKS, from: result.next };
    steps++;
  }
  return { end: 'never', steps, neededBytesMax };
}

test.each([
  { removed: 'all', isRemoved: () => true, leftMib: 2 },
  { removed: 'every other one', isRemoved: (nth: number) => nth % 2 === 0, leftMib: 22 },
  { removed: 'the first half', isRemoved: (nth: number) => nth <= FILES / 2, leftMib: 22 },
])(
  'kv compaction: $removed of 37 MiB removed: $leftMib MiB are left, no step needs more than it said',
  async ({ isRemoved, leftMib }) => {
    await fill();
    await remove(isRemoved);
    const before = sizeBytes();
    const found = await reclaim(35 * MIB);
    console.log(found, (before / MIB).toFixed(1), '->', (sizeBytes() / MIB).toFixed(1), 'MiB');
    expect(found.end).toBe('done');
    expect(sizeBytes()).toBeLessThan(leftMib * MIB);
  },
);

test('kv compaction: the store was opened again since the removal: the same', async () => {
  await fill();
  await remove(() => true);
  await store.close();
  store = await LevelKvStore.open(directory, OPTIONS);
  expect((await reclaim(35 * MIB)).end).toBe('done');
  expect(sizeBytes()).toBeLessThan(2 * MIB);
});

test('kv compaction: no room for a step: nothing is begun', async () => {
  await fill();
  await remove(() => true);
  const outcome = await store.compact({ range: ALL_CHUNKS, roomBytes: MIB, withRecent: true });
  expect(outcome.kind).toBe('tooLittleRoom');
});

test('kv compaction: a snapshot from before the removal: is waited for', async () => {
  await fill();
  const snapshot = store.snapshot();
  await remove(() => true);
  expect((await reclaim(35 * MIB)).end).toBe('readersOpen');
  await snapshot.release();
  expect((await reclaim(35 * MIB)).end).toBe('done');
  expect(sizeBytes()).toBeLessThan(2 * MIB);
});
