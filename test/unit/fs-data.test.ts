import { expect, test } from 'vitest';
import { CorruptionError } from '../../src/core/errors.js';
import { chunkIndex, ino, ROOT_INO, sessionId, type Ino } from '../../src/core/ids.js';
import {
  CHUNK_SIZE_BYTES,
  FILE_SIZE_BYTES_MAX,
  TIB,
  TRUNCATE_CHUNKS_PER_STEP_MAX,
} from '../../src/core/limits.js';
import type { Mutation } from '../../src/core/operation.js';
import { encodeInode } from '../../src/fs/inode-record.js';
import { chunkKey, inodeKey } from '../../src/fs/keys.js';
import { chunksNeeded } from '../../src/fs/mutate.js';
import { loadRegular } from '../../src/fs/state.js';
import { bytes, MemoryVolume, outcome, queryOutcome } from '../support/memory-volume.js';
import { violations } from '../support/volume-checks.js';

const LATER = { seconds: 2000, nanoseconds: 7 };
const CONTEXT = { now: LATER, session: sessionId(1), sessions: [sessionId(1)], surveyed: [] };

const write = (file: Ino, offsetBytes: number, data: Uint8Array, append = false): Mutation => ({
  kind: 'write',
  ino: file,
  offsetBytes,
  append,
  sync: false,
  data,
});

const truncate = (file: Ino, sizeBytes: number): Mutation => ({
  kind: 'setattr',
  ino: file,
  change: { sizeBytes },
});

const fill = (length: number, text = 'x'): Uint8Array => Buffer.alloc(length, text);

test.each([
  { what: 'plain file', target: ino(2), offset: 0, want: 'ok' },
  { what: 'directory', target: ROOT_INO, offset: 0, want: 'EISDIR' },
  { what: 'fifo', target: ino(3), offset: 0, want: 'EINVAL' },
  { what: 'missing inode', target: ino(99), offset: 0, want: 'ESTALE' },
  { what: 'up to the largest size', target: ino(2), offset: FILE_SIZE_BYTES_MAX - 1, want: 'ok' },
  { what: 'past the largest size', target: ino(2), offset: FILE_SIZE_BYTES_MAX, want: 'EFBIG' },
  { what: 'before the start', target: ino(2), offset: -1, want: 'EINVAL' },
])('write: $what: $want', ({ target, offset, want }) => {
  const volume = new MemoryVolume();
  volume.make('file');
  volume.make('fifo', 'fifo');
  expect(outcome(() => volume.mutate(write(target, offset, bytes('1'))))).toBe(want);
  expect(violations(volume.entries())).toEqual([]);
});

test('write: some data: moves mtime, ctime and version, not atime', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.now = LATER;
  volume.write(file, 0, bytes('1'));
  const want = { mtime: LATER, ctime: LATER, atime: { seconds: 1000 }, version: 2, sizeBytes: 1 };
  expect(await volume.attr(file)).toMatchObject(want);
});

test('write: no data: changes nothing, wherever it is', () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  expect(volume.dryRun(write(file, 10, new Uint8Array()))).toEqual([]);
});

test('write: append: goes to the end as it is now and says where', () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('12345'));
  const reply = volume.mutate(write(file, 0, bytes('678'), true));
  expect(reply).toMatchObject({ kind: 'written', offsetBytes: 5, attr: { sizeBytes: 8 } });
});

test.each([
  { what: 'at a place', append: false, sizeBytes: 0 },
  { what: 'at the end', append: true, sizeBytes: FILE_SIZE_BYTES_MAX - 3 },
])('write: $what, across the largest size: the part that fits is written', async ({ append, sizeBytes }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.mutate(truncate(file, sizeBytes));
  const offsetBytes = FILE_SIZE_BYTES_MAX - 3;
  const reply = volume.mutate(write(file, offsetBytes, fill(CHUNK_SIZE_BYTES + 9), append));
  expect(reply).toMatchObject({ kind: 'written', offsetBytes, attr: { sizeBytes: FILE_SIZE_BYTES_MAX } });
  expect(await volume.read(file, offsetBytes, 10)).toEqual(fill(3));
  expect(violations(volume.entries())).toEqual([]);
});

test.each([
  { room: 3, want: { kind: 'copied', lengthBytes: 3, attr: { sizeBytes: FILE_SIZE_BYTES_MAX } } },
  { room: 9, want: { kind: 'copied', lengthBytes: 5, attr: { sizeBytes: FILE_SIZE_BYTES_MAX - 4 } } },
])('copy: 5 bytes, $room below the largest size: says how many were copied', ({ room, want }) => {
  const volume = new MemoryVolume();
  const [source, target] = [volume.make('source'), volume.make('target')];
  volume.write(source, 0, bytes('12345'));
  const range = { offsetBytes: 0, lengthBytes: 5, targetOffsetBytes: FILE_SIZE_BYTES_MAX - room };
  expect(volume.mutate({ kind: 'copy', ino: source, target, ...range })).toMatchObject(want);
  expect(violations(volume.entries())).toEqual([]);
});

test('copy: at the largest size: EFBIG', () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('12345'));
  const range = { offsetBytes: 0, lengthBytes: 5, targetOffsetBytes: FILE_SIZE_BYTES_MAX };
  expect(outcome(() => volume.mutate({ kind: 'copy', ino: file, target: file, ...range }))).toBe('EFBIG');
});

test('write: past the end: what lies between reads as zeros', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('ab'));
  volume.write(file, 2 * CHUNK_SIZE_BYTES + 1, bytes('z'));
  const data = await volume.read(file, 0, 4 * CHUNK_SIZE_BYTES);
  expect(
    Buffer.compare(data, Buffer.concat([bytes('ab'), Buffer.alloc(2 * CHUNK_SIZE_BYTES - 1), bytes('z')])),
  ).toBe(0);
  expect((await volume.attr(file)).storedBytes).toBe(2 + 2);
});

test.each([
  { what: 'all of a dense file', size: 10, offset: 0, length: 10, want: 0 },
  { what: 'start of a dense file', size: 10, offset: 0, length: 9, want: 1 },
  { what: 'after the end, same chunk', size: 10, offset: 20, length: 5, want: 1 },
  { what: 'new chunk', size: CHUNK_SIZE_BYTES, offset: CHUNK_SIZE_BYTES, length: 5, want: 0 },
  { what: 'both ends partly', size: 3 * CHUNK_SIZE_BYTES, offset: 1, length: 2 * CHUNK_SIZE_BYTES, want: 2 },
  { what: 'whole chunks', size: 3 * CHUNK_SIZE_BYTES, offset: 0, length: 2 * CHUNK_SIZE_BYTES, want: 0 },
])('write: $what: looks at $want chunks', ({ size, offset, length, want }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, fill(size));
  const mutation = write(file, offset, fill(length, 'y'));
  expect(chunksNeeded(mutation, volume.readAll(), CONTEXT)).toHaveLength(want);
  volume.mutate(mutation);
  expect(violations(volume.entries())).toEqual([]);
});

test('write: over a whole damaged chunk: mends it', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, CHUNK_SIZE_BYTES, bytes('1')); // A hole before it: the write has to look.
  const key = chunkKey(file, chunkIndex(1));
  volume.commit([{ key, value: Uint8Array.of(1, 0, 0, 0, 0) }]);
  await expect(volume.read(file, 0, 2 * CHUNK_SIZE_BYTES)).rejects.toThrow(CorruptionError);
  volume.write(file, CHUNK_SIZE_BYTES, bytes('22'));
  expect(await volume.read(file, CHUNK_SIZE_BYTES, 10)).toEqual(bytes('22'));
  expect(violations(volume.entries())).toEqual([]);
});

test('read: chunk in another chunk’s place: is an error that names it', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, fill(2 * CHUNK_SIZE_BYTES));
  const first = volume.readAll().get(chunkKey(file, chunkIndex(0)));
  volume.commit([{ key: chunkKey(file, chunkIndex(1)), value: first }]);
  await expect(volume.read(file, CHUNK_SIZE_BYTES, 1)).rejects.toThrow(`chunk 1 of ${file}`);
});

test.each([
  { offset: 0, length: 100, want: 'abcdef' },
  { offset: 2, length: 3, want: 'cde' },
  { offset: 6, length: 1, want: '' },
  { offset: 7 * TIB, length: 1, want: '' },
  { offset: 0, length: 0, want: '' },
])('read: $length bytes at $offset of 6: "$want"', async ({ offset, length, want }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('abcdef'));
  expect(Buffer.from(await volume.read(file, offset, length)).toString()).toBe(want);
});

test.each([
  { what: 'directory', target: ROOT_INO, want: 'EISDIR' },
  { what: 'symlink', target: ino(2), want: 'EINVAL' },
  { what: 'missing inode', target: ino(99), want: 'ESTALE' },
])('read: $what: $want', async ({ target, want }) => {
  const volume = new MemoryVolume();
  volume.make('link', 'symlink');
  expect(await queryOutcome(volume.read(target, 0, 1))).toBe(want);
});

test.each([
  { what: 'directory', target: ROOT_INO, size: 0, want: 'EISDIR' },
  { what: 'fifo', target: ino(2), size: 0, want: 'EINVAL' },
  { what: 'missing inode', target: ino(99), size: 0, want: 'ESTALE' },
  { what: 'largest size', target: ino(3), size: FILE_SIZE_BYTES_MAX, want: 'ok' },
  { what: 'above the largest size', target: ino(3), size: FILE_SIZE_BYTES_MAX + 1, want: 'EFBIG' },
  { what: 'below zero', target: ino(3), size: -1, want: 'EINVAL' },
])('truncate: $what: $want', ({ target, size, want }) => {
  const volume = new MemoryVolume();
  volume.make('fifo', 'fifo');
  volume.make('file');
  expect(outcome(() => volume.mutate(truncate(target, size)))).toBe(want);
});

test('truncate: down and up again: no old data shows', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, fill(2 * CHUNK_SIZE_BYTES));
  volume.truncate(file, 3);
  volume.truncate(file, 2 * CHUNK_SIZE_BYTES);
  const data = await volume.read(file, 0, 2 * CHUNK_SIZE_BYTES);
  expect(Buffer.compare(data, Buffer.concat([bytes('xxx'), Buffer.alloc(2 * CHUNK_SIZE_BYTES - 3)]))).toBe(0);
  expect((await volume.attr(file)).storedBytes).toBe(3);
});

test('truncate: to the same size: moves mtime and ctime', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.now = LATER;
  volume.truncate(file, 0);
  expect(await volume.attr(file)).toMatchObject({ mtime: LATER, ctime: LATER });
});

test.each([
  { what: 'dense, to a chunk’s edge', gap: 0, size: CHUNK_SIZE_BYTES, want: 0 },
  { what: 'dense, into a chunk', gap: 0, size: CHUNK_SIZE_BYTES + 1, want: 1 },
  { what: 'with a hole, to nothing', gap: CHUNK_SIZE_BYTES, size: 0, want: 0 },
  { what: 'with a hole, to a chunk’s edge', gap: CHUNK_SIZE_BYTES, size: CHUNK_SIZE_BYTES, want: 3 },
])('truncate: $what: looks at $want chunks', ({ gap, size, want }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, gap, fill(3 * CHUNK_SIZE_BYTES));
  expect(volume.neededFor(truncate(file, size))).toHaveLength(want);
  volume.truncate(file, size);
  expect(violations(volume.entries())).toEqual([]);
});

test('truncate: 16 TiB with data at the start only: takes one change', () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('start'));
  volume.truncate(file, FILE_SIZE_BYTES_MAX);
  volume.truncate(file, 1);
  expect(volume.stepCount).toBe(1);
  expect(violations(volume.entries())).toEqual([]);
});

test.each([
  { where: 'at the end only', starts: [FILE_SIZE_BYTES_MAX - 1] },
  { where: 'at both ends', starts: [0, FILE_SIZE_BYTES_MAX - 1] },
  { where: 'here and there', starts: [0, 2 ** 30, 2 ** 40, 2 ** 43] },
])('truncate: 16 TiB with data $where: takes one change that looks at what there is', ({ starts }) => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  for (const start of starts) volume.write(file, start, bytes('x'));
  expect(volume.neededFor(truncate(file, 1)).length).toBeLessThanOrEqual(starts.length + 1);
  volume.truncate(file, 1);
  expect(volume.stepCount).toBe(1);
  expect(violations(volume.entries())).toEqual([]);
});

test('truncate: dense file of 3 spans of chunks: shrinks from the end, step by step, without a look', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  const spanBytes = TRUNCATE_CHUNKS_PER_STEP_MAX * CHUNK_SIZE_BYTES;
  const { attr, ...inode } = loadRegular(volume.readAll(), file);
  const dense = { ...attr, sizeBytes: 3 * spanBytes, storedBytes: 3 * spanBytes };
  const record = encodeInode({ ...inode, attr: dense, chunksEnd: 3 * TRUNCATE_CHUNKS_PER_STEP_MAX });
  volume.commit([{ key: inodeKey(file), value: record }]);
  const mutation: Mutation = { kind: 'setattr', ino: file, change: { sizeBytes: 0, mode: 0o600 } };
  expect(chunksNeeded(mutation, volume.readAll(), CONTEXT)).toEqual([]);
  expect(volume.dryRun(mutation)).toHaveLength(TRUNCATE_CHUNKS_PER_STEP_MAX + 1);
  volume.commit(volume.dryRun(mutation));
  const afterOne = { sizeBytes: 2 * spanBytes, storedBytes: 2 * spanBytes, mode: 0o644 };
  expect(await volume.attr(file)).toMatchObject(afterOne);
  volume.mutate(mutation);
  expect(volume.stepCount).toBe(2);
  expect(await volume.attr(file)).toMatchObject({ sizeBytes: 0, storedBytes: 0, mode: 0o600 });
});

test('truncate: large file with a hole: what is stored is counted right between the steps', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  const chunkCount = 1_200;
  for (let nth = 0; nth < chunkCount; nth++) volume.write(file, 2 * nth * CHUNK_SIZE_BYTES, bytes('12345'));
  volume.commit(volume.dryRun(truncate(file, 3)));
  expect(violations(volume.entries())).toEqual([]);
  const { sizeBytes, storedBytes } = await volume.attr(file);
  expect(storedBytes).toBeLessThan(5 * chunkCount);
  expect(storedBytes).toBe((sizeBytes / CHUNK_SIZE_BYTES / 2) * 5);
  volume.truncate(file, 3);
  expect(violations(volume.entries())).toEqual([]);
  expect(await volume.attr(file)).toMatchObject({ sizeBytes: 3, storedBytes: 3 });
});

test('fsync: inode that is there: is done without a change', () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  expect(volume.dryRun({ kind: 'fsync', ino: file })).toEqual([]);
  expect(volume.mutate({ kind: 'fsync', ino: file })).toEqual({ kind: 'done' });
});

test('fsync: inode that is gone: ESTALE', () => {
  expect(outcome(() => new MemoryVolume().mutate({ kind: 'fsync', ino: ino(99) }))).toBe('ESTALE');
});
