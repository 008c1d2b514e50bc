import { ROOT_INO, type Ino } from '../core/ids.js';
import { decodeDirent } from '../fs/dirent-record.js';
import { decodeInode } from '../fs/inode-record.js';
import { allDirentsRange, direntsRange, inodeKey, placeOfKey, type KeyRange } from '../fs/keys.js';
import type { KvReader } from '../kv/kv-store.js';

/** Directory entries that are looked through for one question: 2 s on one core, measured. */
const ENTRIES_LOOKED_AT_MAX = 500_000;
const SLASH = Buffer.from('/');

interface Place {
  readonly parent: Ino;
  readonly name: Uint8Array;
}

/**
 * Where inodes are, as one of their paths from the root. A file does not know its names, so that all directories are
 * looked through for it, up to a bound. Those that have no name, or were not met, are missing.
 *
 * @param snapshot the whole volume at one moment: a path is made of several records.
 * @throws {CorruptionError}
 */
export async function findPaths(
  snapshot: KvReader,
  inos: readonly Ino[],
  entriesMax = ENTRIES_LOOKED_AT_MAX,
): Promise<ReadonlyMap<Ino, Uint8Array>> {
  const search = new PathSearch(snapshot, entriesMax);
  await search.findFiles(inos);
  const paths = new Map<Ino, Uint8Array>();
  for (const ino of inos) {
    const path = await search.pathOf(ino);
    if (path !== undefined) paths.set(ino, path);
  }
  return paths;
}

class PathSearch {
  private readonly places = new Map<Ino, Place>();

  constructor(
    private readonly snapshot: KvReader,
    private entriesLeft: number,
  ) {}

  async findFiles(inos: readonly Ino[]): Promise<void> {
    const files = new Set<Ino>();
    for (const ino of inos) if ((await this.parentOf(ino)) === undefined) files.add(ino);
    if (files.size > 0) await this.look(allDirentsRange(), files);
  }

  async pathOf(ino: Ino): Promise<Uint8Array | undefined> {
    const names: Uint8Array[] = [];
    for (let at = ino; at !== ROOT_INO;) {
      const place = this.places.get(at) ?? (await this.findDirectory(at));
      if (place === undefined) return undefined;
      names.unshift(SLASH, place.name);
      at = place.parent;
    }
    return names.length === 0 ? SLASH : Buffer.concat(names);
  }

  /** `undefined`: it is no directory, or not there. */
  private async parentOf(ino: Ino): Promise<Ino | undefined> {
    const key = inodeKey(ino);
    const value = await this.snapshot.get(key);
    const inode = value && decodeInode(key, value);
    return inode?.kind === 'directory' ? inode.parent : undefined;
  }

  private async findDirectory(ino: Ino): Promise<Place | undefined> {
    const parent = await this.parentOf(ino);
    if (parent !== undefined) await this.look(direntsRange(parent), new Set([ino]));
    return this.places.get(ino);
  }

  /** Notes where the wanted ones are, until all are found or enough was looked at. */
  private async look(range: KeyRange, wanted: Set<Ino>): Promise<void> {
    if (this.entriesLeft === 0) return;
    for await (const { key, value } of this.snapshot.scan({ ...range, entriesMax: this.entriesLeft })) {
      this.entriesLeft--;
      const { ino } = decodeDirent(key, value);
      if (!wanted.delete(ino)) continue;
      this.places.set(ino, placeOfKey(key));
      if (wanted.size === 0) return;
    }
  }
}
