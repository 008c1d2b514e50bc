/** How what a heal sends is read and cut. */
import { expect, test } from 'vitest';
import { bytesToMapKey } from '../../src/core/bytes.js';
import type { Edit } from '../../src/core/edit.js';
import { KIB, MIB } from '../../src/core/limits.js';
import type { KvSnapshot } from '../../src/kv/kv-store.js';
import { MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { valueBatches } from '../../src/volume/replica/heal-contents.js';
import { inodeKeyNamed } from '../support/heal-bench.js';

const CHUNK_BYTES = 128 * KIB;
const CHUNK = Buffer.alloc(CHUNK_BYTES);

/** All batches of a heal of `names`, and the bytes that each look into the store took. */
async function batchesOf(names: readonly string[], stored: ReadonlySet<string>, sizeBytes: number) {
  const kv = new MemoryKvStore();
  await kv.commit([...stored].map((name) => ({ key: inodeKeyNamed(name), value: CHUNK })));
  const readBytes: number[] = [];
  const inner = kv.snapshot();
  const snapshot: KvSnapshot = {
    ...inner,
    getMany: async (keys) => {
      const values = await inner.getMany(keys);
      readBytes.push(values.reduce((sum, value) => sum + (value?.length ?? 0), 0));
      return values;
    },
  };
  const sizes = new Map(names.map((name) => [bytesToMapKey(inodeKeyNamed(name)), sizeBytes]));
  const batches: (readonly Edit[])[] = [];
  for await (const batch of valueBatches(snapshot, sizes)) batches.push(batch);
  return { batches, readBytes };
}

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, nth) => String((nth * 7) % count).padStart(6, '0'));

test('heal contents: chunks in any order: come sorted, eight at a time, and no more is read ahead', async () => {
  const { batches, readBytes } = await batchesOf(names(100), new Set(names(100)), CHUNK_BYTES);
  const keys = batches.flat().map(({ key }) => bytesToMapKey(key));
  expect(keys).toEqual([...keys].sort());
  expect(new Set(keys).size).toBe(100);
  expect(batches.slice(0, -1).every((batch) => batch.length === 8)).toBe(true);
  expect(Math.max(...readBytes)).toBeLessThanOrEqual(MIB);
});

test('heal contents: values larger than was thought: are still sent a megabyte at a time', async () => {
  const { batches } = await batchesOf(names(100), new Set(names(100)), 0);
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(8);
  expect(batches.flat()).toHaveLength(100);
});

test('heal contents: removals: go hundreds at a time', async () => {
  const { batches } = await batchesOf(names(1_000), new Set(), 0);
  expect(batches.map((batch) => batch.length)).toEqual([256, 256, 256, 232]);
  expect(batches.flat().every(({ value }) => value === undefined)).toBe(true);
});

test('heal contents: more keys than are sorted in one go: each comes once', async () => {
  const { batches } = await batchesOf(names(20_000), new Set(), 0);
  expect(new Set(batches.flat().map(({ key }) => bytesToMapKey(key))).size).toBe(20_000);
});

test('heal contents: nothing to heal: nothing is read', async () => {
  expect(await batchesOf([], new Set(), 0)).toEqual({ batches: [], readBytes: [] });
});
