/** Typed access to the records of a state. */
import { CorruptionError, FileError } from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { decodeCounters, type Counters } from './counters-record.js';
import { decodeDirent, type DirentRecord, type NamedChild } from './dirent-record.js';
import { decodeInode, type DirectoryInode, type Inode, type RegularInode } from './inode-record.js';
import { countersKey, describeKey, direntKey, inodeKey, orphanKey, xattrKey } from './keys.js';
import { decodeOrphan, type OrphanRecord } from './orphan-record.js';
import type { StateView } from './state-view.js';
import { decodeXattrs, type Xattr } from './xattr-record.js';

export function findInode(view: StateView, ino: Ino): Inode | undefined {
  const key = inodeKey(ino);
  const value = view.get(key);
  return value === undefined ? undefined : decodeInode(key, value);
}

/** @throws {FileError} ESTALE when the inode is gone: the kernel then looks the path up anew. */
export function loadInode(view: StateView, ino: Ino): Inode {
  const inode = findInode(view, ino);
  if (inode === undefined) throw new FileError('ESTALE', `inode ${ino}`);
  return inode;
}

/** The inode that a name stands for. @throws {CorruptionError} when it is missing: a name keeps its inode alive. */
export function loadChild(view: StateView, child: NamedChild): Inode {
  const inode = findInode(view, child.ino);
  if (inode === undefined) throw new CorruptionError(`inode ${child.ino} has a name but is missing`);
  return inode;
}

/** @throws {FileError} ESTALE, ENOTDIR */
export function loadDirectory(view: StateView, ino: Ino): DirectoryInode {
  const inode = loadInode(view, ino);
  if (inode.kind !== 'directory') throw new FileError('ENOTDIR', `inode ${ino}`);
  return inode;
}

/** @throws {FileError} ESTALE, EISDIR, EINVAL */
export const loadRegular = (view: StateView, ino: Ino): RegularInode => asRegular(loadInode(view, ino));

/** @throws {FileError} EISDIR, EINVAL when the inode has no data to read, write or truncate. */
export function asRegular(inode: Inode): RegularInode {
  if (inode.kind === 'regular') return inode;
  throw new FileError(inode.kind === 'directory' ? 'EISDIR' : 'EINVAL', `inode ${inode.attr.ino}`);
}

export function findDirent(view: StateView, parent: Ino, name: Uint8Array): DirentRecord | undefined {
  const key = direntKey(parent, name);
  const value = view.get(key);
  return value === undefined ? undefined : decodeDirent(key, value);
}

/** @throws {FileError} ENOENT */
export function loadDirent(view: StateView, parent: Ino, name: Uint8Array): DirentRecord {
  const dirent = findDirent(view, parent, name);
  if (dirent === undefined) throw new FileError('ENOENT', describeKey(direntKey(parent, name)));
  return dirent;
}

export function loadCounters(view: StateView): Counters {
  const key = countersKey();
  const value = view.get(key);
  if (value === undefined) throw new CorruptionError('counters are missing');
  return decodeCounters(key, value);
}

/** @returns the attributes, none when there is no record. */
export function loadXattrs(view: StateView, ino: Ino): Xattr[] {
  const key = xattrKey(ino);
  const value = view.get(key);
  return value === undefined ? [] : decodeXattrs(key, value);
}

export function findOrphan(view: StateView, ino: Ino): OrphanRecord | undefined {
  const key = orphanKey(ino);
  const value = view.get(key);
  return value === undefined ? undefined : decodeOrphan(key, value);
}
