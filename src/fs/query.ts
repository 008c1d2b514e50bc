/** Operations that change nothing. */
import { FileError } from '../core/errors.js';
import type { SessionId } from '../core/ids.js';
import type { FileReply, Query } from '../core/operation.js';
import { checkNameLength, isDot, isDotDot } from './entry.js';
import type { Inode } from './inode-record.js';
import { testLock } from './lock.js';
import type { OperationOf } from './operation-of.js';
import { read } from './read.js';
import { readFiles } from './read-files.js';
import { readdir } from './readdir.js';
import { seek } from './seek.js';
import { loadChild, loadCounters, loadDirectory, loadDirent, loadInode, loadXattrs } from './state.js';
import type { QueryView, StateView } from './state-view.js';
import { checkXattrName, findXattr } from './xattr.js';

/** Queries that the volume's state answers; the space left is known to the bricks alone. */
export type StateQuery = Exclude<Query, { kind: 'statfs' }>;

/**
 * Answers a query. Single records are read at once, before this returns; only chunks and listings are waited for.
 *
 * Returned data may be part of a stored value or of a shared one: not to be written to.
 * @throws {FileError} where Linux would refuse.
 * @throws {CorruptionError} when a record or chunk is damaged or missing.
 */
export async function runQuery(query: StateQuery, view: QueryView, session: SessionId): Promise<FileReply> {
  switch (query.kind) {
    case 'lookup':
      return entryReply(lookUp(query, view));
    case 'getattr':
      return { kind: 'attr', attr: loadInode(view, query.ino).attr };
    case 'readlink':
      return { kind: 'data', data: symlinkTarget(loadInode(view, query.ino)) };
    case 'read':
      return read(query, view);
    case 'readFiles':
      return readFiles(query, view);
    case 'readdir':
      return readdir(query, view);
    case 'seek':
      return seek(query, view);
    case 'getxattr':
      return { kind: 'data', data: xattrValue(query, view) };
    case 'listxattr':
      loadInode(view, query.ino);
      return { kind: 'names', names: loadXattrs(view, query.ino).map(({ name }) => name) };
    case 'testLock':
      return testLock(query, session, view);
  }
}

/** Inodes in use, the root and orphans included. */
export const inodeCount = (view: StateView): number => loadCounters(view).inodeCount;

const entryReply = ({ attr }: Inode): FileReply => ({ kind: 'entry', attr, created: false });

/** Also `.` of any inode and `..` of a directory: the kernel asks so when the mount is exported. */
function lookUp({ parent, name }: OperationOf<'lookup'>, view: StateView): Inode {
  if (isDot(name)) return loadInode(view, parent);
  const directory = loadDirectory(view, parent);
  if (isDotDot(name)) return loadInode(view, directory.parent);
  checkNameLength(name);
  return loadChild(view, loadDirent(view, parent, name));
}

function symlinkTarget(inode: Inode): Uint8Array {
  if (inode.kind !== 'symlink') throw new FileError('EINVAL', `inode ${inode.attr.ino} is no symlink`);
  return inode.target;
}

function xattrValue({ ino, name }: OperationOf<'getxattr'>, view: StateView): Uint8Array {
  loadInode(view, ino);
  checkXattrName(name);
  const xattrs = loadXattrs(view, ino);
  const xattr = xattrs[findXattr(xattrs, name)];
  if (xattr === undefined) throw new FileError('ENODATA');
  return xattr.value;
}
