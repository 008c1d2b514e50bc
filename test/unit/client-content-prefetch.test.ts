import { beforeEach, expect, test } from 'vitest';
import { ContentPrefetch } from '../../src/client/cache/content-prefetch.js';
import type { Attr } from '../../src/core/attr.js';
import { UnreachableError } from '../../src/core/errors.js';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { IO_SIZE_BYTES_MAX, SMALL_FILE_BYTES_MAX } from '../../src/core/limits.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { MemoryVolume } from '../support/memory-volume.js';

const DIRECTORY = ino(2);
const FIRST = 10;
const FILE_COUNT = 1_000;
const root = await new MemoryVolume().attr(ROOT_INO);

let attrs: Map<Ino, Attr>;
/** Files that the volume was asked for, time by time. */
let asked: Ino[][];
let answer: (inos: readonly Ino[]) => Promise<FileReply>;
let contents: ContentPrefetch;

const fileAt = (place: number): Ino => ino(FIRST + place);
const dataOf = (one: Ino): Uint8Array => new TextEncoder().encode(`content of ${one}`);

const contentsOf = (inos: readonly Ino[]): FileReply => ({
  kind: 'files',
  files: inos.map((one) => ({ ino: one, version: 1, data: dataOf(one) })),
});

function execute(operation: FileOperation): Promise<FileReply> {
  if (operation.kind !== 'readFiles') throw new Error(`asked for ${operation.kind}`);
  asked.push([...operation.inos]);
  return answer(operation.inos);
}

beforeEach(() => {
  attrs = new Map();
  for (let place = 0; place < FILE_COUNT; place++) set(place, {});
  asked = [];
  answer = (inos) => Promise.resolve(contentsOf(inos));
  const cache = { attrOf: (one: Ino) => attrs.get(one), inosIn: () => attrs.keys() };
  contents = new ContentPrefetch({ execute }, cache, silentLogger);
});

function set(place: number, fields: Partial<Attr>): void {
  const one = fileAt(place);
  attrs.set(one, {
    ...root,
    ino: one,
    type: 'regular',
    sizeBytes: dataOf(one).length,
    version: 1,
    ...fields,
  });
}

/** @returns whether it was here already. */
async function read(place: number): Promise<boolean> {
  contents.foundIn(DIRECTORY, fileAt(place));
  const data = contents.read(fileAt(place), 0, 4_096);
  if (data !== undefined) expect(data).toEqual(dataOf(fileAt(place)));
  await new Promise((resolve) => setImmediate(resolve));
  return data !== undefined;
}

async function readAll(from: number, to: number): Promise<number> {
  let hereCount = 0;
  for (let place = from; place < to; place++) if (await read(place)) hereCount++;
  return hereCount;
}

test('content prefetch: one file is read: nothing else is asked for', async () => {
  await read(0);
  expect(asked).toEqual([]);
});

test('content prefetch: two files are read: the next ones are asked for, at once', async () => {
  await readAll(0, 2);
  expect(asked).toEqual([Array.from({ length: 8 }, (_, nth) => fileAt(2 + nth))]);
});

test('content prefetch: all files of a directory are read in their order: all but two are here by then, told dozens at a time', async () => {
  expect(await readAll(0, FILE_COUNT)).toBe(FILE_COUNT - 2);
  expect(asked.length).toBeLessThan(FILE_COUNT / 40);
});

test('content prefetch: one file is read again and again: nothing is asked for', async () => {
  for (let time = 0; time < 100; time++) await read(0);
  expect(asked).toEqual([]);
});

test('content prefetch: what is told is never read: no more than three files for each that is', async () => {
  answer = () => Promise.resolve({ kind: 'files', files: [] });
  await readAll(0, 100);
  expect(asked.flat().length).toBeLessThanOrEqual(4 * 100);
});

test('content prefetch: large files, empty ones, directories, those of which nothing is known: are passed over', async () => {
  set(2, { sizeBytes: SMALL_FILE_BYTES_MAX + 1 });
  set(3, { sizeBytes: 0 });
  set(4, { type: 'directory' });
  await readAll(0, 2);
  expect(asked[0]?.slice(0, 2)).toEqual([fileAt(5), fileAt(6)]);
});

test('content prefetch: files as large as are told: never more than one answer holds', async () => {
  for (let place = 0; place < FILE_COUNT; place++) set(place, { sizeBytes: SMALL_FILE_BYTES_MAX });
  await readAll(0, FILE_COUNT);
  expect(Math.max(...asked.map((inos) => inos.length))).toBe(IO_SIZE_BYTES_MAX / SMALL_FILE_BYTES_MAX);
});

test('content prefetch: answers come some reads late, again and again: it goes on', async () => {
  const late: (() => void)[] = [];
  answer = (inos) => new Promise((resolve) => late.push(() => resolve(contentsOf(inos))));
  let hereCount = 0;
  for (let place = 0; place < FILE_COUNT; place++) {
    if (await read(place)) hereCount++;
    if (place % 4 === 3) for (const come of late.splice(0)) come();
  }
  expect(hereCount).toBeGreaterThan(0.8 * FILE_COUNT);
});

test('content prefetch: every other answer is for nothing, since the files are changed: it goes on', async () => {
  let answerCount = 0;
  answer = (inos) => {
    if (answerCount++ % 2 === 0) for (const one of inos) set(one - FIRST, { version: 2 });
    return Promise.resolve(contentsOf(inos));
  };
  await readAll(0, FILE_COUNT);
  expect(asked.flat().length).toBeGreaterThan(0.9 * FILE_COUNT);
});

test('content prefetch: the volume does not answer once: it is asked again, later', async () => {
  const { length } = await failing(1);
  expect(length).toBeGreaterThan(FILE_COUNT / 64);
});

test('content prefetch: the volume never answers: it is asked ever more rarely', async () => {
  const { length } = await failing(Infinity);
  expect(length).toBeLessThan(12);
});

async function failing(times: number): Promise<Ino[][]> {
  let left = times;
  answer = (inos) =>
    left-- > 0 ? Promise.reject(new UnreachableError('no manager')) : Promise.resolve(contentsOf(inos));
  await readAll(0, FILE_COUNT);
  return asked;
}

test('content prefetch: a directory of nothing but large files: some of its names are looked at, at a time', async () => {
  let lookedAt = 0;
  const names = function* () {
    for (let place = 0; place < 100_000; place++) {
      lookedAt++;
      yield ino(FIRST + FILE_COUNT + place);
    }
  };
  const cache = { attrOf: (one: Ino) => attrs.get(one), inosIn: names };
  contents = new ContentPrefetch({ execute }, cache, silentLogger);
  await readAll(0, 2);
  expect(lookedAt).toBeLessThanOrEqual(1_024);
});

test('content prefetch: the volume cannot be asked: who reads is not told so', async () => {
  answer = () => Promise.reject(new UnreachableError('no manager'));
  expect(await readAll(0, 10)).toBe(0);
  expect(asked.length).toBeGreaterThan(0);
});

test('content prefetch: a file that nobody has found by a name: is read without more ado', () => {
  expect(contents.read(fileAt(0), 0, 4_096)).toBeUndefined();
});
