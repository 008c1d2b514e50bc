/**
 * A file system as dumb as can be: objects that point at each other, and a file's contents as the history
 * of what was done to it. The errno that Linux gives is thrown as a FileError.
 */
import type { Errno } from '../../src/core/errno.js';
import { FileError } from '../../src/core/errors.js';

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly data: Uint8Array }
  | { readonly kind: 'truncate'; readonly size: number };

export class ModelFile {
  linkCount = 1;
  size = 0;
  readonly history: Change[] = [];

  write(offset: number, data: Uint8Array): void {
    if (data.length === 0) return;
    this.history.push({ kind: 'write', offset, data });
    this.size = Math.max(this.size, offset + data.length);
  }

  truncate(size: number): void {
    this.history.push({ kind: 'truncate', size });
    this.size = size;
  }

  /** Plays the history back into a window of the file. */
  read(offset: number, length: number): Uint8Array {
    const window = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
    for (const change of this.history) {
      if (change.kind === 'truncate') {
        window.fill(0, clamp(change.size - offset, window.length));
        continue;
      }
      const from = clamp(offset - change.offset, change.data.length);
      const at = clamp(change.offset - offset, window.length);
      window.set(change.data.subarray(from, from + window.length - at), at);
    }
    return window;
  }

  /** Places where something was done, which are worth a look. */
  edges(): number[] {
    return this.history.flatMap((change) =>
      change.kind === 'truncate' ? [change.size] : [change.offset, change.offset + change.data.length],
    );
  }
}

const clamp = (value: number, max: number): number => Math.max(0, Math.min(value, max));

export class ModelDirectory {
  isRemoved = false;
  readonly entries = new Map<string, ModelNode>();

  constructor(public parent: ModelDirectory | undefined) {}

  get linkCount(): number {
    if (this.isRemoved) return 0;
    return 2 + [...this.entries.values()].filter((node) => node instanceof ModelDirectory).length;
  }

  isWithin(ancestor: ModelNode | undefined): boolean {
    return ancestor === this || (this.parent?.isWithin(ancestor) ?? false);
  }
}

export type ModelNode = ModelFile | ModelDirectory;

export interface Place {
  readonly parent: ModelDirectory;
  readonly name: string;
}

export type RenameMode = 'replace' | 'noReplace' | 'exchange';

function refuseIf(condition: boolean, errno: Errno): void {
  if (condition) throw new FileError(errno);
}

export function makeNode({ parent, name }: Place, type: 'regular' | 'directory'): ModelNode {
  refuseIf(parent.entries.has(name), 'EEXIST');
  refuseIf(parent.isRemoved, 'ENOENT');
  const node = type === 'directory' ? new ModelDirectory(parent) : new ModelFile();
  parent.entries.set(name, node);
  return node;
}

export function linkNode(node: ModelNode, { parent, name }: Place): void {
  refuseIf(parent.entries.has(name), 'EEXIST');
  refuseIf(parent.isRemoved, 'ENOENT');
  if (node instanceof ModelDirectory) throw new FileError('EPERM');
  refuseIf(node.linkCount === 0, 'ENOENT');
  node.linkCount++;
  parent.entries.set(name, node);
}

export function unlinkNode({ parent, name }: Place): void {
  const node = nodeAt({ parent, name });
  refuseIf(node instanceof ModelDirectory, 'EISDIR');
  parent.entries.delete(name);
  dropLink(node);
}

export function removeDirectory({ parent, name }: Place): void {
  const node = nodeAt({ parent, name });
  if (!(node instanceof ModelDirectory)) throw new FileError('ENOTDIR');
  refuseIf(node.entries.size > 0, 'ENOTEMPTY');
  parent.entries.delete(name);
  dropLink(node);
}

export function renameNode(from: Place, to: Place, mode: RenameMode): void {
  const moved = nodeAt(from);
  const replaced = to.parent.entries.get(to.name);
  refuseRename(from, to, mode, moved, replaced);
  if (moved === replaced) return;
  from.parent.entries.delete(from.name);
  if (mode === 'exchange' && replaced !== undefined) place(replaced, from);
  else if (replaced !== undefined) dropLink(replaced);
  place(moved, to);
}

function refuseRename(
  from: Place,
  to: Place,
  mode: RenameMode,
  moved: ModelNode,
  replaced: ModelNode | undefined,
): void {
  const isExchange = mode === 'exchange';
  refuseIf(to.parent.isRemoved, 'ENOENT');
  refuseIf(mode === 'noReplace' && replaced !== undefined, 'EEXIST');
  refuseIf(isExchange && replaced === undefined, 'ENOENT');
  refuseIf(moved instanceof ModelDirectory && to.parent.isWithin(moved), 'EINVAL');
  const isAbove = replaced instanceof ModelDirectory && from.parent.isWithin(replaced);
  refuseIf(isAbove, isExchange ? 'EINVAL' : 'ENOTEMPTY');
  if (isExchange || replaced === undefined || replaced === moved) return;
  refuseIf(moved instanceof ModelDirectory && replaced instanceof ModelFile, 'ENOTDIR');
  refuseIf(moved instanceof ModelFile && replaced instanceof ModelDirectory, 'EISDIR');
  refuseIf(replaced instanceof ModelDirectory && replaced.entries.size > 0, 'ENOTEMPTY');
}

function nodeAt({ parent, name }: Place): ModelNode {
  const node = parent.entries.get(name);
  if (node === undefined) throw new FileError('ENOENT');
  return node;
}

function place(node: ModelNode, { parent, name }: Place): void {
  parent.entries.set(name, node);
  if (node instanceof ModelDirectory) node.parent = parent;
}

function dropLink(node: ModelNode): void {
  if (node instanceof ModelDirectory) node.isRemoved = true;
  else node.linkCount--;
}
