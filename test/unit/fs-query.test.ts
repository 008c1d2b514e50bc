import { expect, test } from 'vitest';
import { CorruptionError } from '../../src/core/errors.js';
import { ino, ROOT_INO } from '../../src/core/ids.js';
import { inodeKey } from '../../src/fs/keys.js';
import { inodeCount } from '../../src/fs/query.js';
import { bytes, MemoryVolume, queryOutcome } from '../support/memory-volume.js';

/** /dir/inner and /file */
function sample(): MemoryVolume {
  const volume = new MemoryVolume();
  volume.make('inner', 'regular', volume.make('dir', 'directory'));
  volume.make('file');
  return volume;
}

const DIR = ino(2);
const FILE = ino(4);

test.each([
  { parent: ROOT_INO, name: 'file', want: FILE },
  { parent: ROOT_INO, name: '.', want: ROOT_INO },
  { parent: ROOT_INO, name: '..', want: ROOT_INO },
  { parent: DIR, name: '..', want: ROOT_INO },
  { parent: FILE, name: '.', want: FILE },
])('lookup: "$name" in $parent: is inode $want', async ({ parent, name, want }) => {
  const reply = await sample().query({ kind: 'lookup', parent, name: bytes(name) });
  expect(reply).toMatchObject({ kind: 'entry', attr: { ino: want }, created: false });
});

test.each([
  { parent: ROOT_INO, name: 'missing', want: 'ENOENT' },
  { parent: ROOT_INO, name: '', want: 'ENOENT' },
  { parent: ROOT_INO, name: 'n'.repeat(256), want: 'ENAMETOOLONG' },
  { parent: FILE, name: 'n'.repeat(256), want: 'ENOTDIR' },
  { parent: ino(99), name: 'file', want: 'ESTALE' },
])('lookup: "$name" in $parent: $want', async ({ parent, name, want }) => {
  expect(await queryOutcome(sample().query({ kind: 'lookup', parent, name: bytes(name) }))).toBe(want);
});

test('lookup: name whose inode is missing: is damage, not a stale handle', async () => {
  const volume = sample();
  volume.commit([{ key: inodeKey(FILE), value: undefined }]);
  const answer = volume.query({ kind: 'lookup', parent: ROOT_INO, name: bytes('file') });
  await expect(answer).rejects.toThrow(CorruptionError);
});

test.each([
  { kind: 'getattr', target: ino(99), want: 'ESTALE' },
  { kind: 'readlink', target: ino(99), want: 'ESTALE' },
  { kind: 'readlink', target: FILE, want: 'EINVAL' },
  { kind: 'readlink', target: DIR, want: 'EINVAL' },
] as const)('$kind: inode $target: $want', async ({ kind, target, want }) => {
  expect(await queryOutcome(sample().query({ kind, ino: target }))).toBe(want);
});

test.each([
  { target: FILE, want: 'ENOTDIR' },
  { target: ino(99), want: 'ESTALE' },
])('readdir: inode $target: $want', async ({ target, want }) => {
  expect(await queryOutcome(sample().list(target))).toBe(want);
});

test.each([
  { entriesMax: 1, cookie: 0, names: ['dir'], end: false },
  { entriesMax: 2, cookie: 0, names: ['dir', 'file'], end: true },
  { entriesMax: 9, cookie: 3, names: ['file'], end: true },
  { entriesMax: 9, cookie: 4, names: [], end: true },
])(
  'readdir: $entriesMax after $cookie: $names, at the end: $end',
  async ({ entriesMax, cookie, names, end }) => {
    const query = { kind: 'readdir', ino: ROOT_INO, cookie, entriesMax, withAttr: false } as const;
    const reply = await sample().query(query);
    expect(reply).toMatchObject({
      parent: ROOT_INO,
      entries: names.map((name) => ({ name: bytes(name) })),
      end,
    });
  },
);

test('readdir: with attributes: shows those of each entry', async () => {
  const volume = sample();
  const query = { kind: 'readdir', ino: DIR, cookie: 0, entriesMax: 9, withAttr: true } as const;
  expect(await volume.query(query)).toEqual({
    kind: 'dirents',
    parent: ROOT_INO,
    entries: [{ name: bytes('inner'), ino: 3, type: 'regular', cookie: 3, attr: await volume.attr(ino(3)) }],
    end: true,
  });
});

test('inode count: root, two files and a directory: 4', () => {
  expect(inodeCount(sample().readAll())).toBe(4);
});
