/** make (mknod, create, mkdir, symlink) and link: new names. */
import { hasAcl, inherit } from './acl.js';
import type { Attr } from '../core/attr.js';
import { FIRST_DIRENT_COOKIE } from '../core/dirent.js';
import { FileError } from '../core/errors.js';
import { ino, type Ino } from '../core/ids.js';
import { LINK_COUNT_MAX, SYMLINK_TARGET_BYTES_MAX } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { encodeCounters } from './counters-record.js';
import type { NamedChild } from './dirent-record.js';
import type { Draft } from './draft.js';
import { addEntry, checkName, refuseFull, refuseRemoved } from './entry.js';
import { DIRECTORY_SIZE_BYTES, EMPTY_DIRECTORY_LINK_COUNT } from './format.js';
import { encodeOrphan } from './orphan-record.js';
import { encodeInode, type DirectoryInode, type Inode } from './inode-record.js';
import { countersKey, inodeKey, orphanKey, xattrKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { encodeXattrs } from './xattr-record.js';
import { findDirent, findOrphan, loadChild, loadCounters, loadDirectory, loadInode } from './state.js';

type Make = OperationOf<'make'>;

const SETGID = 0o2000;

export function make(draft: Draft, operation: Make): FileReply {
  const parent = loadDirectory(draft, operation.parent);
  checkName(operation.name, 'EEXIST');
  const existing = findDirent(draft, operation.parent, operation.name);
  if (existing !== undefined) return openExisting(draft, operation, existing);
  refuseRemoved(parent);
  if (operation.type === 'directory') refuseFull(parent);
  const target = checkedTarget(operation);
  const inode = newInode(newAttr(draft, operation, parent, target.length), operation.parent, target);
  draft.put(inodeKey(inode.attr.ino), encodeInode(inode));
  addEntry(draft, operation.parent, operation.name, inode.attr);
  return { kind: 'entry', attr: inode.attr, created: true };
}

/** It has no name, so the session that asks is all that keeps it. */
export function tmpfile(draft: Draft, operation: OperationOf<'tmpfile'>): FileReply {
  const { parent } = operation;
  const directory = loadDirectory(draft, parent);
  refuseRemoved(directory);
  const attr = newAttr(draft, { ...operation, type: 'regular', rdev: 0 }, directory, 0);
  const inode = newInode({ ...attr, linkCount: 0 }, parent, new Uint8Array());
  draft.put(inodeKey(attr.ino), encodeInode(inode));
  const holders = [draft.context.session];
  draft.put(orphanKey(attr.ino), encodeOrphan({ isLinkable: true, holders }));
  return { kind: 'entry', attr: inode.attr, created: true };
}

/** open(2) with O_CREAT and without O_EXCL takes what is there, unless it is a directory. */
function openExisting(draft: Draft, operation: Make, existing: NamedChild): FileReply {
  if (operation.exclusive || operation.type === 'directory') throw new FileError('EEXIST');
  if (existing.type === 'directory') throw new FileError(operation.type === 'regular' ? 'EISDIR' : 'EEXIST');
  return { kind: 'entry', attr: loadChild(draft, existing).attr, created: false };
}

function checkedTarget(operation: Make): Uint8Array {
  if (operation.type !== 'symlink') return new Uint8Array();
  const target = operation.target ?? new Uint8Array();
  if (target.length === 0) throw new FileError('ENOENT', 'empty symlink target');
  if (target.length > SYMLINK_TARGET_BYTES_MAX) throw new FileError('ENAMETOOLONG', 'symlink target');
  return target;
}

type NewInode = Pick<Make, 'type' | 'mode' | 'umask' | 'caller' | 'rdev'>;

function newAttr(draft: Draft, operation: NewInode, parent: DirectoryInode, targetBytes: number): Attr {
  const { type, caller } = operation;
  const isDirectory = type === 'directory';
  const isDevice = type === 'charDevice' || type === 'blockDevice';
  const inherited = parent.attr.mode & SETGID;
  const { mode, xattrs } = inherit(draft, parent, operation);
  const ino = takeIno(draft);
  if (xattrs.length > 0) draft.put(xattrKey(ino), encodeXattrs(xattrs));
  return {
    ino,
    type,
    mode: mode | (isDirectory ? inherited : 0),
    ...(hasAcl(xattrs) && { hasAcl: true }),
    linkCount: isDirectory ? EMPTY_DIRECTORY_LINK_COUNT : 1,
    uid: caller.uid,
    gid: inherited === 0 ? caller.gid : parent.attr.gid,
    rdev: isDevice ? operation.rdev : 0,
    sizeBytes: isDirectory ? DIRECTORY_SIZE_BYTES : targetBytes,
    storedBytes: 0,
    atime: draft.now,
    mtime: draft.now,
    ctime: draft.now,
    version: 1,
  };
}

function takeIno(draft: Draft): Ino {
  const counters = loadCounters(draft);
  const { nextIno, inodeCount } = counters;
  const grown = { ...counters, nextIno: ino(nextIno + 1), inodeCount: inodeCount + 1 };
  draft.put(countersKey(), encodeCounters(grown));
  return nextIno;
}

function newInode(attr: Attr, parent: Ino, target: Uint8Array): Inode {
  switch (attr.type) {
    case 'regular':
      return { kind: 'regular', attr, chunksEnd: 0 };
    case 'directory':
      return { kind: 'directory', attr, parent, entryCount: 0, nextCookie: FIRST_DIRENT_COOKIE };
    case 'symlink':
      return { kind: 'symlink', attr, target };
    case 'fifo':
    case 'charDevice':
    case 'blockDevice':
    case 'socket':
      return { kind: 'special', attr };
  }
}

export function link(draft: Draft, { ino, parent, name }: OperationOf<'link'>): FileReply {
  const inode = loadInode(draft, ino);
  const directory = loadDirectory(draft, parent);
  checkName(name, 'EEXIST');
  if (findDirent(draft, parent, name) !== undefined) throw new FileError('EEXIST');
  refuseRemoved(directory);
  if (inode.kind === 'directory') throw new FileError('EPERM', 'link to a directory');
  const { linkCount } = inode.attr;
  if (linkCount === 0) makeNameable(draft, ino);
  if (linkCount >= LINK_COUNT_MAX) throw new FileError('EMLINK', `inode ${ino}`);
  const { attr } = draft.saveInode(inode, { linkCount: linkCount + 1 });
  addEntry(draft, parent, name, attr);
  return { kind: 'entry', attr, created: false };
}

/** Takes an inode without a name off the orphans. @throws {FileError} ENOENT when it has lost its last name. */
function makeNameable(draft: Draft, ino: Ino): void {
  if (findOrphan(draft, ino)?.isLinkable !== true)
    throw new FileError('ENOENT', `inode ${ino} has lost its last name`);
  draft.remove(orphanKey(ino));
}
