/** unlink and rmdir. */
import { FileError } from '../core/errors.js';
import type { FileReply } from '../core/operation.js';
import type { Draft } from './draft.js';
import { checkName, removeEntry } from './entry.js';
import type { Inode } from './inode-record.js';
import type { OperationOf } from './operation-of.js';
import { dropName } from './orphan.js';
import { loadChild, loadDirectory, loadDirent } from './state.js';

export function unlink(draft: Draft, { parent, name }: OperationOf<'unlink'>): FileReply {
  loadDirectory(draft, parent);
  checkName(name, 'EISDIR');
  const dirent = loadDirent(draft, parent, name);
  if (dirent.type === 'directory') throw new FileError('EISDIR');
  removeEntry(draft, parent, name, dirent);
  dropName(draft, loadChild(draft, dirent));
  return { kind: 'done' };
}

export function rmdir(draft: Draft, { parent, name }: OperationOf<'rmdir'>): FileReply {
  loadDirectory(draft, parent);
  checkName(name, 'EINVAL', 'ENOTEMPTY');
  const dirent = loadDirent(draft, parent, name);
  const child = loadChild(draft, dirent);
  if (child.kind !== 'directory') throw new FileError('ENOTDIR');
  refuseNotEmpty(child);
  removeEntry(draft, parent, name, dirent);
  dropName(draft, child);
  return { kind: 'done' };
}

/** @throws {FileError} ENOTEMPTY */
export function refuseNotEmpty(inode: Inode): void {
  if (inode.kind === 'directory' && inode.entryCount > 0) {
    throw new FileError('ENOTEMPTY', `inode ${inode.attr.ino} has ${inode.entryCount} entries`);
  }
}
