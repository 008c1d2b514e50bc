/** Tables of a real LevelDB, and what is wrong with them. */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { isTable } from '../../src/kv/log-files.js';
import { checkTables } from '../../src/kv/table-check.js';
import { TRAILER_BYTES } from '../../src/kv/table-format.js';
import { commitNumbered } from '../support/kv-commits.js';
import { newStoreDirectory, removeStoreDirectory } from '../support/kv-fixture.js';
import { placeOf } from '../support/table-damage.js';

const COMMITS = 300;
const VALUE_BYTES = 700;
/** Two places in the file, a magic number; between them nothing that counts. */
const FOOTER_BYTES = 48;
const MAGIC_BYTES = 8;

const directories: string[] = [];

afterEach(() => {
  for (const directory of directories.splice(0)) removeStoreDirectory(directory);
});

/** Closed; what the log held is in a table once it has been opened again. */
async function storeWithTables(count: number): Promise<{ directory: string; tables: string[] }> {
  const directory = newStoreDirectory();
  directories.push(directory);
  for (let part = 0; part <= count; part++) {
    const store = await LevelKvStore.open(directory);
    for (let nth = 0; part < count && nth < COMMITS; nth++) {
      await commitNumbered(store, part * COMMITS + nth, { sizeBytes: VALUE_BYTES });
    }
    await store.close();
  }
  const tables = readdirSync(directory).filter(isTable).sort();
  expect(tables.length).toBeGreaterThanOrEqual(count);
  return { directory, tables };
}

/** All of them, in one go. */
async function damageIn(directory: string): Promise<string | undefined> {
  const check = await checkTables(directory, 0, () => false);
  return check.kind === 'damaged' ? check.what : undefined;
}

function flip(path: string, place: number): void {
  const bytes = readFileSync(path);
  bytes[place]! ^= 0x10;
  writeFileSync(path, bytes);
}

test('tables: as they were written: nothing is wrong', async () => {
  const { directory } = await storeWithTables(3);
  expect(await damageIn(directory)).toBeUndefined();
});

test('tables: a new store, which has none: nothing is wrong', async () => {
  const { directory } = await storeWithTables(0);
  expect(await damageIn(directory)).toBeUndefined();
});

test('tables: one bit of any part but the filter is wrong: its block is named', async () => {
  const { directory, tables } = await storeWithTables(1);
  const [table = ''] = tables;
  const path = join(directory, table);
  const whole = readFileSync(path);
  const inBlocks = whole.length - FOOTER_BYTES;
  const filter = placeOf(whole, 'filter');
  const isInFilter = (place: number): boolean =>
    place >= filter.offset && place < filter.offset + filter.size + TRAILER_BYTES;
  const places = Array.from({ length: 200 }, (_, nth) => Math.floor((nth * inBlocks) / 200));
  const inFooter = [inBlocks, inBlocks + 1, whole.length - MAGIC_BYTES, whole.length - 1];
  for (const place of [...places, inBlocks - 1, ...inFooter]) {
    flip(path, place);
    const damage = await damageIn(directory);
    if (isInFilter(place)) expect(damage, `byte ${place}`).toBeUndefined();
    writeFileSync(path, whole);
    if (isInFilter(place)) continue;
    expect(damage, `byte ${place}`).toContain(`${table} is not as it was written, at byte`);
    const from = Number(/at byte (\d+)$/.exec(damage ?? '')?.[1]);
    if (place < inBlocks) expect(from, `byte ${place}`).toBeLessThanOrEqual(place);
  }
  expect(await damageIn(directory)).toBeUndefined();
});

test('tables: the last of several is cut short, empty or gone: it is named', async () => {
  const { directory, tables } = await storeWithTables(3);
  const last = tables.at(-1) ?? '';
  const path = join(directory, last);
  for (const length of [readFileSync(path).length - 1, FOOTER_BYTES, 1, 0]) {
    truncateSync(path, length);
    expect(await damageIn(directory), `${length} bytes`).toContain(last);
  }
  rmSync(path);
  expect(await damageIn(directory)).toBe(`table ${Number.parseInt(last, 10)} is missing`);
});

test('tables: no time for all of them: one is read each time, and all in the end', async () => {
  const { directory, tables } = await storeWithTables(3);
  flip(join(directory, tables.at(-1) ?? ''), 0);
  let after = 0;
  for (const table of tables.slice(0, -1)) {
    expect(await checkTables(directory, after, () => true)).toEqual({
      kind: 'unfinished',
      after: Number.parseInt(table, 10),
    });
    after = Number.parseInt(table, 10);
  }
  expect(await checkTables(directory, after, () => true)).toMatchObject({ kind: 'damaged' });
});

test('tables: no time, but that was the last one: all are sound', async () => {
  const { directory } = await storeWithTables(1);
  expect(await checkTables(directory, 0, () => true)).toEqual({ kind: 'sound' });
});
