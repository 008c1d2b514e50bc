import { expect, test } from 'vitest';
import { CorruptionError } from '../../src/core/errors.js';
import { chunkIndex, ino, type Ino } from '../../src/core/ids.js';
import { IO_SIZE_BYTES_MAX, READ_FILES_MAX, SMALL_FILE_BYTES_MAX } from '../../src/core/limits.js';
import type { FileContent } from '../../src/core/operation.js';
import { chunkKey } from '../../src/fs/keys.js';
import { bytes, MemoryVolume } from '../support/memory-volume.js';

async function contents(volume: MemoryVolume, ...inos: Ino[]): Promise<readonly FileContent[]> {
  const reply = await volume.query({ kind: 'readFiles', inos });
  return reply.kind === 'files' ? reply.files : [];
}

test('read files: two files: all that is in each, and of which version it is', async () => {
  const volume = new MemoryVolume();
  const [one, two] = [volume.make('one'), volume.make('two')];
  volume.write(one, 0, bytes('first'));
  volume.write(two, 0, bytes('second'));
  const { version } = volume.write(two, 0, bytes('S'));
  const files = await contents(volume, two, one);
  expect(files).toEqual([
    { ino: two, version, data: bytes('Second') },
    { ino: one, version: (await volume.attr(one)).version, data: bytes('first') },
  ]);
});

test('read files: what was cut off a file and given back by making it longer: is zeros', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('secret'));
  volume.truncate(file, 0);
  volume.truncate(file, 3);
  expect((await contents(volume, file))[0]?.data).toEqual(Buffer.alloc(3));
});

test('read files: a chunk that lies beyond the end of what is stored: is not told', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('old'));
  const key = chunkKey(file, chunkIndex(0));
  const left = volume.entries().find((entry) => Buffer.compare(entry.key, key) === 0);
  volume.truncate(file, 0);
  volume.truncate(file, 3);
  // As a brick has it that has not come to remove it yet.
  volume.commit([{ key, value: left?.value }]);
  expect((await contents(volume, file))[0]?.data).toEqual(Buffer.alloc(3));
});

test('read files: a directory, a large file, one that is gone: are left out', async () => {
  const volume = new MemoryVolume();
  const [large, file] = [volume.make('large'), volume.make('file')];
  volume.truncate(large, SMALL_FILE_BYTES_MAX + 1);
  volume.truncate(file, SMALL_FILE_BYTES_MAX);
  const files = await contents(volume, volume.make('dir', 'directory'), large, ino(99), file);
  expect(files.map((content) => [content.ino, content.data.length])).toEqual([[file, SMALL_FILE_BYTES_MAX]]);
});

test('read files: more than one answer may hold: as many as it holds', async () => {
  const volume = new MemoryVolume();
  const inos = Array.from({ length: READ_FILES_MAX }, (_, nth) => volume.make(`file-${nth}`));
  for (const one of inos) volume.truncate(one, SMALL_FILE_BYTES_MAX);
  const files = await contents(volume, ...inos);
  expect(files.map((file) => file.ino)).toEqual(inos.slice(0, IO_SIZE_BYTES_MAX / SMALL_FILE_BYTES_MAX));
});

test('read files: a damaged chunk: is told as damage', async () => {
  const volume = new MemoryVolume();
  const file = volume.make('file');
  volume.write(file, 0, bytes('data'));
  volume.commit([{ key: chunkKey(file, chunkIndex(0)), value: bytes('not what was stored') }]);
  await expect(contents(volume, file)).rejects.toThrow(CorruptionError);
});
