/** A new volume: the root and the counters, nothing else. */
import type { Attr, Timestamp } from '../core/attr.js';
import { FIRST_DIRENT_COOKIE } from '../core/dirent.js';
import type { Edit } from '../core/edit.js';
import { ino, ROOT_INO } from '../core/ids.js';
import { encodeCounters } from './counters-record.js';
import { encodeInode } from './inode-record.js';
import { countersKey, inodeKey } from './keys.js';

/** What `stat` shows as the size of any directory: a page, as on ext4. */
export const DIRECTORY_SIZE_BYTES = 4096;
/** `.` and the name in the parent; each subdirectory adds its `..`. */
export const EMPTY_DIRECTORY_LINK_COUNT = 2;

const ROOT_MODE = 0o755;

export function formatEdits(now: Timestamp): Edit[] {
  const root = encodeInode({
    kind: 'directory',
    attr: rootAttr(now),
    parent: ROOT_INO,
    entryCount: 0,
    nextCookie: FIRST_DIRENT_COOKIE,
  });
  const counters = encodeCounters({ nextIno: ino(ROOT_INO + 1), inodeCount: 1, history: 0 });
  return [
    { key: inodeKey(ROOT_INO), value: root },
    { key: countersKey(), value: counters },
  ];
}

const rootAttr = (now: Timestamp): Attr => ({
  ino: ROOT_INO,
  type: 'directory',
  mode: ROOT_MODE,
  linkCount: EMPTY_DIRECTORY_LINK_COUNT,
  uid: 0,
  gid: 0,
  rdev: 0,
  sizeBytes: DIRECTORY_SIZE_BYTES,
  storedBytes: 0,
  atime: now,
  mtime: now,
  ctime: now,
  version: 1,
});
