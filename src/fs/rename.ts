/** rename, with the flags of renameat2(2). The order of the checks is that of Linux (fs/namei.c). */
import { FileError } from '../core/errors.js';
import { ROOT_INO, type Ino } from '../core/ids.js';
import type { FileReply } from '../core/operation.js';
import type { DirentRecord } from './dirent-record.js';
import type { Draft } from './draft.js';
import { addEntry, checkName, refuseFull, refuseRemoved, removeEntry, replaceEntry } from './entry.js';
import type { DirectoryInode } from './inode-record.js';
import type { OperationOf } from './operation-of.js';
import { dropName } from './orphan.js';
import { refuseNotEmpty } from './remove.js';
import { findDirent, loadChild, loadDirectory, loadDirent } from './state.js';

type Rename = OperationOf<'rename'>;

/** Directories above one that is moved or moved into; each must be looked at. No path is that long (PATH_MAX). */
const LEVELS_MAX = 4_096;

/** Both ends of a rename, looked up. */
interface Ends {
  readonly parent: DirectoryInode;
  readonly moved: DirentRecord;
  readonly newParent: DirectoryInode;
  /** What the new name stands for now. */
  readonly replaced: DirentRecord | undefined;
}

export function rename(draft: Draft, operation: Rename): FileReply {
  const ends = lookUp(draft, operation);
  const { moved, replaced } = ends;
  refuseByMode(operation, replaced);
  refuseCycle(draft, operation, ends);
  // Two names of one inode: rename(2) leaves both.
  if (moved.ino === replaced?.ino) return { kind: 'done' };
  if (operation.mode === 'exchange' && replaced !== undefined) {
    exchange(draft, operation, ends, replaced);
  } else {
    move(draft, operation, ends);
  }
  return { kind: 'done' };
}

function lookUp(draft: Draft, operation: Rename): Ends {
  const parent = loadDirectory(draft, operation.parent);
  const newParent = loadDirectory(draft, operation.newParent);
  checkName(operation.name, 'EBUSY');
  checkName(operation.newName, operation.mode === 'noReplace' ? 'EEXIST' : 'EBUSY');
  const moved = loadDirent(draft, operation.parent, operation.name);
  const replaced = findDirent(draft, operation.newParent, operation.newName);
  refuseRemoved(newParent);
  return { parent, moved, newParent, replaced };
}

function refuseByMode({ mode }: Rename, replaced: DirentRecord | undefined): void {
  if (mode === 'noReplace' && replaced !== undefined) throw new FileError('EEXIST');
  if (mode === 'exchange' && replaced === undefined) throw new FileError('ENOENT');
}

/** Refuses to put a directory below itself. @throws {FileError} EINVAL, ENOTEMPTY, ELOOP */
function refuseCycle(draft: Draft, { parent, newParent, mode }: Rename, { moved, replaced }: Ends): void {
  if (parent === newParent) return;
  if (moved.type === 'directory' && isWithin(draft, newParent, moved.ino)) throw new FileError('EINVAL');
  if (replaced?.type === 'directory' && isWithin(draft, parent, replaced.ino)) {
    throw new FileError(mode === 'exchange' ? 'EINVAL' : 'ENOTEMPTY');
  }
}

/** Whether `ancestor` is the directory itself or above it. @throws {FileError} ELOOP */
function isWithin(draft: Draft, directory: Ino, ancestor: Ino): boolean {
  let at = directory;
  for (let level = 0; at !== ancestor && at !== ROOT_INO; level++) {
    if (level === LEVELS_MAX)
      throw new FileError('ELOOP', `more than ${LEVELS_MAX} levels above ${directory}`);
    at = loadDirectory(draft, at).parent;
  }
  return at === ancestor;
}

function move(draft: Draft, operation: Rename, { moved, newParent, replaced }: Ends): void {
  if (replaced !== undefined) refuseReplacing(draft, moved, replaced);
  const addsDirectory = moved.type === 'directory' && operation.parent !== operation.newParent;
  if (addsDirectory && replaced === undefined) refuseFull(newParent);
  removeEntry(draft, operation.parent, operation.name, moved);
  putUnder(draft, operation.newParent, operation.newName, moved, replaced);
  if (replaced !== undefined) dropName(draft, loadChild(draft, replaced));
}

/** @throws {FileError} ENOTDIR, EISDIR, ENOTEMPTY */
function refuseReplacing(draft: Draft, moved: DirentRecord, replaced: DirentRecord): void {
  if (moved.type === 'directory' && replaced.type !== 'directory') throw new FileError('ENOTDIR');
  if (moved.type !== 'directory' && replaced.type === 'directory') throw new FileError('EISDIR');
  refuseNotEmpty(loadChild(draft, replaced));
}

function exchange(draft: Draft, operation: Rename, ends: Ends, replaced: DirentRecord): void {
  const { parent, moved, newParent } = ends;
  if (operation.parent !== operation.newParent) {
    if (moved.type === 'directory' && replaced.type !== 'directory') refuseFull(newParent);
    if (moved.type !== 'directory' && replaced.type === 'directory') refuseFull(parent);
  }
  putUnder(draft, operation.parent, operation.name, replaced, moved);
  putUnder(draft, operation.newParent, operation.newName, moved, replaced);
}

/** Gives an inode its place: the name, the pointer back to the parent, a new ctime. */
function putUnder(
  draft: Draft,
  parent: Ino,
  name: Uint8Array,
  child: DirentRecord,
  replaced: DirentRecord | undefined,
): void {
  if (replaced === undefined) addEntry(draft, parent, name, child);
  else replaceEntry(draft, parent, name, replaced, child);
  const inode = loadChild(draft, child);
  draft.saveInode(inode.kind === 'directory' ? { ...inode, parent } : inode);
}
