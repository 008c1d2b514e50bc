/** Logs of a real LevelDB, damaged as a loss of power damages them. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { StoreFailedError } from '../../src/core/errors.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import { logFiles } from '../../src/kv/log-files.js';
import { findCut } from '../../src/kv/log-recovery.js';
import { commitNumbered } from '../support/kv-commits.js';
import {
  commitsAfterOpen,
  crashWithOneLog,
  crashWithTwoLogs,
  type CrashCopy,
} from '../support/kv-crash-copy.js';
import { removeStoreDirectory } from '../support/kv-fixture.js';

const PAGE_BYTES = 4_096;
const BLOCK_BYTES = 32_768;

let crash: CrashCopy;
const logs = (): string[] =>
  logFiles(readdirSync(crash.directory)).map((name) => join(crash.directory, name));

afterEach(() => removeStoreDirectory(crash.directory));

function change(file: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  edit(bytes);
  writeFileSync(file, bytes);
}

/** The store takes commits again after what is left, and has them the next time. */
async function expectToGoOn(kept: number): Promise<void> {
  const store = await LevelKvStore.open(crash.directory);
  await commitNumbered(store, kept, { sync: true });
  await store.close();
  expect(await commitsAfterOpen(crash.directory)).toBe(kept + 1);
}

test('kv recovery: two logs, nothing wrong: nothing is cut', async () => {
  crash = await crashWithTwoLogs();
  expect(await findCut(crash.directory)).toBeUndefined();
  expect(await commitsAfterOpen(crash.directory)).toBe(crash.commits);
});

test('kv recovery: two logs, the older torn: nothing of the newer one is kept', async () => {
  crash = await crashWithTwoLogs();
  const [older = '', newer = ''] = logs();
  expect(statSync(newer).size).toBeGreaterThan(0);
  truncateSync(older, statSync(older).size - PAGE_BYTES);
  const cut = await findCut(crash.directory);
  expect(cut?.removed.map((name) => join(crash.directory, name))).toEqual([newer]);
  const kept = await commitsAfterOpen(crash.directory);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(crash.commits);
  await expectToGoOn(kept);
});

test('kv recovery: two logs, the older ends early between two records: the hole is seen', async () => {
  crash = await crashWithTwoLogs();
  const [older = ''] = logs();
  truncateSync(older, 30 * PAGE_BYTES);
  const torn = await findCut(crash.directory);
  const toBytes = torn?.truncated[0]?.toBytes ?? 0;
  expect(toBytes).toBeGreaterThan(0);
  truncateSync(older, toBytes);
  const cut = await findCut(crash.directory);
  expect(cut?.truncated[0]?.toBytes).toBe(0);
  expect(await commitsAfterOpen(crash.directory)).toBeGreaterThan(0);
});

test('kv recovery: the named log missing: is refused, and nothing is touched', async () => {
  crash = await crashWithTwoLogs();
  const [older = '', newer = ''] = logs();
  rmSync(older);
  const before = readFileSync(newer);
  await expect(LevelKvStore.open(crash.directory)).rejects.toThrow(/log \d+ is missing/);
  expect(readFileSync(newer).equals(before)).toBe(true);
});

const COMMITS = 400;
const SIZES = [0, 10, 700, 2_000, 40_000, 90];

test.each<{ damage: string; apply: (log: string) => void }>([
  { damage: 'a bit flipped', apply: (log) => change(log, (bytes) => void (bytes[bytes.length >> 1]! ^= 4)) },
  {
    damage: 'a page of zeros',
    apply: (log) => change(log, (bytes) => void bytes.fill(0, 50 * PAGE_BYTES, 51 * PAGE_BYTES)),
  },
  {
    damage: 'a whole block of zeros',
    apply: (log) => change(log, (bytes) => void bytes.fill(0, 5 * BLOCK_BYTES, 6 * BLOCK_BYTES)),
  },
  {
    damage: 'the first page zeros',
    apply: (log) => change(log, (bytes) => void bytes.fill(0, 0, PAGE_BYTES)),
  },
  { damage: 'truncated', apply: (log) => truncateSync(log, (statSync(log).size >> 1) + 1) },
  { damage: 'truncated at a block', apply: (log) => truncateSync(log, 7 * BLOCK_BYTES) },
  {
    damage: 'zeros after its end',
    apply: (log) => truncateSync(log, statSync(log).size + 3 * BLOCK_BYTES),
  },
])('kv recovery: a log with $damage: what is left is a beginning', async ({ damage, apply }) => {
  crash = await crashWithOneLog(SIZES, COMMITS);
  const [log = ''] = logs();
  apply(log);
  const kept = await commitsAfterOpen(crash.directory);
  expect(kept).toBeLessThanOrEqual(COMMITS);
  if (damage.startsWith('zeros after')) expect(kept).toBe(COMMITS);
  else expect(kept).toBeLessThan(COMMITS);
  await expectToGoOn(kept);
});

test('kv recovery: in use by another: is refused, whatever its log looks like', async () => {
  crash = await crashWithOneLog(SIZES, 10);
  const store = await LevelKvStore.open(crash.directory);
  await commitNumbered(store, 10);
  const [log = ''] = logs();
  writeFileSync(log, Buffer.alloc(BLOCK_BYTES), { flag: 'a' });
  const before = statSync(log).size;
  await expect(LevelKvStore.open(crash.directory)).rejects.toThrow('is in use by another process');
  expect(statSync(log).size).toBe(before);
  await store.close();
});

test('kv recovery: the lock of an earlier recovery spoilt: is replaced', async () => {
  crash = await crashWithOneLog(SIZES, 10);
  const lock = join(crash.directory, 'recovery-lock');
  mkdirSync(lock);
  writeFileSync(join(lock, 'CURRENT'), 'MANIFEST-000001\n');
  const [log = ''] = logs();
  writeFileSync(log, Buffer.alloc(BLOCK_BYTES), { flag: 'a' });
  expect(await commitsAfterOpen(crash.directory)).toBe(10);
});

test('kv recovery: the last edit of the manifest torn: is dropped, no commit is lost', async () => {
  crash = await crashWithTwoLogs();
  const manifest = join(crash.directory, readFileSync(join(crash.directory, 'CURRENT'), 'latin1').trim());
  const half = Buffer.concat([Buffer.of(1, 2, 3, 4, 60, 0, 1), Buffer.alloc(60, 1)]);
  writeFileSync(manifest, half, { flag: 'a' });
  expect((await findCut(crash.directory))?.truncated).toHaveLength(1);
  expect(await commitsAfterOpen(crash.directory)).toBe(crash.commits);
});

test('kv recovery: an edit in the middle of the manifest bad: is refused, and nothing is touched', async () => {
  crash = await crashWithTwoLogs();
  const manifest = join(crash.directory, readFileSync(join(crash.directory, 'CURRENT'), 'latin1').trim());
  change(manifest, (bytes) => void (bytes[20]! ^= 1));
  const before = logs().map((log) => readFileSync(log));
  const failure: unknown = await LevelKvStore.open(crash.directory).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreFailedError);
  expect((failure as Error).message).toContain('is damaged');
  expect(logs().map((log, nth) => readFileSync(log).equals(before[nth]!))).toEqual([true, true]);
});

test('kv recovery: power lost while the store was being made: is made anew', async () => {
  crash = await crashWithOneLog(SIZES, 10);
  writeFileSync(join(crash.directory, 'CURRENT'), 'MANIFEST-000001\n');
  writeFileSync(join(crash.directory, 'MANIFEST-000001'), Buffer.alloc(PAGE_BYTES));
  expect(await commitsAfterOpen(crash.directory)).toBe(0);
  await expectToGoOn(0);
});

test('kv recovery: an empty first manifest, but tables: is refused', async () => {
  crash = await crashWithOneLog(SIZES, 10);
  expect(await commitsAfterOpen(crash.directory)).toBe(10);
  writeFileSync(join(crash.directory, 'CURRENT'), 'MANIFEST-000001\n');
  writeFileSync(join(crash.directory, 'MANIFEST-000001'), '');
  await expect(LevelKvStore.open(crash.directory)).rejects.toThrow('it has tables');
});
