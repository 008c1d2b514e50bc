import { expect, test } from 'vitest';
import { ino, ROOT_INO, sessionId, type Ino } from '../../src/core/ids.js';
import { CHUNK_SIZE_BYTES, TRUNCATE_CHUNKS_PER_STEP_MAX } from '../../src/core/limits.js';
import { bytes, MemoryVolume, outcome, queryOutcome } from '../support/memory-volume.js';
import { violations } from '../support/volume-checks.js';

const LATER = { seconds: 2000, nanoseconds: 7 };
const FIRST = sessionId(1);
const SECOND = sessionId(2);
const EMPTY_VOLUME_RECORDS = 2;

const release = (...inos: Ino[]) => ({ kind: 'release', inos }) as const;

test.each([
  { kind: 'unlink', name: 'file', parent: ROOT_INO, want: 'ok' },
  { kind: 'unlink', name: 'missing', parent: ROOT_INO, want: 'ENOENT' },
  { kind: 'unlink', name: 'full', parent: ROOT_INO, want: 'EISDIR' },
  { kind: 'unlink', name: '.', parent: ROOT_INO, want: 'EISDIR' },
  { kind: 'unlink', name: '', parent: ROOT_INO, want: 'ENOENT' },
  { kind: 'unlink', name: 'n'.repeat(256), parent: ROOT_INO, want: 'ENAMETOOLONG' },
  { kind: 'unlink', name: 'file', parent: ino(2), want: 'ENOTDIR' },
  { kind: 'unlink', name: 'file', parent: ino(99), want: 'ESTALE' },
  { kind: 'rmdir', name: 'empty', parent: ROOT_INO, want: 'ok' },
  { kind: 'rmdir', name: 'missing', parent: ROOT_INO, want: 'ENOENT' },
  { kind: 'rmdir', name: 'file', parent: ROOT_INO, want: 'ENOTDIR' },
  { kind: 'rmdir', name: 'full', parent: ROOT_INO, want: 'ENOTEMPTY' },
  { kind: 'rmdir', name: '.', parent: ROOT_INO, want: 'EINVAL' },
  { kind: 'rmdir', name: '..', parent: ROOT_INO, want: 'ENOTEMPTY' },
] as const)('$kind: "$name" in $parent: $want', ({ kind, name, parent, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  volume.make('inner', 'regular', volume.make('full', 'directory'));
  volume.make('empty', 'directory');
  expect(outcome(() => volume.mutate({ kind, parent, name: bytes(name) }))).toBe(want);
  expect(violations(volume.entries())).toEqual([]);
});

test('unlink: one of two names: drops a link and moves ctime, not mtime', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.mutate({ kind: 'link', ino: file, parent: ROOT_INO, name: bytes('second') });
  volume.now = LATER;
  volume.unlink('file');
  expect(await volume.attr(file)).toMatchObject({ linkCount: 1, ctime: LATER, mtime: { seconds: 1000 } });
  expect(await volume.attr(ROOT_INO)).toMatchObject({ mtime: LATER, ctime: LATER });
});

test('rmdir: subdirectory: its parent loses a link', async () => {
  const volume = new MemoryVolume();
  volume.make('dir', 'directory');
  volume.mutate({ kind: 'rmdir', parent: ROOT_INO, name: bytes('dir') });
  expect((await volume.attr(ROOT_INO)).linkCount).toBe(2);
});

test('unlink: last name of a held file: it stays readable and writable', async () => {
  const volume = new MemoryVolume([FIRST, SECOND]);
  const file = volume.make('file');
  volume.write(file, 0, bytes('before'));
  volume.unlink('file');
  volume.write(file, 6, bytes(' after'));
  expect(await volume.attr(file)).toMatchObject({ linkCount: 0, sizeBytes: 12 });
  expect(Buffer.from(await volume.read(file, 0, 100)).toString()).toBe('before after');
  expect(violations(volume.entries())).toEqual([]);
});

test('release: last of two holders: frees the inode, its data and its attributes', async () => {
  const volume = new MemoryVolume([FIRST, SECOND]);
  const file = volume.make('file');
  volume.write(file, 0, Buffer.alloc(2 * CHUNK_SIZE_BYTES, 'x'));
  volume.mutate({ kind: 'setxattr', ino: file, name: bytes('user.a'), value: bytes('1'), mode: 'any' });
  volume.unlink('file');
  volume.mutate(release(file), FIRST);
  volume.mutate(release(file), FIRST);
  expect((await volume.attr(file)).linkCount).toBe(0);
  volume.mutate(release(file), SECOND);
  expect(await queryOutcome(volume.attr(file))).toBe('ESTALE');
  expect(volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
  expect(violations(volume.entries())).toEqual([]);
});

test('release: removed directory: goes like a file', () => {
  const volume = new MemoryVolume();
  const directory = volume.make('dir', 'directory');
  volume.mutate({ kind: 'rmdir', parent: ROOT_INO, name: bytes('dir') });
  expect(violations(volume.entries())).toEqual([]);
  volume.mutate(release(directory));
  expect(volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
});

test('release: inodes that are linked, gone or named twice: changes only what is an orphan', () => {
  const volume = new MemoryVolume();
  const linked = volume.make('linked');
  const orphan = volume.make('orphan');
  volume.unlink('orphan');
  volume.mutate(release(linked, ino(99), orphan, orphan));
  expect(violations(volume.entries())).toEqual([]);
  expect(volume.dryRun(release(linked, orphan))).toEqual([]);
});

test('unlink: no session alive: frees the file at once', () => {
  const volume = new MemoryVolume([]);
  volume.write(volume.make('file'), 0, Buffer.alloc(3 * CHUNK_SIZE_BYTES, 'x'));
  volume.unlink('file');
  expect(volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
});

test('unlink: no session alive and more chunks than one change may delete: waits for a release', () => {
  const volume = new MemoryVolume([]);
  const file = volume.make('file');
  volume.write(file, TRUNCATE_CHUNKS_PER_STEP_MAX * CHUNK_SIZE_BYTES, bytes('end'));
  volume.unlink('file');
  expect(violations(volume.entries())).toEqual([]);
  volume.mutate(release(file));
  expect(volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
});

test('release: by a session that does not hold the inode: changes nothing', () => {
  const volume = new MemoryVolume([FIRST]);
  const file = volume.make('file');
  volume.unlink('file');
  expect(volume.dryRun(release(file), SECOND)).toEqual([]);
});

test('release: files that together have too many chunks for one change: takes two', () => {
  const volume = new MemoryVolume();
  const most = Math.floor(TRUNCATE_CHUNKS_PER_STEP_MAX / 2);
  const inos = ['a', 'b', 'c'].map((name) => volume.make(name));
  for (const file of inos) volume.write(file, most * CHUNK_SIZE_BYTES, bytes('end'));
  for (const name of ['a', 'b', 'c']) volume.unlink(name);
  volume.commit(volume.dryRun(release(...inos)));
  expect(violations(volume.entries())).toEqual([]);
  volume.mutate(release(...inos));
  expect(volume.stepCount).toBe(2);
  expect(volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
});

test('release: file of 3 spans with little in them among small ones: takes two changes and frees all', () => {
  const volume = new MemoryVolume();
  const inos = ['a', 'huge', 'z'].map((name) => volume.make(name));
  for (const file of inos) volume.write(file, 0, bytes('start'));
  volume.write(inos[1]!, 3 * TRUNCATE_CHUNKS_PER_STEP_MAX * CHUNK_SIZE_BYTES, bytes('end'));
  for (const name of ['a', 'huge', 'z']) volume.unlink(name);
  volume.mutate(release(...inos));
  expect(volume.stepCount).toBe(2);
  expect(volume.entries()).toHaveLength(EMPTY_VOLUME_RECORDS);
});
