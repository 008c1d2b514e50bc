import { expect, test } from 'vitest';
import type { FileType } from '../../src/core/attr.js';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { DIRECTORY_LINK_COUNT_MAX, LINK_COUNT_MAX } from '../../src/core/limits.js';
import { encodeInode } from '../../src/fs/inode-record.js';
import { inodeKey } from '../../src/fs/keys.js';
import { loadInode } from '../../src/fs/state.js';
import { bytes, entryAttr, makeOperation, MemoryVolume, outcome } from '../support/memory-volume.js';
import { violations } from '../support/volume-checks.js';

const LATER = { seconds: 2000, nanoseconds: 7 };

function setLinkCount(volume: MemoryVolume, at: Ino, linkCount: number): void {
  const inode = loadInode(volume.readAll(), at);
  const value = encodeInode({ ...inode, attr: { ...inode.attr, linkCount } });
  volume.commit([{ key: inodeKey(at), value }]);
}

test('format: new volume: has the root and nothing else', async () => {
  const volume = new MemoryVolume();
  expect(violations(volume.entries())).toEqual([]);
  expect(await volume.list(ROOT_INO)).toEqual([]);
  expect(await volume.attr(ROOT_INO)).toMatchObject({
    ino: 1,
    type: 'directory',
    mode: 0o755,
    uid: 0,
    linkCount: 2,
  });
});

test('make: new file: gets its owner from the caller and the time from the manager', () => {
  const volume = new MemoryVolume();
  volume.now = LATER;
  expect(volume.mutate(makeOperation('file'))).toEqual({
    kind: 'entry',
    created: true,
    attr: {
      ino: 2,
      type: 'regular',
      mode: 0o644,
      linkCount: 1,
      uid: 33,
      gid: 33,
      rdev: 0,
      sizeBytes: 0,
      storedBytes: 0,
      atime: LATER,
      mtime: LATER,
      ctime: LATER,
      version: 1,
    },
  });
});

test('make: new entry: moves the parent’s mtime, ctime and version, not its atime', async () => {
  const volume = new MemoryVolume();
  const before = await volume.attr(ROOT_INO);
  volume.now = LATER;
  volume.make('file');
  const after = await volume.attr(ROOT_INO);
  expect(after).toMatchObject({ mtime: LATER, ctime: LATER, atime: before.atime, linkCount: 2 });
  expect(after.version).toBeGreaterThan(before.version);
});

test('make: new directory: has two links and gives its parent one', async () => {
  const volume = new MemoryVolume();
  const directory = volume.make('directory', 'directory');
  expect((await volume.attr(directory)).linkCount).toBe(2);
  expect((await volume.attr(ROOT_INO)).linkCount).toBe(3);
});

test.each<{ type: FileType; rdev: number }>([
  { type: 'charDevice', rdev: 0x0103 },
  { type: 'blockDevice', rdev: 0x0103 },
  { type: 'fifo', rdev: 0 },
  { type: 'socket', rdev: 0 },
  { type: 'regular', rdev: 0 },
])('make: $type with a device number: shows rdev $rdev', ({ type, rdev }) => {
  const attr = entryAttr(new MemoryVolume().mutate(makeOperation('name', { type, rdev: 0x0103 })));
  expect(attr).toMatchObject({ type, rdev });
});

test('make: symlink: is as long as its target and open to all', async () => {
  const volume = new MemoryVolume();
  const attr = entryAttr(volume.mutate(makeOperation('link', { type: 'symlink', target: bytes('../x') })));
  expect(attr).toMatchObject({ mode: 0o777, sizeBytes: 4 });
  const reply = await volume.query({ kind: 'readlink', ino: attr.ino });
  expect(reply).toEqual({ kind: 'data', data: bytes('../x') });
});

test.each<{ type: FileType; mode: number; gid: number }>([
  { type: 'regular', mode: 0o644, gid: 50 },
  { type: 'directory', mode: 0o2644, gid: 50 },
])('make: $type below a setgid directory: takes its group, mode $mode', ({ type, mode, gid }) => {
  const volume = new MemoryVolume();
  const parent = volume.make('shared', 'directory');
  volume.mutate({ kind: 'setattr', ino: parent, change: { gid: 50, mode: 0o2775 } });
  expect(entryAttr(volume.mutate(makeOperation('name', { parent, type })))).toMatchObject({
    mode,
    gid,
    uid: 33,
  });
});

const LONGEST = 'n'.repeat(255);

test.each([
  { what: 'name of 255 bytes', operation: makeOperation(LONGEST), want: 'ok' },
  { what: 'name of 256 bytes', operation: makeOperation(`${LONGEST}n`), want: 'ENAMETOOLONG' },
  { what: 'empty name', operation: makeOperation(''), want: 'ENOENT' },
  { what: 'name is .', operation: makeOperation('.'), want: 'EEXIST' },
  { what: 'name is ..', operation: makeOperation('..'), want: 'EEXIST' },
  { what: 'name with a slash', operation: makeOperation('a/b'), want: 'EINVAL' },
  { what: 'name with a NUL', operation: makeOperation('a\0b'), want: 'EINVAL' },
  { what: 'parent is gone', operation: makeOperation('a', { parent: ino(99) }), want: 'ESTALE' },
  { what: 'parent is a file', operation: makeOperation('', { parent: ino(2) }), want: 'ENOTDIR' },
  { what: 'file there already', operation: makeOperation('file'), want: 'EEXIST' },
  { what: 'directory over a file', operation: makeOperation('file', { type: 'directory' }), want: 'EEXIST' },
  { what: 'file there, not exclusive', operation: makeOperation('file', { exclusive: false }), want: 'ok' },
  {
    what: 'directory there, not exclusive',
    operation: makeOperation('dir', { exclusive: false }),
    want: 'EISDIR',
  },
  {
    what: 'fifo over a directory, not exclusive',
    operation: makeOperation('dir', { exclusive: false, type: 'fifo' }),
    want: 'EEXIST',
  },
  {
    what: 'directory over a file, not exclusive',
    operation: makeOperation('file', { exclusive: false, type: 'directory' }),
    want: 'EEXIST',
  },
  {
    what: 'empty symlink target',
    operation: makeOperation('a', { type: 'symlink', target: bytes('') }),
    want: 'ENOENT',
  },
  {
    what: 'symlink target of 4095 bytes',
    operation: makeOperation('a', { type: 'symlink', target: Buffer.alloc(4095, 'x') }),
    want: 'ok',
  },
  {
    what: 'symlink target of 4096 bytes',
    operation: makeOperation('a', { type: 'symlink', target: Buffer.alloc(4096, 'x') }),
    want: 'ENAMETOOLONG',
  },
])('make: $what: $want', ({ operation, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  volume.make('dir', 'directory');
  expect(outcome(() => volume.mutate(operation))).toBe(want);
  expect(violations(volume.entries())).toEqual([]);
});

test('make: existing file, not exclusive: is the answer and stays as it is', () => {
  const volume = new MemoryVolume();
  const first = entryAttr(volume.mutate(makeOperation('file')));
  const before = volume.entries();
  const reply = volume.mutate(makeOperation('file', { exclusive: false, mode: 0o600 }));
  expect(reply).toEqual({ kind: 'entry', attr: first, created: false });
  expect(volume.entries()).toEqual(before);
});

test.each<{ type: FileType; want: string }>([
  { type: 'directory', want: 'EMLINK' },
  { type: 'regular', want: 'ok' },
])('make: $type in a directory with as many links as can be: $want', ({ type, want }) => {
  const volume = new MemoryVolume();
  setLinkCount(volume, ROOT_INO, LINK_COUNT_MAX);
  expect(outcome(() => volume.make('more', type))).toBe('ok');
  setLinkCount(volume, ROOT_INO, DIRECTORY_LINK_COUNT_MAX);
  expect(outcome(() => volume.make('name', type))).toBe(want);
});

test('make: removed directory that is still held: takes no new entry', () => {
  const volume = new MemoryVolume();
  const parent = volume.make('dir', 'directory');
  volume.mutate({ kind: 'rmdir', parent: ROOT_INO, name: bytes('dir') });
  expect(outcome(() => volume.make('file', 'regular', parent))).toBe('ENOENT');
});

test('make: number of a freed inode: is not given again', () => {
  const volume = new MemoryVolume([]);
  const first = volume.make('file');
  volume.unlink('file');
  expect(volume.make('file')).toBeGreaterThan(first);
});

test('link: second name: shares the inode, whose link count and ctime move', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.now = LATER;
  const attr = entryAttr(volume.mutate({ kind: 'link', ino: file, parent: ROOT_INO, name: bytes('second') }));
  expect(attr).toMatchObject({ ino: file, linkCount: 2, ctime: LATER, mtime: { seconds: 1000 } });
  expect(await volume.attr(ROOT_INO)).toMatchObject({ mtime: LATER, ctime: LATER });
  expect(violations(volume.entries())).toEqual([]);
});

test.each([
  { what: 'inode is gone', from: ino(99), name: 'new', linkCount: 1, want: 'ESTALE' },
  { what: 'inode is a directory', from: ino(3), name: 'new', linkCount: 1, want: 'EPERM' },
  { what: 'name is taken', from: ino(3), name: 'file', linkCount: 1, want: 'EEXIST' },
  { what: 'name is ..', from: ino(2), name: '..', linkCount: 1, want: 'EEXIST' },
  { what: 'inode has lost its last name', from: ino(2), name: 'new', linkCount: 0, want: 'ENOENT' },
  { what: 'one link below the limit', from: ino(2), name: 'new', linkCount: LINK_COUNT_MAX - 1, want: 'ok' },
  { what: 'as many links as can be', from: ino(2), name: 'new', linkCount: LINK_COUNT_MAX, want: 'EMLINK' },
])('link: $what: $want', ({ from, name, linkCount, want }) => {
  const volume = new MemoryVolume();
  setLinkCount(volume, volume.make('file'), linkCount);
  volume.make('dir', 'directory');
  const operation = { kind: 'link', ino: from, parent: ROOT_INO, name: bytes(name) } as const;
  expect(outcome(() => volume.mutate(operation))).toBe(want);
});
