import { expect, test } from 'vitest';
import type { Attr } from '../../src/core/attr.js';
import { ino, ROOT_INO, type Ino } from '../../src/core/ids.js';
import { encodeDirent } from '../../src/fs/dirent-record.js';
import { encodeInode, type Inode } from '../../src/fs/inode-record.js';
import { direntKey, inodeKey } from '../../src/fs/keys.js';
import { MemoryDisk, MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import { findPaths } from '../../src/volume/find-paths.js';

const TIME = { seconds: 0, nanoseconds: 0 };
const ALL = 1_000;

interface Named {
  readonly parent: number;
  readonly name: string;
  readonly ino: number;
  readonly isDirectory?: boolean;
}

const attrOf = (number: Ino, type: Attr['type']): Attr => ({
  ...{ ino: number, type, mode: 0o755, linkCount: 1, uid: 0, gid: 0, rdev: 0, sizeBytes: 0, storedBytes: 0 },
  ...{ atime: TIME, mtime: TIME, ctime: TIME, version: 1 },
});

const inodeOf = ({ ino: number, parent, isDirectory }: Named): Inode =>
  isDirectory === true
    ? {
        kind: 'directory',
        attr: attrOf(ino(number), 'directory'),
        parent: ino(parent),
        entryCount: 0,
        nextCookie: 3,
      }
    : { kind: 'regular', attr: attrOf(ino(number), 'regular'), chunksEnd: 0 };

/** @param nameless inodes that are there without a name. */
async function storeOf(entries: readonly Named[], nameless: readonly Named[] = []): Promise<MemoryKvStore> {
  const store = new MemoryKvStore(new MemoryDisk());
  const root = { parent: ROOT_INO, name: '', ino: ROOT_INO, isDirectory: true };
  const inodes = [root, ...entries, ...nameless].map((entry) => ({
    key: inodeKey(ino(entry.ino)),
    value: encodeInode(inodeOf(entry)),
  }));
  const dirents = entries.map(({ parent, name, ino: number, isDirectory }) => ({
    key: direntKey(ino(parent), Buffer.from(name)),
    value: encodeDirent({
      ino: ino(number),
      type: isDirectory === true ? 'directory' : 'regular',
      cookie: 3,
    }),
  }));
  await store.commit([...inodes, ...dirents]);
  return store;
}

const TREE: readonly Named[] = [
  { parent: ROOT_INO, name: 'a', ino: 10, isDirectory: true },
  { parent: 10, name: 'b', ino: 11, isDirectory: true },
  { parent: 11, name: 'file', ino: 12 },
  { parent: ROOT_INO, name: 'top', ino: 13 },
];

async function pathsOf(
  inos: readonly number[],
  { entriesMax = ALL, nameless = [] as readonly Named[] } = {},
): Promise<Record<string, string>> {
  const found = await findPaths(await storeOf(TREE, nameless), inos.map(ino), entriesMax);
  return Object.fromEntries([...found].map(([number, path]) => [number, Buffer.from(path).toString()]));
}

test('paths: of the root, directories and files: from the root', async () => {
  expect(await pathsOf([ROOT_INO, 11, 12, 13])).toEqual({
    [ROOT_INO]: '/',
    11: '/a/b',
    12: '/a/b/file',
    13: '/top',
  });
});

test('paths: of what was removed and is still held, and of what is not there: none', async () => {
  const nameless = [
    { parent: 10, name: '', ino: 20 },
    { parent: 10, name: '', ino: 21, isDirectory: true },
  ];
  expect(await pathsOf([20, 21, 99, 13], { nameless })).toEqual({ 13: '/top' });
});

test('paths: more entries than are looked at: what was met is told, and no part of a path', async () => {
  expect(await pathsOf([12, 13], { entriesMax: 0 })).toEqual({});
  // Entries come by their parent's number: `a` and `top` of the root first.
  expect(await pathsOf([12, 13], { entriesMax: 2 })).toEqual({ 13: '/top' });
});
