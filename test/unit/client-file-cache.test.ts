import { beforeEach, expect, test } from 'vitest';
import { FileCache } from '../../src/client/cache/file-cache.js';
import { FileError } from '../../src/core/errors.js';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { CACHE_LEASE_MS, NOTHING_LEASED, type Leased } from '../../src/core/touched.js';
import { ManualClock } from '../support/manual-clock.js';
import { MemoryVolume } from '../support/memory-volume.js';

const DIRECTORY = await new MemoryVolume().attr(ROOT_INO);
const UNLINK: FileOperation = { kind: 'unlink', parent: ROOT_INO, name: Buffer.from('a') };
const OTHER: FileOperation = { kind: 'unlink', parent: ROOT_INO, name: Buffer.from('b') };
const DONE: FileReply = { kind: 'done' };
const AFTER: Leased = { ...NOTHING_LEASED, changed: [ROOT_INO, ino(5)], after: [DIRECTORY] };

let cache: FileCache;
beforeEach(() => {
  const clock = new ManualClock();
  cache = new FileCache(clock, {
    changing: () => undefined,
    invalidate: () => Promise.resolve(),
    unleased: () => undefined,
    readUnleased: () => undefined,
    unleasedBut: () => undefined,
    told: () => [],
  });
  cache.reopened(0, 1);
});

test('file cache: changed from here: what the directory is now is known without asking', () => {
  void cache.begun(UNLINK);
  cache.ended(UNLINK, DONE, AFTER);
  expect(cache.attrOf(ROOT_INO)).toEqual(DIRECTORY);
});

test('file cache: changed from here without a lease on the directory: it is to be asked for', () => {
  void cache.begun(UNLINK);
  cache.ended(UNLINK, DONE, { ...AFTER, after: [] });
  expect(cache.attrOf(ROOT_INO)).toBeUndefined();
});

test('file cache: another change of the same directory is under way: what it is now is not told', () => {
  void cache.begun(UNLINK);
  void cache.begun(OTHER);
  cache.ended(UNLINK, DONE, AFTER);
  expect(cache.attrOf(ROOT_INO)).toBeUndefined();
});

const NEW = ino(9);
const MKDIR: FileOperation = {
  kind: 'make',
  parent: ROOT_INO,
  name: Buffer.from('new'),
  type: 'directory',
  mode: 0o755,
  rdev: 0,
  exclusive: true,
  caller: { uid: 0, gid: 0 },
};
const MADE: FileReply = { kind: 'entry', attr: { ...DIRECTORY, ino: NEW }, created: true };
const LEASED: Leased = { ...NOTHING_LEASED, hasInodes: true };
const MISSING = { ino: undefined };
const NAME = Buffer.from('x');

function makeDirectory(leased: Leased = LEASED): void {
  void cache.begun(MKDIR);
  cache.ended(MKDIR, MADE, leased);
}

test('file cache: a directory that was made here: no name is in it, and the volume need not be asked', () => {
  makeDirectory();
  expect(cache.entryOf(NEW, NAME)).toMatchObject(MISSING);
});

test('file cache: a directory that was made here without a lease on it: its names are to be asked for', () => {
  makeDirectory(NOTHING_LEASED);
  expect(cache.entryOf(NEW, NAME)).toBeUndefined();
});

test('file cache: a name in a directory made here is recalled: that one is to be asked for, and no other', async () => {
  makeDirectory();
  await cache.recalled([{ kind: 'entry', ino: NEW, name: NAME }]);
  expect(cache.entryOf(NEW, NAME)).toBeUndefined();
  expect(cache.entryOf(NEW, Buffer.from('y'))).toMatchObject(MISSING);
});

test('file cache: a name is made in a directory made here, and not leased: it is to be asked for', () => {
  makeDirectory();
  const inside: FileOperation = { ...MKDIR, parent: NEW, name: NAME };
  void cache.begun(inside);
  expect(cache.entryOf(NEW, NAME)).toBeUndefined();
  cache.ended(inside, { ...MADE, attr: { ...DIRECTORY, ino: ino(10) } }, NOTHING_LEASED);
  expect(cache.entryOf(NEW, NAME)).toBeUndefined();
});

const LIST: FileOperation = { kind: 'readdir', ino: NEW, cookie: 0, entriesMax: 10, withAttr: false };
const listed = (end: boolean): FileReply => ({
  kind: 'dirents',
  parent: ROOT_INO,
  entries: [{ name: NAME, ino: ino(11), type: 'regular', cookie: 3 }],
  end,
});
const LISTED: Leased = { ...NOTHING_LEASED, hasDirectory: true };

test('file cache: a directory was listed as a whole: what was not listed does not exist', () => {
  cache.ended(LIST, listed(true), LISTED);
  expect(cache.entryOf(NEW, NAME)).toMatchObject({ ino: ino(11) });
  expect(cache.entryOf(NEW, Buffer.from('y'))).toMatchObject(MISSING);
});

test.each([
  ['its beginning only', LIST, false],
  ['its end only', { ...LIST, cookie: 5 }, true],
] as const)('file cache: of a directory %s was listed: other names are to be asked for', (_, list, end) => {
  cache.ended(list, listed(end), LISTED);
  expect(cache.entryOf(NEW, Buffer.from('y'))).toBeUndefined();
});

test('file cache: a directory is listed while a name in it is changed from here: others are to be asked for', () => {
  const inside: FileOperation = { kind: 'unlink', parent: NEW, name: Buffer.from('y') };
  void cache.begun(inside);
  cache.ended(LIST, listed(true), LISTED);
  cache.ended(inside, DONE, NOTHING_LEASED);
  expect(cache.entryOf(NEW, Buffer.from('y'))).toBeUndefined();
});

const OTHER_NAME = Buffer.from('z');
const NEXT: FileOperation = { ...LIST, cookie: 3 };
const NEXT_LISTED: FileReply = {
  kind: 'dirents',
  parent: ROOT_INO,
  entries: [{ name: OTHER_NAME, ino: ino(12), type: 'regular', cookie: 4 }],
  end: true,
};

test('file cache: a directory was listed in parts, from its beginning to its end: what was not listed does not exist', () => {
  cache.ended(LIST, listed(false), LISTED);
  expect(cache.listedTo(NEW)).toBe(3);
  expect(cache.entryOf(NEW, Buffer.from('y'))).toBeUndefined();
  cache.ended(NEXT, NEXT_LISTED, LISTED);
  expect(cache.listedTo(NEW)).toBe(Infinity);
  expect(cache.entryOf(NEW, Buffer.from('y'))).toMatchObject(MISSING);
});

test('file cache: a directory was listed but for a part in between: what was not listed is to be asked for', () => {
  cache.ended(LIST, listed(false), LISTED);
  cache.ended({ ...NEXT, cookie: 5 }, NEXT_LISTED, LISTED);
  expect(cache.entryOf(NEW, Buffer.from('y'))).toBeUndefined();
});

test('file cache: a listed name is recalled before the rest of its directory is listed: it is to be asked for', async () => {
  cache.ended(LIST, listed(false), LISTED);
  await cache.recalled([{ kind: 'entry', ino: NEW, name: NAME }]);
  cache.ended(NEXT, NEXT_LISTED, LISTED);
  expect(cache.entryOf(NEW, NAME)).toBeUndefined();
});

test.each([
  ['its beginning', 0, ['x']],
  ['its end', 3, []],
])('file cache: a directory was listed: it is told from %s on without asking', (_, cookie, names) => {
  cache.ended(LIST, listed(true), LISTED);
  const { entries = [], end } = cache.listingOf(NEW, cookie) ?? {};
  expect([entries.map(({ name }) => Buffer.from(name).toString()), end]).toEqual([names, true]);
});

test('file cache: a part of a directory was listed: the volume is asked for what comes after it, and before', () => {
  cache.ended(NEXT, { ...NEXT_LISTED, end: false }, LISTED);
  expect(cache.listingOf(NEW, 3)?.entries).toHaveLength(1);
  expect([cache.listingOf(NEW, 0), cache.listingOf(NEW, 4)]).toEqual([undefined, undefined]);
});

test.each([
  ['recalled', () => cache.recalled([{ kind: 'entry', ino: NEW, name: OTHER_NAME }])],
  ['changed from here', () => cache.begun({ kind: 'unlink', parent: NEW, name: OTHER_NAME })],
])('file cache: a name of a listed directory is %s: its listing is not told any more', async (_, change) => {
  cache.ended(LIST, listed(true), LISTED);
  await change();
  expect(cache.listingOf(NEW, 0)).toBeUndefined();
});

test('file cache: more directories are listed than are kept: the one that was asked for longest ago is not told', () => {
  const directories = Array.from({ length: 33 }, (_, place) => ino(100 + place));
  for (const directory of directories) cache.ended({ ...LIST, ino: directory }, listed(true), LISTED);
  const told = directories.map((directory) => cache.listingOf(directory, 0) !== undefined);
  expect(told).toEqual(directories.map((_, place) => place > 0));
});

test('file cache: a listed directory was moved from here, by a name that is not known here: its listing is not told any more', () => {
  cache.ended(LIST, listed(true), LISTED);
  const elsewhere = { parent: ino(40), name: NAME, newParent: ino(41), newName: NAME } as const;
  const move: FileOperation = { kind: 'rename', ...elsewhere, mode: 'replace' };
  void cache.begun(move);
  cache.ended(move, DONE, { ...NOTHING_LEASED, changed: [ino(40), ino(41), NEW] });
  expect(cache.listingOf(NEW, 0)).toBeUndefined();
});

test('file cache: a change of which the volume does not say what it touched: nothing is told, but no lease is given back for as long as what was told may be', async () => {
  cache.ended(LIST, listed(true), LISTED);
  cache.ended(OTHER, DONE, { ...NOTHING_LEASED, changed: undefined });
  expect(cache.entryOf(NEW, NAME)).toBeUndefined();
  expect(await cache.recalled([{ kind: 'entry', ino: NEW, name: NAME }])).toEqual([]);
});

test('file cache: a directory is listed again from its beginning while more of it is known: it stays known', () => {
  cache.ended(LIST, listed(false), LISTED);
  cache.ended(NEXT, { ...NEXT_LISTED, end: false }, LISTED);
  cache.ended(LIST, listed(false), LISTED);
  expect(cache.listedTo(NEW)).toBe(4);
});

test('file cache: the lease is over, nobody has said so yet, and an answer comes: what the caches below kept is void before it is told', async () => {
  const clock = new ManualClock();
  const unleased: number[] = [];
  const late = new FileCache(clock, {
    changing: () => undefined,
    invalidate: () => Promise.resolve(),
    unleased: () => undefined,
    readUnleased: () => undefined,
    unleasedBut: (inos) => unleased.push(inos.size),
    told: () => [],
  });
  late.reopened(clock.monotonicMs(), 1);
  unleased.length = 0;
  const asked: FileOperation = { kind: 'getattr', ino: ROOT_INO };
  const answer: FileReply = { kind: 'attr', attr: DIRECTORY };
  late.ended(asked, answer, NOTHING_LEASED);
  expect(unleased).toEqual([]);
  await clock.advance(CACHE_LEASE_MS);
  late.ended(asked, answer, NOTHING_LEASED);
  late.ended(asked, answer, NOTHING_LEASED);
  expect(unleased).toEqual([0]);
});

test.each([
  {
    what: 'without a lease',
    outcome: { kind: 'data', data: Buffer.of(1) } as const,
    hasInodes: false,
    count: 1,
  },
  {
    what: 'under a lease',
    outcome: { kind: 'data', data: Buffer.of(1) } as const,
    hasInodes: true,
    count: 0,
  },
  { what: 'in vain', outcome: new FileError('ENOENT'), hasInodes: false, count: 0 },
])('file cache: contents are read $what: $count told', ({ outcome, hasInodes, count }) => {
  const { cache: reading, read } = withReads(new ManualClock());
  reading.ended({ kind: 'read', ino: ino(5), offsetBytes: 0, lengthBytes: 1 }, outcome, {
    ...NOTHING_LEASED,
    hasInodes,
  });
  expect(read).toHaveLength(count);
});

test('file cache: contents are read while their lease is given back: they count as unleased', async () => {
  const clock = new ManualClock();
  const { cache: reading, read } = withReads(clock);
  // Whose change it was is not known, so all that is known is left, and its lease is given back later.
  reading.ended({ kind: 'getattr', ino: ROOT_INO }, { kind: 'attr', attr: DIRECTORY }, LEASED);
  reading.ended(UNLINK, DONE, { ...NOTHING_LEASED, changed: undefined });
  await clock.advance(CACHE_LEASE_MS - 1);
  reading.renewed(clock.monotonicMs(), 1);
  await clock.advance(1);
  expect(reading.takeReturned()).toEqual([ROOT_INO]);
  reading.ended(
    { kind: 'read', ino: ROOT_INO, offsetBytes: 0, lengthBytes: 1 },
    { kind: 'data', data: Buffer.of(1) },
    LEASED,
  );
  expect(read).toEqual([ROOT_INO]);
});

function withReads(clock: ManualClock) {
  const read: Ino[] = [];
  const reading = new FileCache(clock, {
    changing: () => undefined,
    invalidate: () => Promise.resolve(),
    unleased: () => undefined,
    readUnleased: (file) => read.push(file),
    unleasedBut: () => undefined,
    told: () => [],
  });
  reading.reopened(0, 1);
  return { cache: reading, read };
}
