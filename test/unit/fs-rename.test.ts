import { expect, test } from 'vitest';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { DIRECTORY_LINK_COUNT_MAX } from '../../src/core/limits.js';
import type { OperationOf } from '../../src/fs/operation-of.js';
import { encodeInode } from '../../src/fs/inode-record.js';
import { inodeKey } from '../../src/fs/keys.js';
import { loadInode } from '../../src/fs/state.js';
import { bytes, MemoryVolume, outcome } from '../support/memory-volume.js';
import { violations } from '../support/volume-checks.js';

const LATER = { seconds: 2000, nanoseconds: 7 };

type Mode = OperationOf<'rename'>['mode'];
type Place = readonly [parent: Ino, name: string];

const rename = (from: Place, to: Place, mode: Mode = 'replace') =>
  ({
    kind: 'rename',
    parent: from[0],
    name: bytes(from[1]),
    newParent: to[0],
    newName: bytes(to[1]),
    mode,
  }) as const;

const FILE = ino(2);
const FULL = ino(3);
const INNER = ino(4);
const EMPTY = ino(5);

/** /file /full/inner/ /empty/ /other; `second` is another name of `file`. */
function sample(): MemoryVolume {
  const volume = new MemoryVolume();
  volume.make('file');
  volume.make('full', 'directory');
  volume.make('inner', 'directory', FULL);
  volume.make('empty', 'directory');
  volume.make('other');
  volume.mutate({ kind: 'link', ino: FILE, parent: ROOT_INO, name: bytes('second') });
  return volume;
}

const inRoot = (name: string): Place => [ROOT_INO, name];

test.each<{ what: string; from: Place; to: Place; mode?: Mode; want: string }>([
  { what: 'missing name', from: inRoot('missing'), to: inRoot('new'), want: 'ENOENT' },
  { what: 'parent is gone', from: [ino(99), 'a'], to: inRoot('new'), want: 'ESTALE' },
  { what: 'new parent is a file', from: inRoot('missing'), to: [FILE, 'new'], want: 'ENOTDIR' },
  { what: 'name is .', from: inRoot('.'), to: inRoot('new'), want: 'EBUSY' },
  { what: 'new name is ..', from: inRoot('file'), to: inRoot('..'), want: 'EBUSY' },
  {
    what: 'new name is .., not to be replaced',
    from: inRoot('file'),
    to: inRoot('..'),
    mode: 'noReplace',
    want: 'EEXIST',
  },
  {
    what: 'new name of 256 bytes',
    from: inRoot('file'),
    to: inRoot('n'.repeat(256)),
    want: 'ENAMETOOLONG',
  },
  { what: 'file over a file', from: inRoot('file'), to: inRoot('other'), want: 'ok' },
  { what: 'file over a directory', from: inRoot('file'), to: inRoot('empty'), want: 'EISDIR' },
  { what: 'directory over a file', from: inRoot('empty'), to: inRoot('file'), want: 'ENOTDIR' },
  { what: 'directory over an empty one', from: inRoot('full'), to: inRoot('empty'), want: 'ok' },
  { what: 'directory over a full one', from: inRoot('empty'), to: inRoot('full'), want: 'ENOTEMPTY' },
  { what: 'directory into itself', from: inRoot('full'), to: [FULL, 'new'], want: 'EINVAL' },
  { what: 'directory into its descendant', from: inRoot('full'), to: [INNER, 'new'], want: 'EINVAL' },
  { what: 'directory over its ancestor', from: [FULL, 'inner'], to: inRoot('full'), want: 'ENOTEMPTY' },
  { what: 'directory up, under a new name', from: [FULL, 'inner'], to: inRoot('new'), want: 'ok' },
  { what: 'directory to another parent', from: inRoot('full'), to: [EMPTY, 'new'], want: 'ok' },
  { what: 'onto itself', from: inRoot('full'), to: inRoot('full'), want: 'ok' },
  { what: 'taken name', from: inRoot('file'), to: inRoot('other'), mode: 'noReplace', want: 'EEXIST' },
  { what: 'free name', from: inRoot('file'), to: inRoot('new'), mode: 'noReplace', want: 'ok' },
  { what: 'missing name', from: inRoot('file'), to: inRoot('new'), mode: 'exchange', want: 'ENOENT' },
  { what: 'file and full directory', from: inRoot('file'), to: inRoot('full'), mode: 'exchange', want: 'ok' },
  { what: 'descendant', from: inRoot('full'), to: [FULL, 'inner'], mode: 'exchange', want: 'EINVAL' },
  { what: 'ancestor', from: [FULL, 'inner'], to: inRoot('full'), mode: 'exchange', want: 'EINVAL' },
  { what: 'across parents', from: [FULL, 'inner'], to: inRoot('file'), mode: 'exchange', want: 'ok' },
])('rename: $what, mode $mode: $want', ({ from, to, mode, want }) => {
  const volume = sample();
  const before = volume.entries();
  expect(outcome(() => volume.mutate(rename(from, to, mode)))).toBe(want);
  expect(violations(volume.entries())).toEqual([]);
  if (want !== 'ok') expect(volume.entries()).toEqual(before);
});

test('rename: two names of one inode: leaves both', async () => {
  const volume = sample();
  expect(volume.dryRun(rename(inRoot('file'), inRoot('second')))).toEqual([]);
  expect(await volume.list(ROOT_INO)).toContain('second');
});

test('rename: over a file: the old one becomes an orphan, the new one has the name', async () => {
  const volume = sample();
  volume.now = LATER;
  volume.mutate(rename(inRoot('other'), inRoot('file')));
  volume.mutate(rename(inRoot('file'), inRoot('second')));
  const reply = await volume.query({ kind: 'lookup', parent: ROOT_INO, name: bytes('second') });
  expect(reply).toMatchObject({ attr: { ino: 6, ctime: LATER, mtime: { seconds: 1000 } } });
  expect(await volume.attr(FILE)).toMatchObject({ linkCount: 0, ctime: LATER });
});

test('rename: directory to another parent: link counts, times and .. follow', async () => {
  const volume = sample();
  volume.now = LATER;
  volume.mutate(rename([FULL, 'inner'], [EMPTY, 'moved']));
  expect(await volume.attr(FULL)).toMatchObject({ linkCount: 2, mtime: LATER, ctime: LATER });
  expect(await volume.attr(EMPTY)).toMatchObject({ linkCount: 3, mtime: LATER, ctime: LATER });
  expect(await volume.attr(INNER)).toMatchObject({ ctime: LATER, mtime: { seconds: 1000 } });
  const reply = await volume.query({ kind: 'lookup', parent: INNER, name: bytes('..') });
  expect(reply).toMatchObject({ attr: { ino: EMPTY } });
});

test('rename: over a name in the middle of a listing: the name keeps its place', async () => {
  const volume = sample();
  volume.mutate(rename(inRoot('other'), inRoot('file')));
  expect(await volume.list(ROOT_INO)).toEqual(['file', 'full', 'empty', 'second']);
});

test('rename: into a removed directory that is still held: ENOENT', () => {
  const volume = sample();
  volume.mutate({ kind: 'rmdir', parent: ROOT_INO, name: bytes('empty') });
  expect(outcome(() => volume.mutate(rename(inRoot('file'), [EMPTY, 'new'])))).toBe('ENOENT');
});

test.each<{ from: Place; to: Place; mode: Mode; want: string }>([
  { from: [FULL, 'inner'], to: inRoot('new'), mode: 'replace', want: 'EMLINK' },
  { from: [FULL, 'inner'], to: inRoot('empty'), mode: 'replace', want: 'ok' },
  { from: inRoot('empty'), to: inRoot('new'), mode: 'replace', want: 'ok' },
  { from: [FULL, 'inner'], to: inRoot('file'), mode: 'exchange', want: 'EMLINK' },
  { from: inRoot('file'), to: [FULL, 'inner'], mode: 'exchange', want: 'EMLINK' },
])('rename: $from to $to by $mode, the root full of directories: $want', ({ from, to, mode, want }) => {
  const volume = sample();
  const root = loadInode(volume.readAll(), ROOT_INO);
  const value = encodeInode({ ...root, attr: { ...root.attr, linkCount: DIRECTORY_LINK_COUNT_MAX } });
  volume.commit([{ key: inodeKey(ROOT_INO), value }]);
  expect(outcome(() => volume.mutate(rename(from, to, mode)))).toBe(want);
});

test('rename: into a directory below 4,096 others: works; further down: ELOOP', () => {
  const volume = sample();
  let deepest: Ino = EMPTY;
  // `empty` is the first of them.
  for (let level = 1; level < 4_096; level++) deepest = volume.make('d', 'directory', deepest);
  const tooDeep = volume.make('d', 'directory', deepest);
  expect(outcome(() => volume.mutate(rename(inRoot('full'), [tooDeep, 'moved'])))).toBe('ELOOP');
  expect(outcome(() => volume.mutate(rename(inRoot('file'), [tooDeep, 'moved'])))).toBe('ok');
  expect(outcome(() => volume.mutate(rename(inRoot('full'), [deepest, 'moved'])))).toBe('ok');
});
