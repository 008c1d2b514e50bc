import { beforeEach, expect, test } from 'vitest';
import { DirectoryPrefetch } from '../../src/client/cache/directory-prefetch.js';
import { UnreachableError } from '../../src/core/errors.js';
import { ino } from '../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { silentLogger } from '../../src/runtime/logger.js';

const DIRECTORY = ino(5);
const NOTHING: FileReply = { kind: 'dirents', parent: ino(1), entries: [], end: true };

let asked: FileOperation[];
/** Of each directory: as far as it is known. */
let listedTo: number;
/** Whether what is listed is known from then on. */
let isKept: boolean;
let prefetch: DirectoryPrefetch;
let answer: () => Promise<FileReply>;

beforeEach(() => {
  asked = [];
  listedTo = 0;
  isKept = true;
  answer = () => Promise.resolve(NOTHING);
  const volume = {
    execute: (operation: FileOperation): Promise<FileReply> => {
      asked.push(operation);
      if (isKept && operation.kind === 'readdir') listedTo = operation.cookie + operation.entriesMax;
      return answer();
    },
  };
  prefetch = new DirectoryPrefetch(volume, { listedTo: () => listedTo }, silentLogger);
});

async function miss(times: number, directory = DIRECTORY): Promise<void> {
  for (let time = 0; time < times; time++) {
    prefetch.missed(directory);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const ranges = () => asked.map((one) => (one.kind === 'readdir' ? [one.cookie, one.entriesMax] : one.kind));

test('directory prefetch: one name is asked for: nothing is listed', async () => {
  await miss(1);
  expect(asked).toEqual([]);
});

test('directory prefetch: two names are asked for: the beginning is listed, with attributes', async () => {
  await miss(2);
  expect(asked).toEqual([{ kind: 'readdir', ino: DIRECTORY, cookie: 0, entriesMax: 128, withAttr: true }]);
});

test('directory prefetch: further names are asked for: what comes next is listed, as much again each time, and never more than 64 a name', async () => {
  await miss(2 + 2 + 4 + 8 + 16);
  expect(ranges()).toEqual([
    [0, 128],
    [128, 128],
    [256, 256],
    [512, 512],
    [1_024, 1_024],
  ]);
});

test('directory prefetch: all of the directory is known: nothing is listed', async () => {
  listedTo = Infinity;
  await miss(50);
  expect(asked).toEqual([]);
});

test('directory prefetch: a very large directory: 16,384 names of it are listed, and no more', async () => {
  await miss(2_000);
  const listed = asked.reduce((sum, one) => sum + (one.kind === 'readdir' ? one.entriesMax : 0), 0);
  expect(listed).toBe(16_384);
});

test('directory prefetch: a listing is under way: no second one of the same directory, and four of different ones', async () => {
  answer = () => new Promise(() => undefined);
  await miss(20);
  expect(asked).toHaveLength(1);
  for (let place = 0; place < 6; place++) await miss(2, ino(10 + place));
  expect(asked).toHaveLength(4);
});

test.each([
  ['the volume refuses', () => Promise.reject(new UnreachableError('away'))],
  ['nothing of it may be kept', () => Promise.resolve(NOTHING)],
])('directory prefetch: %s: it is tried again, each time after twice as many names', async (_, said) => {
  answer = said;
  isKept = false;
  await miss(2 + 4 + 8 + 16 + 31);
  expect(asked).toHaveLength(4);
  isKept = true;
  answer = () => Promise.resolve(NOTHING);
  await miss(1 + 2);
  expect(asked).toHaveLength(6);
});
