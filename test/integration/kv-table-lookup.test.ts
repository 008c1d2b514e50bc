/** Filters and indexes of a real LevelDB that are not as they were written. */
import { afterEach, expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import type { TableCheckOutcome } from '../../src/kv/kv-store.js';
import { readManifest, type Table } from '../../src/kv/leveldb-manifest.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { checkTables } from '../../src/kv/table-check.js';
import { newStoreDirectory, removeStoreDirectory } from '../support/kv-fixture.js';
import { damageTable, damageText } from '../support/table-damage.js';

const MUCH_ROOM_BYTES = 4_096 * MIB;
/** So that there are many tables, on several levels. */
const WRITE_BUFFER_BYTES = MIB;
const KEYS = 1_800;
const VALUE_BYTES = 8 * 1_024;
const NEWER = 200;
const KEY = Uint8Array.of(1, 0);

const directories: string[] = [];
const stores: LevelKvStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const directory of directories.splice(0)) removeStoreDirectory(directory);
});

async function opened(directory: string): Promise<LevelKvStore> {
  const store = await LevelKvStore.open(directory, { writeBufferBytes: WRITE_BUFFER_BYTES });
  stores.push(store);
  return store;
}

async function closed(store: LevelKvStore): Promise<void> {
  stores.splice(stores.indexOf(store), 1);
  await store.close();
}

const keyOf = (nth: number): Buffer => Buffer.from(`k${String(nth).padStart(6, '0')}`);
const valueOf = (nth: number, round: number): Buffer => Buffer.alloc(VALUE_BYTES, `${nth}.${round} `);

async function fill(store: LevelKvStore, round: number, keys: number): Promise<void> {
  for (let nth = 0; nth < keys; nth++) {
    const at = (nth * 7) % KEYS;
    await store.commit([{ key: keyOf(at), value: valueOf(at, round) }]);
  }
}

async function compactAll(store: LevelKvStore): Promise<void> {
  const range = { from: Buffer.of(0), to: Buffer.of(0xff) };
  for (let withRecent = true; ; withRecent = false) {
    const { kind } = await store.compact({ range, roomBytes: MUCH_ROOM_BYTES, withRecent });
    if (kind === 'done') return;
    expect(kind).toBe('stepped');
  }
}

/** Most values are on one level, with newer ones of some above; LevelDB has nothing more to do. */
async function filled(): Promise<string> {
  const directory = newStoreDirectory();
  directories.push(directory);
  const store = await opened(directory);
  await fill(store, 0, KEYS);
  await compactAll(store);
  await fill(store, 1, NEWER);
  await closed(store);
  await closed(await opened(directory)); // What was in the log is in a table now.
  return directory;
}

/** A store of one table. */
async function ofOneRecord(): Promise<string> {
  const directory = newStoreDirectory();
  directories.push(directory);
  const store = await opened(directory);
  await store.commit([{ key: KEY, value: Buffer.from('here') }]);
  await closed(store);
  await closed(await opened(directory));
  return directory;
}

/** @returns how many keys a look-up does not find, or finds an older value of. */
async function wrongCount(store: LevelKvStore): Promise<number> {
  const values = await store.getMany(Array.from({ length: KEYS }, (_, nth) => keyOf(nth)));
  const newer = new Set(Array.from({ length: NEWER }, (_, nth) => (nth * 7) % KEYS));
  const isWrong = (value: Uint8Array | undefined, nth: number): boolean =>
    !valueOf(nth, newer.has(nth) ? 1 : 0).equals(value ?? Buffer.of());
  return values.filter(isWrong).length;
}

/** By number. What a merge had begun when the store was closed is there, too, and not named. */
async function tablesIn(directory: string): Promise<ReadonlyMap<number, Table>> {
  return (await readManifest(directory))!.tables;
}

async function newestOf(directory: string): Promise<number> {
  return Math.max(...(await tablesIn(directory)).keys());
}

async function checkAll(
  store: LevelKvStore,
  { roomBytes = MUCH_ROOM_BYTES, withRecords = false } = {},
): Promise<TableCheckOutcome[]> {
  const found: TableCheckOutcome[] = [];
  for (let after = 0; ;) {
    const outcome = await store.checkTable({ after, withRecords, roomBytes });
    if (outcome.kind === 'done') return found;
    expect(outcome.table).toBeGreaterThan(after);
    after = outcome.table;
    if (outcome.kind !== 'sound') found.push(outcome);
  }
}

test('table look-up: nothing is damaged: every table is looked at once, and none is changed', async () => {
  const directory = await filled();
  const store = await opened(directory);
  const before = [...(await tablesIn(directory)).keys()];
  expect(before.length).toBeGreaterThan(3);
  const looked: number[] = [];
  for (let after = 0; ;) {
    const outcome = await store.checkTable({ after, withRecords: true, roomBytes: 0 });
    if (outcome.kind === 'done') break;
    expect(outcome).toMatchObject({ kind: 'sound' });
    after = outcome.table;
    looked.push(after);
  }
  expect(looked).toEqual(before.sort((a, b) => a - b));
  expect([...(await tablesIn(directory)).keys()].sort((a, b) => a - b)).toEqual(before);
});

test('table look-up: a filter is damaged, on any level: the table is written anew, and nothing else changes', async () => {
  const directory = await filled();
  const levels = new Set<number>();
  for (const table of (await tablesIn(directory)).keys()) {
    const known = (await tablesIn(directory)).get(table);
    if (known === undefined) continue; // Merged with one that was damaged before.
    levels.add(known.level);
    damageTable(directory, table, 'filter');
    const store = await opened(directory);
    const what = `the filter of table ${table} is not as it was written`;
    expect(await checkAll(store)).toEqual([{ kind: 'renewed', table, what }]);
    expect(await wrongCount(store), `table ${table}`).toBe(0);
    expect(await checkAll(store)).toEqual([]);
    await closed(store);
  }
  expect(levels.size).toBeGreaterThan(1);
});

test('table look-up: all filters are damaged while commits go on: look-ups were wrong without a word, and are right then', async () => {
  const directory = await filled();
  for (const table of (await tablesIn(directory)).keys()) damageTable(directory, table, 'filter');
  const store = await opened(directory);
  expect(await wrongCount(store)).toBe(KEYS);
  const checked = checkAll(store);
  for (let round = 0; round <= 1; round++) await fill(store, round, round === 0 ? KEYS : NEWER);
  expect((await checked).every(({ kind }) => kind === 'renewed')).toBe(true);
  expect(await wrongCount(store)).toBe(0);
  expect(await checkAll(store)).toEqual([]);
});

test('table look-up: a table of a single record: its filter is written anew too', async () => {
  const directory = await ofOneRecord();
  damageTable(directory, await newestOf(directory), 'filter');
  const store = await opened(directory);
  expect(await store.get(KEY)).toBeUndefined();
  expect(await checkAll(store)).toMatchObject([{ kind: 'renewed' }]);
  expect(Buffer.from((await store.get(KEY)) ?? []).toString()).toBe('here');
});

test('table look-up: where the filter lies is damaged: the table is written anew', async () => {
  const directory = await filled();
  damageTable(directory, await newestOf(directory), 'metaindex');
  const store = await opened(directory);
  expect(await checkAll(store)).toMatchObject([{ kind: 'renewed' }]);
  expect(await wrongCount(store)).toBe(0);
});

test('table look-up: a record of a table is damaged: looked at with its records, the table is whole again, and the record is not', async () => {
  const directory = await ofOneRecord();
  damageText(directory, await newestOf(directory), 'here');
  const store = await opened(directory);
  expect(await checkAll(store)).toEqual([]);
  expect(await checkAll(store, { withRecords: true })).toMatchObject([{ kind: 'cleaned' }]);
  expect(Buffer.from((await store.get(KEY)) ?? []).toString()).toBe('xere');
  expect(await checkAll(store, { withRecords: true })).toEqual([]);
  expect(await checkTables(directory, 0, () => false)).toEqual({ kind: 'sound' });
});

test('table look-up: there is no room to write a table anew: it is left, and said so', async () => {
  const directory = await ofOneRecord();
  const table = await newestOf(directory);
  damageTable(directory, table, 'filter');
  const store = await opened(directory);
  expect(await checkAll(store, { roomBytes: MIB })).toMatchObject([{ kind: 'left', table }]);
  expect((await tablesIn(directory)).has(table)).toBe(true);
});

test('table look-up: an index or a footer is damaged: the store fails, and names the table', async () => {
  for (const part of ['index', 'footer'] as const) {
    const directory = await ofOneRecord();
    const store = await opened(directory);
    const table = await newestOf(directory);
    damageTable(directory, table, part);
    await expect(checkAll(store)).rejects.toThrow(`the index of table ${table} is not as it was written`);
    await expect(store.get(KEY)).rejects.toThrow('failed');
  }
});
