import { bytesToMapKey } from '../../core/bytes.js';
import type { Ino } from '../../core/ids.js';
import type { Clock } from '../../runtime/clock.js';
import type { Listing } from './listing.js';

/** What a name stands for: an inode, or nothing; and how often that was asked. */
export interface Known {
  readonly ino: Ino | undefined;
  askedCount: number;
}

interface Directory {
  /** `undefined`: not known, in a directory of which others are known as missing, or will be. */
  readonly names: Map<string, Known | undefined>;
  /** What is not in `names` does not exist. */
  isWhole: boolean;
  /** Every name up to this cookie is in `names`. */
  listedTo: number;
  /** When a name in it was asked about or told last. */
  usedAtMs: number;
}

/** Names of directories, those asked about last come last. Bounded by whoever owns it (`size`, `dropOldest`). */
export class NameCache {
  private readonly directories = new Map<Ino, Directory>();
  private count = 0;

  constructor(private readonly clock: Clock) {}

  /** A directory counts as much as a name. */
  get size(): number {
    return this.count + this.directories.size;
  }

  get(parent: Ino, name: Uint8Array): Known | undefined {
    const directory = this.directories.get(parent);
    if (directory === undefined) return undefined;
    directory.usedAtMs = this.clock.monotonicMs();
    this.directories.delete(parent);
    this.directories.set(parent, directory);
    const key = bytesToMapKey(name);
    if (directory.isWhole && !directory.names.has(key)) this.put(directory, key, undefined);
    return directory.names.get(key);
  }

  set(parent: Ino, name: Uint8Array, ino: Ino | undefined): void {
    this.put(this.used(parent), bytesToMapKey(name), ino);
  }

  /** All its names are told by `set`, before or after: any other does not exist. */
  setWhole(parent: Ino): void {
    this.used(parent).isWhole = true;
  }

  /** The names of a part of the directory were told by `set`. After all of its parts, in their order, it is whole. */
  setListed(parent: Ino, { from, to, end }: Listing): void {
    const directory = this.used(parent);
    if (from > directory.listedTo) return;
    directory.listedTo = Math.max(directory.listedTo, to);
    if (end) directory.isWhole = true;
  }

  /** The cookie up to which all names are known, from the first on; `Infinity` when there are no others. */
  listedTo(parent: Ino): number {
    const directory = this.directories.get(parent);
    return directory?.isWhole === true ? Infinity : (directory?.listedTo ?? 0);
  }

  *inosIn(parent: Ino): IterableIterator<Ino> {
    for (const known of this.directories.get(parent)?.names.values() ?? [])
      if (known?.ino !== undefined) yield known.ino;
  }

  has(parent: Ino): boolean {
    return this.directories.has(parent);
  }

  /** For how long no name in it was asked about. */
  unusedForMs(parent: Ino): number {
    return this.clock.monotonicMs() - (this.directories.get(parent)?.usedAtMs ?? -Infinity);
  }

  delete(parent: Ino, name: Uint8Array): void {
    const directory = this.directories.get(parent);
    if (directory === undefined) return;
    const key = bytesToMapKey(name);
    const sizeBefore = directory.names.size;
    if (directory.isWhole || directory.listedTo > 0) directory.names.set(key, undefined);
    else directory.names.delete(key);
    this.count += directory.names.size - sizeBefore;
  }

  drop(parent: Ino): void {
    const names = this.directories.get(parent)?.names;
    this.count -= names?.size ?? 0;
    // Whoever is going through them is at the end, and keeps nothing alive.
    names?.clear();
    this.directories.delete(parent);
  }

  /** @returns the directory that was not asked about for the longest time, with whose names it begins anew. */
  dropOldest(): Ino | undefined {
    const oldest = this.directories.keys().next().value;
    if (oldest !== undefined) this.drop(oldest);
    return oldest;
  }

  clear(): void {
    for (const { names } of this.directories.values()) names.clear();
    this.directories.clear();
    this.count = 0;
  }

  parents(): Iterable<Ino> {
    return this.directories.keys();
  }

  private used(parent: Ino): Directory {
    const usedAtMs = this.clock.monotonicMs();
    const directory = this.directories.get(parent) ?? {
      names: new Map(),
      isWhole: false,
      listedTo: 0,
      usedAtMs,
    };
    directory.usedAtMs = usedAtMs;
    this.directories.set(parent, directory);
    return directory;
  }

  private put({ names }: Directory, key: string, ino: Ino | undefined): void {
    const sizeBefore = names.size;
    names.set(key, { ino, askedCount: 0 });
    this.count += names.size - sizeBefore;
  }
}
