import { FILE_TYPE, type Attr, type FileType, type Timestamp } from '../../../src/core/attr.js';
import { PREFERRED_IO_BYTES } from '../../../src/core/limits.js';

/** As fuse-native takes it; times in milliseconds since 1970. It cuts `ino` down to 32 bits. */
export interface NativeStat {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly nlink: number;
  readonly ino: number;
  readonly rdev: number;
  readonly blksize: number;
  readonly blocks: number;
  readonly atime: number;
  readonly mtime: number;
  readonly ctime: number;
}

const FILE_TYPE_SHIFT = 12;
const BLOCK_BYTES = 512;
const MS_PER_SECOND = 1_000;
const NANOSECONDS_PER_MS = 1_000_000;

export const nativeStat = (attr: Attr): NativeStat => ({
  mode: modeOf(attr.type, attr.mode),
  uid: attr.uid,
  gid: attr.gid,
  size: attr.sizeBytes,
  nlink: attr.linkCount,
  ino: attr.ino,
  rdev: attr.rdev,
  blksize: PREFERRED_IO_BYTES,
  blocks: Math.ceil(attr.storedBytes / BLOCK_BYTES),
  atime: toMs(attr.atime),
  mtime: toMs(attr.mtime),
  ctime: toMs(attr.ctime),
});

/** Of a listing, which shows no more than the type and the number. */
export const nativeDirent = (type: FileType, ino: number): NativeStat => {
  const nothing = { uid: 0, gid: 0, size: 0, nlink: 1, rdev: 0, blksize: 0, blocks: 0 };
  return { ...nothing, mode: modeOf(type, 0), ino, atime: 0, mtime: 0, ctime: 0 };
};

/** Times before 1970 cannot be passed on. */
const toMs = ({ seconds, nanoseconds }: Timestamp): number =>
  Math.max(0, seconds * MS_PER_SECOND + Math.floor(nanoseconds / NANOSECONDS_PER_MS));

const modeOf = (type: FileType, mode: number): number => (FILE_TYPE[type] << FILE_TYPE_SHIFT) | mode;
