/** What every `KvStore` promises, checked on whichever one is given. */
import { afterEach, expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.js';
import { StoreFailedError } from '../../src/core/errors.js';
import type { KvEntry, KvRange, KvStore } from '../../src/kv/kv-store.js';
import { compactAll, describeCompaction } from './kv-compaction-suite.js';
import { ALL, bytes, collect, keysIn, put, remove, text, type StoreWith } from './kv-suite-parts.js';

export interface StoreUnderTest {
  readonly store: KvStore;
  readonly dispose: () => Promise<void>;
}

export function describeKvStore(name: string, open: () => Promise<StoreUnderTest>): void {
  const opened: StoreUnderTest[] = [];

  afterEach(async () => {
    for (const { dispose } of opened.splice(0)) await dispose();
  });

  async function storeWith(...edits: Edit[]): Promise<KvStore> {
    const underTest = await open();
    opened.push(underTest);
    await underTest.store.commit(edits);
    return underTest.store;
  }

  describeReads(name, storeWith);
  describeScans(name, storeWith);
  describeCommits(name, storeWith);
  describeSnapshots(name, storeWith);
  describeCompaction(name, storeWith);
  describeClosing(name, storeWith);
}

function describeReads(name: string, storeWith: StoreWith): void {
  test(`${name}: get: present, empty and absent keys: are told apart`, async () => {
    const store = await storeWith(put('a', '1'), put('empty', ''));
    expect(text(await store.get(bytes('a')))).toBe('1');
    expect(text(await store.get(bytes('empty')))).toBe('');
    expect(await store.get(bytes('b'))).toBeUndefined();
    expect(text(store.getSync(bytes('a')))).toBe('1');
    expect(text(store.getSync(bytes('empty')))).toBe('');
    expect(store.getSync(bytes('b'))).toBeUndefined();
  });

  test(`${name}: get: a key that is a prefix of another: is another key`, async () => {
    const store = await storeWith(put('ab', '1'));
    expect(await store.get(bytes('a'))).toBeUndefined();
    expect(await store.get(bytes('abc'))).toBeUndefined();
  });

  test(`${name}: getMany: answers in the order asked, absent and repeated keys in their places`, async () => {
    const store = await storeWith(put('a', '1'), put('b', ''), put('c', '3'));
    const found = await store.getMany(['c', 'x', 'a', 'c', 'b'].map(bytes));
    expect(found.map(text)).toEqual(['3', undefined, '1', '3', '']);
    expect(await store.getMany([])).toEqual([]);
  });

  test(`${name}: any bytes: keys and values come back as they went in`, async () => {
    const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const large = Buffer.alloc(1_000_000, every);
    const store = await storeWith({ key: every, value: large }, { key: Buffer.of(0), value: every });
    expect(Buffer.compare((await store.get(every))!, large)).toBe(0);
    expect(Buffer.compare(store.getSync(every)!, large)).toBe(0);
    const found: KvEntry[] = [];
    for await (const entry of store.scan(ALL)) found.push(entry);
    expect(found.map(({ key }) => key.length)).toEqual([1, 256]);
    expect(Buffer.compare(found[1]!.value, large)).toBe(0);
  });

  test(`${name}: any bytes: a slice of a larger buffer is stored alone`, async () => {
    const larger = Buffer.from('0123456789');
    const store = await storeWith({ key: larger.subarray(2, 4), value: larger.subarray(5, 7) });
    expect(await collect(store.scan(ALL))).toEqual(['23=56']);
  });
}

function describeScans(name: string, storeWith: StoreWith): void {
  const ORDERED = ['\x01', '\x7f', '\x80', 'a\x00', '\xfe', '\xff', '\xff\x00', '\xff\xff'].sort();

  test(`${name}: scan: order is that of unsigned bytes, shorter first`, async () => {
    const store = await storeWith(...[...ORDERED].reverse().map((key) => put(key, '')));
    expect(await keysIn(store, ALL)).toEqual(ORDERED);
    expect(await keysIn(store, { ...ALL, reverse: true })).toEqual([...ORDERED].reverse());
  });

  test.each<{ range: string; from: string; to: string; more?: Partial<KvRange>; want: string }>([
    { range: 'from is included, to is not', from: 'b', to: 'd', want: 'b,ba,c' },
    { range: 'bounds that are no keys', from: 'aa', to: 'cz', want: 'b,ba,c' },
    { range: 'nothing between', from: 'bb', to: 'c', want: '' },
    { range: 'empty range', from: 'b', to: 'b', want: '' },
    { range: 'upside down', from: 'd', to: 'a', want: '' },
    { range: 'prefix', from: 'b', to: 'c', want: 'b,ba' },
    { range: 'limited', from: 'a', to: 'z', more: { entriesMax: 2 }, want: 'a,b' },
    { range: 'limited to more than there are', from: 'c', to: 'z', more: { entriesMax: 9 }, want: 'c,d' },
    { range: 'limited to nothing', from: 'a', to: 'z', more: { entriesMax: 0 }, want: '' },
    { range: 'reverse', from: 'b', to: 'd', more: { reverse: true }, want: 'c,ba,b' },
    {
      range: 'reverse and limited: the last ones',
      from: 'a',
      to: 'z',
      more: { reverse: true, entriesMax: 2 },
      want: 'd,c',
    },
  ])(`${name}: scan: $range: finds "$want"`, async ({ from, to, more, want }) => {
    const store = await storeWith(...['a', 'b', 'ba', 'c', 'd'].map((key) => put(key, '')));
    const snapshot = store.snapshot();
    const range = { from: bytes(from), to: bytes(to), ...more };
    for (const reader of [store, snapshot]) expect((await keysIn(reader, range)).join(',')).toBe(want);
    await snapshot.release();
  });

  test(`${name}: scan: more than one step reads ahead: nothing is skipped or repeated`, async () => {
    const keys = Array.from({ length: 2_500 }, (_, nth) => `k${String(nth).padStart(6, '0')}`);
    const store = await storeWith(...keys.map((key) => put(key, 'x'.repeat(1_000))));
    expect(await keysIn(store, ALL)).toEqual(keys);
  });

  test(`${name}: scan: commits meanwhile: are not seen`, async () => {
    const keys = Array.from({ length: 2_500 }, (_, nth) => `k${String(nth).padStart(6, '0')}`);
    const store = await storeWith(...keys.map((key) => put(key, 'old')));
    const found: string[] = [];
    for await (const { key, value } of store.scan(ALL)) {
      if (found.length === 0) await store.commit([put('k000001', 'new'), remove('k002400'), put('l', 'new')]);
      found.push(`${text(key)}=${text(value)}`);
    }
    expect(found).toEqual(keys.map((key) => `${key}=old`));
  });

  test(`${name}: scan: commits between the call and the first step: are seen`, async () => {
    const store = await storeWith(put('a', 'old'));
    const entries = store.scan(ALL);
    await store.commit([put('a', 'new')]);
    expect(await collect(entries)).toEqual(['a=new']);
  });

  test(`${name}: scan: left early: the store goes on, and can be closed`, async () => {
    const store = await storeWith(put('a', '1'), put('b', '2'));
    for await (const { key } of store.scan(ALL)) {
      expect(text(key)).toBe('a');
      break;
    }
    await store.commit([remove('a')]);
    expect(await keysIn(store, ALL)).toEqual(['b']);
  });
}

function describeCommits(name: string, storeWith: StoreWith): void {
  test(`${name}: commit: resolved: is seen by every kind of read`, async () => {
    const store = await storeWith(put('a', '1'));
    await store.commit([put('b', '2'), remove('a')], { sync: true });
    expect(await store.get(bytes('a'))).toBeUndefined();
    expect(text(store.getSync(bytes('b')))).toBe('2');
    expect(await collect(store.scan(ALL))).toEqual(['b=2']);
  });

  test(`${name}: commit: none or missing keys to remove: changes nothing`, async () => {
    const store = await storeWith(put('a', '1'));
    await store.commit([]);
    await store.commit([remove('x'), remove('y')], { sync: true });
    expect(await collect(store.scan(ALL))).toEqual(['a=1']);
  });

  test(`${name}: commit: one key several times: the last edit counts`, async () => {
    const store = await storeWith(put('a', '0'), put('b', '0'));
    await store.commit([
      put('a', '1'),
      put('a', '2'),
      remove('b'),
      put('b', '3'),
      put('c', '4'),
      remove('c'),
    ]);
    expect(await collect(store.scan(ALL))).toEqual(['a=2', 'b=3']);
  });

  test(`${name}: commit: many called without waiting: apply in the order of the calls`, async () => {
    const store = await storeWith();
    const resolved: number[] = [];
    const commits = Array.from({ length: 50 }, async (_, nth) => {
      await store.commit([put('last', `${nth}`), put(`k${nth % 7}`, `${nth}`)], { sync: nth % 10 === 0 });
      resolved.push(nth);
      // Everything before is there too, and nothing of it is half there.
      expect(Number(text(store.getSync(bytes('last'))))).toBeGreaterThanOrEqual(nth);
    });
    await Promise.all(commits);
    expect(resolved).toEqual(Array.from({ length: 50 }, (_, nth) => nth));
    expect(text(await store.get(bytes('last')))).toBe('49');
    expect(text(await store.get(bytes('k1')))).toBe('43');
  });

  test(`${name}: commit: under way: a reader finds all of it or nothing`, async () => {
    const keys = Array.from({ length: 200 }, (_, nth) => `k${nth}`);
    const store = await storeWith(...keys.map((key) => put(key, '0')));
    const commits = Array.from({ length: 20 }, (_, nth) =>
      store.commit(keys.map((key) => put(key, `${nth}`))),
    );
    for (let round = 0; round < 20; round++) {
      const values = new Set<string>();
      for await (const { value } of store.scan(ALL)) values.add(text(value)!);
      expect(values.size).toBe(1);
    }
    await Promise.all(commits);
  });

  test(`${name}: commit: the caller's buffers change afterwards: the store does not`, async () => {
    const key = Buffer.from('key');
    const value = Buffer.from('value');
    const store = await storeWith({ key, value });
    await store.commit([{ key: Buffer.from('x'), value }], { sync: true });
    key.fill(0);
    value.fill(0);
    expect(await collect(store.scan(ALL))).toEqual(['key=value', 'x=value']);
  });

  test(`${name}: get: the caller's key changes while it is looked up: the answer is for the key asked`, async () => {
    const store = await storeWith(put('a', '1'), put('b', '2'));
    const key = Buffer.from('a');
    const keys = [Buffer.from('a'), Buffer.from('b')];
    const [one, many] = [store.get(key), store.getMany(keys)];
    key.write('b');
    for (const asked of keys) asked.write('x');
    expect(text(await one)).toBe('1');
    expect((await many).map(text)).toEqual(['1', '2']);
  });
}

function describeSnapshots(name: string, storeWith: StoreWith): void {
  test(`${name}: snapshot: later commits: are not in it`, async () => {
    const store = await storeWith(put('a', '1'), put('b', '2'));
    const snapshot = store.snapshot();
    await store.commit([put('a', 'new'), remove('b'), put('c', '3')], { sync: true });
    expect(text(await snapshot.get(bytes('a')))).toBe('1');
    expect((await snapshot.getMany(['a', 'b', 'c'].map(bytes))).map(text)).toEqual(['1', '2', undefined]);
    expect(await collect(snapshot.scan(ALL))).toEqual(['a=1', 'b=2']);
    expect(await collect(store.scan(ALL))).toEqual(['a=new', 'c=3']);
    await snapshot.release();
    await snapshot.release();
  });

  test(`${name}: snapshot: several at once: each has its own moment`, async () => {
    const store = await storeWith(put('a', '0'));
    const snapshots = [store.snapshot()];
    for (const value of ['1', '2', '3']) {
      await store.commit([put('a', value)]);
      snapshots.push(store.snapshot());
    }
    await snapshots[1]!.release();
    const kept = [snapshots[0]!, snapshots[2]!, snapshots[3]!];
    const found = await Promise.all(kept.map((snapshot) => snapshot.get(bytes('a'))));
    expect(found.map(text)).toEqual(['0', '2', '3']);
    for (const snapshot of kept) await snapshot.release();
  });
}

function describeClosing(name: string, storeWith: StoreWith): void {
  test(`${name}: close: commits called before: are waited for`, async () => {
    const store = await storeWith();
    const commits = Array.from({ length: 20 }, (_, nth) => store.commit([put('a', `${nth}`)]));
    await store.close();
    await expect(Promise.all(commits)).resolves.toHaveLength(20);
  });

  test.each<{ call: string; use: (store: KvStore) => unknown }>([
    { call: 'get', use: (store) => store.get(bytes('a')) },
    { call: 'getSync', use: (store) => store.getSync(bytes('a')) },
    { call: 'getMany', use: (store) => store.getMany([bytes('a')]) },
    { call: 'scan', use: (store) => collect(store.scan(ALL)) },
    { call: 'commit', use: (store) => store.commit([put('a', '2')]) },
    { call: 'snapshot', use: (store) => store.snapshot() },
    { call: 'compact', use: (store) => compactAll(store) },
  ])(`${name}: closed: $call: is refused with StoreFailedError`, async ({ use }) => {
    const store = await storeWith(put('a', '1'));
    await store.close();
    await expect(Promise.resolve().then(() => use(store))).rejects.toThrow(StoreFailedError);
  });

  test(`${name}: closed: again: does no harm`, async () => {
    const store = await storeWith(put('a', '1'));
    await store.close().then(() => store.close());
  });
}
