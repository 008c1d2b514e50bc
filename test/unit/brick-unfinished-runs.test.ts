import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnfinishedRuns } from '../../brick/unfinished-runs.js';
import { StoreFailedError } from '../../src/core/errors.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { isTable } from '../../src/kv/log-files.js';
import { silentLogger, type Logger } from '../../src/runtime/logger.js';
import { ManualClock } from '../support/manual-clock.js';

const FILE = 'UNFINISHED-RUNS.json';
const TEN_MINUTES_MS = 600_000;
/** Two are read before the first run that is suspicious. */
const READ_MS = 200;

let directory: string;
let clock: ManualClock;
/** What was logged, by its event. */
let logged: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-runs-'));
  clock = new ManualClock();
  logged = [];
});

afterEach(() => rm(directory, { recursive: true }));

const note: Logger['warn'] = (event, fields) => {
  const result = fields?.['result'];
  logged.push(typeof result === 'string' ? `${event} ${result}` : event);
};
const log: Logger = { ...silentLogger, warn: note };
const begin = (): Promise<UnfinishedRuns> => UnfinishedRuns.begin(directory, { clock, log });
const runsOnDisk = async (): Promise<unknown> =>
  readFile(join(directory, FILE), 'utf8').then(JSON.parse, () => undefined);

/** A database with a table for each value but the last. */
async function makeDatabase(values = ['a', 'b']): Promise<string> {
  for (const value of values) {
    const store = await LevelKvStore.open(directory);
    await store.commit([{ key: Buffer.from(value), value: Buffer.from(value) }]);
    await store.close();
  }
  const table = (await readdir(directory)).filter(isTable).sort().at(-1);
  return join(directory, table ?? 'no table');
}

async function spoil(path: string): Promise<Buffer> {
  const whole = await readFile(path);
  const spoilt = Buffer.from(whole);
  spoilt[1]! ^= 1;
  await writeFile(path, spoilt);
  return whole;
}

test('runs: an empty directory: nothing is left in it that is no brick', async () => {
  await begin();
  expect(await readdir(directory)).toEqual([]);
});

test('runs: that the process does not survive: are counted', async () => {
  await makeDatabase();
  for (const count of [1, 2, 3]) {
    await begin();
    expect(await runsOnDisk()).toEqual({ count });
  }
  expect(logged).toEqual([]);
});

test('runs: closed in order: counts for nothing', async () => {
  await makeDatabase();
  await begin();
  await (await begin()).end();
  expect(await runsOnDisk()).toBeUndefined();
});

test('runs: one that has lasted ten minutes: counts for nothing', async () => {
  await makeDatabase();
  await begin();
  await begin();
  await clock.advance(TEN_MINUTES_MS - 1);
  expect(await runsOnDisk()).toEqual({ count: 2 });
  await clock.advance(1);
  await expect.poll(runsOnDisk).toBeUndefined();
});

test('runs: not opened after all: the count is what it was', async () => {
  await makeDatabase();
  await (await begin()).takeBack();
  expect(await runsOnDisk()).toBeUndefined();
  await begin();
  await (await begin()).takeBack();
  expect(await runsOnDisk()).toEqual({ count: 1 });
});

test('runs: three unfinished, nothing wrong with the tables: it is opened, and counted anew', async () => {
  await makeDatabase();
  for (let run = 1; run <= 4; run++) await begin();
  expect(await runsOnDisk()).toEqual({ count: 1 });
  expect(logged).toEqual(['brick.tables_checked sound']);
});

test('runs: three unfinished, a table is damaged: not opened any more, and not read again each time', async () => {
  const table = await makeDatabase();
  for (let run = 1; run <= 3; run++) await begin();
  const whole = await spoil(table);
  await expect(begin()).rejects.toThrow(StoreFailedError);
  await writeFile(table, whole);
  await expect(begin()).rejects.toThrow(/damaged: \d+\.ldb is not as it was written, at byte 0/);
  expect(logged).toEqual(['brick.tables_checked damaged']);
});

test('runs: more tables than can be read soon: each run begins soon, and the next ones read on, twice as long', async () => {
  const table = await makeDatabase(['a', 'b', 'c', 'd', 'e', 'f']);
  for (let run = 1; run <= 3; run++) await begin();
  await spoil(table);
  // It stands still but for the reading of a table.
  let looks = 0;
  clock.monotonicMs = () => looks++ * READ_MS;
  await begin();
  expect(looks).toBe(3);
  const { soundTable } = (await runsOnDisk()) as { soundTable: number };
  expect(await runsOnDisk()).toEqual({ count: 4, soundTable });
  await expect(begin()).rejects.toThrow(StoreFailedError);
  expect(logged).toEqual(['brick.tables_checked unfinished', 'brick.tables_checked damaged']);
});

test('runs: a damaged brick that was emptied: is a new one', async () => {
  const table = await makeDatabase();
  for (let run = 1; run <= 3; run++) await begin();
  await spoil(table);
  await expect(begin()).rejects.toThrow('damaged');
  await rm(directory, { recursive: true });
  await mkdir(directory);
  await makeDatabase();
  await begin();
  expect(await runsOnDisk()).toEqual({ count: 1 });
});

test('runs: the count was being written when the process ended: none before', async () => {
  await makeDatabase();
  for (const content of ['', '{"count":', 'null', '[]', '{"count":"3"}', '{"count":-1,"damage":7}']) {
    await writeFile(join(directory, FILE), content);
    await begin();
    expect(await runsOnDisk(), content).toEqual({ count: 1 });
  }
});

test('runs: the count cannot be written: the brick is opened all the same', async () => {
  await makeDatabase();
  await mkdir(join(directory, FILE));
  await (await begin()).takeBack();
  expect(logged).toEqual(['brick.run_not_counted', 'brick.run_not_counted']);
});
