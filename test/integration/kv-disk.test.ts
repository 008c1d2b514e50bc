/** LevelKvStore on a real disk: what a crash leaves, what damage and locks lead to, what a sync reaches. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { StoreFailedError } from '../../src/core/errors.js';
import { LevelKvStore } from '../../src/kv/level-kv-store.js';
import {
  buildKvProcess,
  KvProcess,
  newStoreDirectory,
  removeStoreDirectory,
  type KvTask,
  type Wrapper,
} from '../support/kv-fixture.js';

const COMMITS_BEFORE_KILL = 300;
const ALL = { from: Buffer.of(0), to: Buffer.of(0xff) };

const processes: KvProcess[] = [];
const directories: string[] = [];

beforeAll(buildKvProcess);

afterEach(async () => {
  for (const process of processes.splice(0)) await process.kill();
  for (const directory of directories.splice(0)) removeStoreDirectory(directory);
});

function newDirectory(): string {
  const directory = newStoreDirectory();
  directories.push(directory);
  return directory;
}

function start(task: KvTask, directory: string, wrap?: Wrapper): KvProcess {
  const process = new KvProcess(task, directory, wrap);
  processes.push(process);
  return process;
}

async function keysOf(directory: string): Promise<string[]> {
  const store = await LevelKvStore.open(directory);
  const keys: string[] = [];
  for await (const { key } of store.scan(ALL)) keys.push(Buffer.from(key).toString('latin1'));
  await store.close();
  return keys;
}

/** A store of three files of data, closed. */
async function storeWithData(): Promise<string> {
  const directory = newDirectory();
  for (const name of ['a', 'b', 'c']) {
    const store = await LevelKvStore.open(directory);
    await store.commit([{ key: Buffer.from(name), value: Buffer.alloc(1_000) }], { sync: true });
    await store.close();
  }
  return directory;
}

async function openFailure(directory: string): Promise<Error> {
  const failure: unknown = await LevelKvStore.open(directory).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StoreFailedError);
  return failure as Error;
}

const fileOf = (directory: string, pattern: RegExp): string =>
  join(
    directory,
    readdirSync(directory).find((name) => pattern.test(name))!,
  );

test('kv: killed in the middle of commits: all that was committed is there, in order and whole', async () => {
  const directory = newDirectory();
  const process = start('commit', directory);
  await process.line((line) => line === `${COMMITS_BEFORE_KILL}`);
  await process.kill();
  const told = Number(process.said.at(-1));
  const keys = await keysOf(directory);
  const commits = keys.length / 2;
  // The last one may have reached the disk without having been told.
  expect([told + 1, told + 2]).toContain(commits);
  const numbers = keys.map((key) => `${Number(key.slice(1, 9))}${key.slice(9)}`);
  expect(numbers).toEqual(Array.from({ length: commits }, (_, nth) => [`${nth}-a`, `${nth}-b`]).flat());
});

test('kv: open in another process: is refused, and says so', async () => {
  const directory = newDirectory();
  const process = start('hold', directory);
  await process.line((line) => line === 'open');
  expect((await openFailure(directory)).message).toBe(`${directory} is in use by another process`);
  await process.kill();
  expect(await keysOf(directory)).toEqual([]);
});

test('kv: open twice in one process: the second is refused, the first goes on', async () => {
  const directory = newDirectory();
  const store = await LevelKvStore.open(directory);
  expect((await openFailure(directory)).message).toContain(`${directory} is in use`);
  await store.commit([{ key: Buffer.from('k'), value: Buffer.from('v') }], { sync: true });
  await store.close();
  expect(await keysOf(directory)).toEqual(['k']);
});

test.each<{ damage: string; apply: (directory: string) => void }>([
  {
    damage: 'a CURRENT of garbage',
    apply: (directory) => writeFileSync(join(directory, 'CURRENT'), 'garbage'),
  },
  { damage: 'an empty CURRENT', apply: (directory) => truncateSync(join(directory, 'CURRENT')) },
  { damage: 'no CURRENT', apply: (directory) => rmSync(join(directory, 'CURRENT')) },
  { damage: 'an empty MANIFEST', apply: (directory) => truncateSync(fileOf(directory, /^MANIFEST/)) },
  {
    damage: 'a MANIFEST of garbage',
    apply: (directory) => writeFileSync(fileOf(directory, /^MANIFEST/), Buffer.alloc(500, 7)),
  },
  { damage: 'no MANIFEST', apply: (directory) => rmSync(fileOf(directory, /^MANIFEST/)) },
  { damage: 'a table missing', apply: (directory) => rmSync(fileOf(directory, /\.ldb$/)) },
])('kv: $damage: is refused, names the directory, and removes nothing', async ({ apply }) => {
  const directory = await storeWithData();
  apply(directory);
  const before = readdirSync(directory).filter((name) => /\.(ldb|log)$/.test(name));
  expect((await openFailure(directory)).message).toContain(directory);
  expect((await openFailure(directory)).message).toContain(directory);
  expect(readdirSync(directory)).toEqual(expect.arrayContaining(before));
});

test('kv: directory missing with its parents: is made', async () => {
  const directory = join(newDirectory(), 'some', 'where');
  expect(await keysOf(directory)).toEqual([]);
});

test.each([
  { place: 'below a file', below: (directory: string) => join(directory, 'file', 'store') },
  { place: 'that is a file', below: (directory: string) => join(directory, 'file') },
  { place: 'where nobody may write', below: () => '/sys/hafs-store' },
])('kv: directory $place: is refused and named', async ({ below }) => {
  const parent = newDirectory();
  writeFileSync(join(parent, 'file'), '');
  const directory = below(parent);
  expect((await openFailure(directory)).message).toContain(`cannot open ${directory}`);
});

test('kv: the disk takes no more: is a failed store from then on, and what was committed is kept', async () => {
  const directory = newDirectory();
  const limitKib = 2_048;
  const process = start('starve', directory, (command) => [
    'bash',
    '-c',
    `ulimit -f ${limitKib}; exec "$@"`,
    'bash',
    ...command,
  ]);
  await process.ended();
  const committed = process.said.filter((line) => /^\d+$/.test(line)).map(Number);
  const [first, ...later] = process.said.filter((line) => line.includes('Error'));
  expect(first).toContain(`commit: StoreFailedError: the store in ${directory} failed`);
  expect(later).toHaveLength(2);
  for (const line of later) expect(line).toContain(`StoreFailedError: the store in ${directory} failed`);
  expect(committed.length).toBeGreaterThan(10);
  const keys = await keysOf(directory);
  expect(keys.map((key) => Number(key.slice(1, 9))).slice(0, committed.length)).toEqual(committed);
});

const canTrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;
if (!canTrace && process.env['HAFS_NO_SKIP'] === '1') throw new Error('strace does not work here');

/** What strace tells of a system call on a file of the store: its name and the file's. */
const callsIn = (trace: string, directory: string): { call: string; file: string }[] =>
  trace.split('\n').flatMap((line) => {
    const [, call, path] = /(\w+)\(\d+<([^>]*)>/.exec(line) ?? [];
    if (call === undefined || path === undefined) return [];
    if (line.includes('"synced\\n"')) return [{ call: 'said synced', file: '' }];
    return path.startsWith(`${directory}/`) ? [{ call, file: path.slice(directory.length + 1) }] : [];
  });

test.skipIf(!canTrace)(
  'kv: synced commit that begins a new log: the log before it is on disk when it resolves',
  async () => {
    const directory = newDirectory();
    const traceFile = join(newDirectory(), 'trace');
    const trace = ['strace', '-f', '-y', '-s', '16', '-e', 'trace=write,fdatasync,fsync', '-o', traceFile];
    const process = start('rotate', directory, (command) => [...trace, ...command]);
    await process.line((line) => line === 'synced');
    await process.ended();
    const calls = callsIn(readFileSync(traceFile, 'utf8'), directory);
    const told = calls.findIndex(({ call }) => call === 'said synced');
    const written = [...new Set(calls.slice(0, told).map(({ file }) => file))].filter((file) =>
      file.endsWith('.log'),
    );
    expect(written).toHaveLength(2);
    for (const log of written) {
      const lastWrite = calls.findLastIndex(({ call, file }) => call === 'write' && file === log);
      const sync = calls.findLastIndex(
        ({ call, file }, place) => place < told && call.endsWith('sync') && file === log,
      );
      expect(sync, `${log} is synced after its last write`).toBeGreaterThan(lastWrite);
    }
    expect(statSync(directory).isDirectory()).toBe(true);
  },
);
