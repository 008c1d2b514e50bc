/** What every `KvStore` promises of compactions. */
import { expect, test } from 'vitest';
import type { KvStore } from '../../src/kv/kv-store.js';
import { ALL, bytes, collect, put, remove, text, type StoreWith } from './kv-suite-parts.js';

/** More than any of these steps needs. */
const ROOM_BYTES = 1_024 ** 3;

export const compactAll = async (store: KvStore, roomBytes = ROOM_BYTES): Promise<string> => {
  let range = ALL;
  for (let withRecent = true; ; withRecent = false) {
    const outcome = await store.compact({ range, roomBytes, withRecent });
    if (outcome.kind !== 'stepped') return outcome.kind;
    range = { ...ALL, from: outcome.next };
  }
};

const LARGE = 'x'.repeat(2 ** 20);

export function describeCompaction(name: string, storeWith: StoreWith): void {
  test(`${name}: stats: values were stored and compacted: the size counts them`, async () => {
    const store = await storeWith(put('a', LARGE), put('b', LARGE), put('c', LARGE));
    await compactAll(store);
    const stats = await store.stats();
    expect(stats.sizeBytes).toBeGreaterThan(2 * LARGE.length);
    expect(Math.min(...Object.values<number>({ ...stats }))).toBeGreaterThanOrEqual(0);
  });

  test(`${name}: compact: commits under way: ends, and everything reads as before`, async () => {
    const store = await storeWith(put('a', '1'), put('b', '2'), put('c', '3'));
    await store.commit([remove('b')]);
    const commit = store.commit([put('d', '4')]);
    expect(await compactAll(store)).toBe('done');
    await commit;
    expect(await compactAll(store)).toBe('done');
    expect(await collect(store.scan(ALL))).toEqual(['a=1', 'c=3', 'd=4']);
  });

  test(`${name}: compact: a snapshot is open: it reads what was removed, before and after`, async () => {
    const store = await storeWith(put('a', '1'), put('b', '2'));
    const snapshot = store.snapshot();
    await store.commit([remove('a')]);
    expect(await compactAll(store)).toMatch(/^(readersOpen|done)$/);
    expect(text(await snapshot.get(bytes('a')))).toBe('1');
    await snapshot.release();
    expect(await compactAll(store)).toBe('done');
    expect(await collect(store.scan(ALL))).toEqual(['b=2']);
  });

  test(`${name}: compact: an empty range: nothing is to do`, async () => {
    const store = await storeWith(put('a', '1'));
    const range = { from: bytes('b'), to: bytes('b') };
    const outcome = await store.compact({ range, roomBytes: 0, withRecent: true });
    expect(outcome.kind).toBe('done');
  });
}
