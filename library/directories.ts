/** Listing: `readdir`, `opendir` and their entries. */
import type { Dirent } from 'node:fs';
import { posix } from 'node:path';
import type { FileType } from '../src/core/attr.js';
import { FileError } from '../src/core/errors.js';
import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import { nameText } from '../src/client/tree/byte-path.js';
import { attrAt } from './place.js';
import { typeQuestions } from './stats.js';

export interface ListedEntry {
  readonly name: string;
  /** The directory it is in, as the caller named it. */
  readonly parentPath: string;
  /** From the directory that was asked for. */
  readonly relativePath: string;
  readonly type: FileType;
}

/** In the shape of `fs.Dirent`. */
export type VolumeDirent = Omit<Dirent, 'path'>;

export const direntOf = ({ name, parentPath, type }: ListedEntry): VolumeDirent => ({
  name,
  parentPath,
  ...typeQuestions(type),
});

/** By name; with `recursive` what is in the directories comes behind them, level by level, as Node has it. */
export async function* listed(
  tree: VolumeTree,
  path: string,
  isRecursive: boolean,
): AsyncGenerator<ListedEntry> {
  const pending = [''];
  for (let relative = pending.shift(); relative !== undefined; relative = pending.shift()) {
    const parentPath = relative === '' ? path : posix.join(path, relative);
    for (const { name, type } of await entriesOf(tree, parentPath)) {
      const relativePath = posix.join(relative, name);
      yield { name, parentPath, relativePath, type };
      if (isRecursive && type === 'directory') pending.push(relativePath);
    }
  }
}

async function entriesOf(
  tree: VolumeTree,
  path: string,
): Promise<readonly { readonly name: string; readonly type: FileType }[]> {
  const { ino, type } = await attrAt(tree, path, 'follow');
  if (type !== 'directory') throw new FileError('ENOTDIR');
  const entries: { name: string; type: FileType }[] = [];
  for await (const entry of tree.list(ino)) entries.push({ name: nameText(entry.name), type: entry.type });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** In the shape of `fs.Dir`: an open directory. */
export class VolumeDirectory implements AsyncIterable<VolumeDirent> {
  private readonly entries: AsyncGenerator<ListedEntry>;

  /** @internal */
  constructor(
    readonly path: string,
    entries: AsyncGenerator<ListedEntry>,
  ) {
    this.entries = entries;
  }

  async read(): Promise<VolumeDirent | null> {
    const next = await this.entries.next();
    return next.done === true ? null : direntOf(next.value);
  }

  async close(): Promise<void> {
    await this.entries.return(undefined);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<VolumeDirent> {
    for await (const entry of this.entries) yield direntOf(entry);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
