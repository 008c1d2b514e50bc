/** What a mutation makes untrue of what clients may have in their caches. */
import type { Ino } from '../core/ids.js';
import type { Mutation } from '../core/operation.js';
import type { Touched } from '../core/touched.js';
import type { OperationOf } from './operation-of.js';
import { findDirent } from './state.js';
import type { StateView } from './state-view.js';

const inode = (ino: Ino): Touched => ({ kind: 'inode', ino });
const entry = (ino: Ino, name: Uint8Array): Touched => ({ kind: 'entry', ino, name });

/**
 * Shape: each thing once; empty when nothing that is cached changes, or when the mutation will be refused because of a
 * name. Holds for this state only: after another change, ask again.
 */
export function touchedBy(mutation: Mutation, view: StateView): Touched[] {
  switch (mutation.kind) {
    case 'make':
      return made(mutation, view);
    case 'link':
      return [inode(mutation.ino), inode(mutation.parent), entry(mutation.parent, mutation.name)];
    case 'unlink':
    case 'rmdir':
      return removed(mutation, view);
    case 'rename':
      return renamed(mutation, view);
    case 'setattr':
    case 'write':
    case 'allocate':
    case 'setxattr':
    case 'removexattr':
    case 'access':
      return [inode(mutation.ino)];
    case 'copy':
      return [inode(mutation.target)];
    case 'tmpfile':
    case 'lock':
    case 'dropLocks':
    case 'fsync':
    case 'release':
      return [];
  }
}

function made({ parent, name }: OperationOf<'make'>, view: StateView): Touched[] {
  // Either an error or what is there already.
  if (findDirent(view, parent, name) !== undefined) return [];
  return [inode(parent), entry(parent, name)];
}

function removed({ parent, name }: OperationOf<'unlink' | 'rmdir'>, view: StateView): Touched[] {
  const child = findDirent(view, parent, name);
  if (child === undefined) return [];
  return [inode(parent), entry(parent, name), inode(child.ino)];
}

function renamed(operation: OperationOf<'rename'>, view: StateView): Touched[] {
  const { parent, name, newParent, newName } = operation;
  const moved = findDirent(view, parent, name);
  if (moved === undefined) return [];
  const replaced = findDirent(view, newParent, newName);
  const inos = new Set([parent, newParent, moved.ino, ...(replaced === undefined ? [] : [replaced.ino])]);
  return [...[...inos].map(inode), entry(parent, name), entry(newParent, newName)];
}
