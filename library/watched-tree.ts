import { posix } from 'node:path';
import { nameText } from '../src/client/tree/byte-path.js';
import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import type { Attr } from '../src/core/attr.js';
import { FileError } from '../src/core/errors.js';
import type { Ino } from '../src/core/ids.js';

/** Half of what the client's cache holds: more could not be kept under leases beside all else. */
const WATCHED_ENTRIES_MAX = 50_000;

/** What there is below a directory, by path, as one look has found it. */
export type Snapshot = ReadonlyMap<string, Attr>;

export interface WatchedTreeDeps {
  readonly tree: VolumeTree;
  /** What the client is sure of without asking: a change would have been told. */
  readonly leasedAttr: (ino: Ino) => Attr | undefined;
}

/** A directory's entries as they were listed, and the directory's version before that. */
interface Listing {
  readonly version: number;
  readonly entries: Snapshot;
}

/** Directories that are looked at again and again. Only those are listed anew of which something may have changed. */
export class WatchedTree {
  private known: ReadonlyMap<Ino, Listing> = new Map();

  constructor(
    private readonly deps: WatchedTreeDeps,
    private readonly isRecursive: boolean,
  ) {}

  /** @throws {FileError} ENOSPC there is more than can be watched. */
  async look(root: Ino): Promise<Snapshot> {
    const seen = new Map([[root, await this.listing(root)]]);
    const found = new Map<string, Attr>();
    const pending = [{ ino: root, path: '' }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const [name, attr] of seen.get(next.ino)?.entries ?? []) {
        const path = posix.join(next.path, name);
        found.set(path, attr);
        if (attr.type !== 'directory' || !this.isRecursive || seen.has(attr.ino)) continue;
        checkCount(found.size + pending.length);
        const below = await this.listingIfThere(attr.ino);
        if (below === undefined) continue;
        seen.set(attr.ino, below);
        pending.push({ ino: attr.ino, path });
      }
    }
    if (this.isRecursive) checkCount(found.size);
    this.known = seen;
    return found;
  }

  /** What has gone since its parent was listed is news of the parent, which is looked at again for it. */
  private async listingIfThere(directory: Ino): Promise<Listing | undefined> {
    try {
      return await this.listing(directory);
    } catch (error) {
      if (error instanceof FileError && ['ENOENT', 'ESTALE'].includes(error.errno)) return undefined;
      throw error;
    }
  }

  private async listing(directory: Ino): Promise<Listing> {
    // First, for its lease: an empty listing brings none.
    const { version } = await this.deps.tree.getAttr(directory);
    const known = this.known.get(directory);
    const entries = known?.version === version ? this.stillKnown(known.entries) : undefined;
    return { version, entries: entries ?? (await this.listed(directory)) };
  }

  /** The same names with their attributes of now; `undefined` when that cannot be told without asking. */
  private stillKnown(entries: Snapshot): Snapshot | undefined {
    const fresh = new Map<string, Attr>();
    for (const [name, { ino }] of entries) {
      const attr = this.deps.leasedAttr(ino);
      if (attr === undefined) return undefined;
      fresh.set(name, attr);
    }
    return fresh;
  }

  private async listed(directory: Ino): Promise<Snapshot> {
    const entries = new Map<string, Attr>();
    for await (const { name, attr } of this.deps.tree.list(directory)) entries.set(nameText(name), attr);
    return entries;
  }
}

function checkCount(count: number): void {
  if (count > WATCHED_ENTRIES_MAX)
    throw new FileError('ENOSPC', `more than ${WATCHED_ENTRIES_MAX} names are below it`);
}
