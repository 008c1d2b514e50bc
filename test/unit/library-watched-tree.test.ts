import { expect, test } from 'vitest';
import { cachesBelow, volumeOn } from '../../library/connect.js';
import type { Volume } from '../../library/volume.js';
import { ChangeBell } from '../../library/watch.js';
import { WatchedTree } from '../../library/watched-tree.js';
import { FileCache } from '../../src/client/cache/file-cache.js';
import type { FileVolume } from '../../src/client/file-volume.js';
import { VolumeTree } from '../../src/client/tree/volume-tree.js';
import type { Attr } from '../../src/core/attr.js';
import { FileError } from '../../src/core/errors.js';
import { ROOT_INO, type Ino } from '../../src/core/ids.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { LocalVolume } from '../support/local-volume.js';

interface Setting {
  readonly volume: Volume;
  readonly tree: WatchedTree;
  /** What a client would hold under leases. */
  readonly leased: Map<Ino, Attr>;
  /** Directories that were listed since they were taken out. */
  readonly listed: Ino[];
  readonly look: () => Promise<string[]>;
}

/** @param beforeListing what others do at that moment. */
function watching(
  isRecursive = true,
  beforeListing: (ino: Ino) => Promise<void> = () => Promise.resolve(),
): Setting {
  const clock = new SystemClock();
  const local = new LocalVolume(clock);
  const bell = new ChangeBell();
  const volume = volumeOn(local.connect(), {}, { bell, cache: new FileCache(clock, cachesBelow(bell)) });
  const leased = new Map<Ino, Attr>();
  const listed: Ino[] = [];
  const inner = local.connect();
  const seen: FileVolume = {
    ...inner,
    execute: async (operation) => {
      if (operation.kind === 'readdir') {
        listed.push(operation.ino);
        await beforeListing(operation.ino);
      }
      return inner.execute(operation);
    },
  };
  const tree = new WatchedTree(
    { tree: new VolumeTree(seen, { uid: 0, gid: 0 }), leasedAttr: (ino) => leased.get(ino) },
    isRecursive,
  );
  const look = async (): Promise<string[]> => {
    const found = await tree.look(ROOT_INO);
    for (const attr of found.values()) leased.set(attr.ino, attr);
    return [...found.keys()].sort();
  };
  return { volume, tree, leased, listed, look };
}

const inoOf = async (volume: Volume, path: string): Promise<Ino> => (await volume.stat(path)).ino as Ino;

test('watch: recursive: tells of all that is below, by path', async () => {
  const { volume, look } = watching();
  await volume.mkdir('/a/b', { recursive: true });
  await volume.writeFile('/a/b/file', 'x');
  await volume.symlink('/a', '/link');
  expect(await look()).toEqual(['a', 'a/b', 'a/b/file', 'link']);
});

test('watch: not recursive: tells of nothing that is below a directory', async () => {
  const { volume, look } = watching(false);
  await volume.mkdir('/a/b', { recursive: true });
  expect(await look()).toEqual(['a']);
});

test('watch: recursive: only what may have changed is listed again', async () => {
  const { volume, leased, listed, look } = watching();
  await volume.mkdir('/still');
  await volume.mkdir('/busy');
  await volume.writeFile('/busy/file', 'x');
  await look();
  listed.length = 0;
  await volume.writeFile('/busy/another', 'x');
  const busy = await inoOf(volume, '/busy');
  leased.delete(busy);
  expect(await look()).toEqual(['busy', 'busy/another', 'busy/file', 'still']);
  expect(new Set(listed)).toEqual(new Set([ROOT_INO, busy]));
  listed.length = 0;
  await look();
  expect(listed).toEqual([]);
});

test('watch: recursive: a file whose lease was taken back: its change is seen', async () => {
  const { volume, tree, leased, look } = watching();
  await volume.mkdir('/a');
  await volume.writeFile('/a/file', 'x');
  await look();
  const before = (await tree.look(ROOT_INO)).get('a/file')?.version;
  await volume.appendFile('/a/file', 'y');
  leased.delete(await inoOf(volume, '/a/file'));
  expect((await tree.look(ROOT_INO)).get('a/file')?.version).not.toBe(before);
});

test('watch: recursive: a directory that goes while its parent is read: is left to the next look', async () => {
  let isGoing = true;
  const setting = watching(true, async (ino) => {
    if (ino === ROOT_INO || !isGoing) return;
    isGoing = false;
    await setting.volume.rmdir('/gone');
  });
  await setting.volume.mkdir('/gone');
  expect(await setting.look()).toEqual(['gone']);
  setting.leased.clear();
  expect(await setting.look()).toEqual([]);
});

/** A directory of so many files, listed a thousand at a time. */
function crowded(count: number): Pick<FileVolume, 'execute'> {
  const attr = (ino: number, type: Attr['type']): Attr => ({ ino, type, version: 1 }) as Attr;
  return {
    execute: (operation) => {
      if (operation.kind !== 'readdir')
        return Promise.resolve({ kind: 'attr', attr: attr(ROOT_INO, 'directory') });
      const first = operation.cookie + 1;
      const length = Math.min(operation.entriesMax, count - operation.cookie);
      const entries = Array.from({ length }, (_, place) => {
        const cookie = first + place;
        const file = attr(ROOT_INO + cookie, 'regular');
        return { ino: file.ino, type: file.type, name: Buffer.from(String(cookie)), cookie, attr: file };
      });
      return Promise.resolve({
        kind: 'dirents',
        parent: ROOT_INO,
        entries,
        end: operation.cookie + length === count,
      });
    },
  };
}

test.each([
  { count: 50_000, want: 50_000 },
  { count: 50_001, want: 'ENOSPC' },
])('watch: recursive: $count names below: $want', async ({ count, want }) => {
  const volume = crowded(count) as FileVolume;
  const deps = { tree: new VolumeTree(volume, { uid: 0, gid: 0 }), leasedAttr: () => undefined };
  const looked = await new WatchedTree(deps, true).look(ROOT_INO).catch((error: unknown) => error);
  expect(looked instanceof FileError ? looked.errno : (looked as Map<string, Attr>).size).toBe(want);
});
