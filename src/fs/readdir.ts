/** readdir: entries in the order of their cookies. */
import type { Attr } from '../core/attr.js';
import type { Dirent } from '../core/dirent.js';
import { CorruptionError } from '../core/errors.js';
import type { FileReply } from '../core/operation.js';
import { decodeCookie } from './dirent-record.js';
import { decodeInode } from './inode-record.js';
import { cookieOfKey, cookieRange, describeKey, inodeKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { loadDirectory } from './state.js';
import type { QueryView, StateEntry } from './state-view.js';

export async function readdir(operation: OperationOf<'readdir'>, view: QueryView): Promise<FileReply> {
  const { ino, cookie, entriesMax, withAttr } = operation;
  const { parent } = loadDirectory(view, ino);
  const { from, to } = cookieRange(ino, cookie);
  // One more than asked for tells whether this is the end.
  const found = await view.scan(from, to, entriesMax + 1);
  const listed = found.slice(0, entriesMax).map(direntOf);
  const entries = withAttr ? await addAttr(view, listed) : listed;
  return { kind: 'dirents', parent, entries, end: found.length <= entriesMax };
}

function direntOf({ key, value }: StateEntry): Dirent {
  const { name, ino, type } = decodeCookie(key, value);
  return { name, ino, type, cookie: cookieOfKey(key) };
}

async function addAttr(view: QueryView, dirents: readonly Dirent[]): Promise<Dirent[]> {
  const values = await view.getMany(dirents.map(({ ino }) => inodeKey(ino)));
  return dirents.map((dirent, nth) => ({ ...dirent, attr: attrOf(inodeKey(dirent.ino), values[nth]) }));
}

function attrOf(key: Uint8Array, value: Uint8Array | undefined): Attr {
  if (value === undefined) throw new CorruptionError(`${describeKey(key)} has a name but is missing`);
  return decodeInode(key, value).attr;
}
