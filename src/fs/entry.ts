/** Names in directories: every change of one keeps both its keys, the counts and the times in step. */
import { equalBytes } from '../core/bytes.js';
import type { Errno } from '../core/errno.js';
import { FileError } from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { DIRECTORY_LINK_COUNT_MAX, NAME_BYTES_MAX } from '../core/limits.js';
import { encodeCookie, encodeDirent, type DirentRecord, type NamedChild } from './dirent-record.js';
import type { Draft } from './draft.js';
import type { DirectoryInode } from './inode-record.js';
import { cookieKey, direntKey } from './keys.js';
import { loadDirectory } from './state.js';

const DOT = Buffer.from('.');
const DOT_DOT = Buffer.from('..');
const SLASH = 0x2f;
const NUL = 0;

export const isDot = (name: Uint8Array): boolean => equalBytes(name, DOT);
export const isDotDot = (name: Uint8Array): boolean => equalBytes(name, DOT_DOT);

/**
 * Checks the name of an entry to be made, changed or removed.
 *
 * @param dot what the system call answers for `.`, and `dotDot` for `..`: they differ from call to call.
 * @throws {FileError}
 */
export function checkName(name: Uint8Array, dot: Errno, dotDot = dot): void {
  if (name.length === 0) throw new FileError('ENOENT', 'empty name');
  checkNameLength(name);
  if (isDot(name)) throw new FileError(dot, 'name is .');
  if (isDotDot(name)) throw new FileError(dotDot, 'name is ..');
  if (name.includes(SLASH) || name.includes(NUL)) throw new FileError('EINVAL', 'name has a slash or a NUL');
}

/** @throws {FileError} ENAMETOOLONG */
export function checkNameLength(name: Uint8Array): void {
  if (name.length > NAME_BYTES_MAX) throw new FileError('ENAMETOOLONG', `name of ${name.length} bytes`);
}

/** Refuses a directory that was removed and is only held. @throws {FileError} ENOENT */
export function refuseRemoved(directory: DirectoryInode): void {
  const { ino, linkCount } = directory.attr;
  if (linkCount === 0) throw new FileError('ENOENT', `directory ${ino} is removed`);
}

/** Refuses one more subdirectory than a directory may have. @throws {FileError} EMLINK */
export function refuseFull(directory: DirectoryInode): void {
  const { ino, linkCount } = directory.attr;
  if (linkCount >= DIRECTORY_LINK_COUNT_MAX) throw new FileError('EMLINK', `inode ${ino}`);
}

/** Adds a name that is not there yet, at the end of listings. */
export function addEntry(draft: Draft, parent: Ino, name: Uint8Array, child: NamedChild): void {
  const directory = loadDirectory(draft, parent);
  const { entryCount, nextCookie } = directory;
  putEntry(draft, parent, name, { ino: child.ino, type: child.type, cookie: nextCookie });
  const grown = { ...directory, entryCount: entryCount + 1, nextCookie: nextCookie + 1 };
  saveDirectory(draft, grown, subdirectories(child));
}

export function removeEntry(draft: Draft, parent: Ino, name: Uint8Array, dirent: DirentRecord): void {
  const directory = loadDirectory(draft, parent);
  draft.remove(direntKey(parent, name));
  draft.remove(cookieKey(parent, dirent.cookie));
  saveDirectory(draft, { ...directory, entryCount: directory.entryCount - 1 }, -subdirectories(dirent));
}

/** Makes a name stand for another inode. It keeps its cookie: a listing under way shows the name once, as before. */
export function replaceEntry(
  draft: Draft,
  parent: Ino,
  name: Uint8Array,
  dirent: DirentRecord,
  child: NamedChild,
): void {
  putEntry(draft, parent, name, { ino: child.ino, type: child.type, cookie: dirent.cookie });
  saveDirectory(draft, loadDirectory(draft, parent), subdirectories(child) - subdirectories(dirent));
}

const subdirectories = (child: NamedChild): number => (child.type === 'directory' ? 1 : 0);

function putEntry(draft: Draft, parent: Ino, name: Uint8Array, dirent: DirentRecord): void {
  const { ino, type, cookie } = dirent;
  draft.put(direntKey(parent, name), encodeDirent(dirent));
  draft.put(cookieKey(parent, cookie), encodeCookie({ ino, type, name }));
}

function saveDirectory(draft: Draft, directory: DirectoryInode, addedSubdirectories: number): void {
  const linkCount = directory.attr.linkCount + addedSubdirectories;
  draft.saveInode(directory, { linkCount, mtime: draft.now });
}
