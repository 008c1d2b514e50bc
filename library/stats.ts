/** Attributes in the shape of `fs.Stats`, `fs.BigIntStats` and `fs.StatsFs`. */
import type { BigIntStats, StatsBase, StatsFsBase } from 'node:fs';
import { FILE_TYPE, type Attr, type FileType, type Timestamp } from '../src/core/attr.js';
import { PREFERRED_IO_BYTES } from '../src/core/limits.js';

const BYTES_PER_BLOCK = 512;
const FILE_TYPE_SHIFT = 12;
const MS_PER_SECOND = 1_000;
const NANOSECONDS_PER_MS = 1_000_000;
const NANOSECONDS_PER_SECOND = 1_000_000_000n;

/** The questions that `Stats` and `Dirent` answer alike. */
export const typeQuestions = (type: FileType) => ({
  isFile: () => type === 'regular',
  isDirectory: () => type === 'directory',
  isSymbolicLink: () => type === 'symlink',
  isFIFO: () => type === 'fifo',
  isSocket: () => type === 'socket',
  isCharacterDevice: () => type === 'charDevice',
  isBlockDevice: () => type === 'blockDevice',
});

const msOf = ({ seconds, nanoseconds }: Timestamp): number =>
  seconds * MS_PER_SECOND + nanoseconds / NANOSECONDS_PER_MS;

const nsOf = ({ seconds, nanoseconds }: Timestamp): bigint =>
  BigInt(seconds) * NANOSECONDS_PER_SECOND + BigInt(nanoseconds);

const dateOf = (time: Timestamp): Date => new Date(Math.round(msOf(time)));

export const modeOf = ({ type, mode }: Attr): number => (FILE_TYPE[type] << FILE_TYPE_SHIFT) | mode;

const numbersOf = (attr: Attr) => ({
  dev: 0,
  ino: attr.ino,
  mode: modeOf(attr),
  nlink: attr.linkCount,
  uid: attr.uid,
  gid: attr.gid,
  rdev: attr.rdev,
  size: attr.sizeBytes,
  blksize: PREFERRED_IO_BYTES,
  blocks: Math.ceil(attr.storedBytes / BYTES_PER_BLOCK),
});

/** hafs keeps no time of birth: the time of the last change of the inode stands for it, as on file systems like it. */
const datesOf = ({ atime, mtime, ctime }: Attr) => ({
  atime: dateOf(atime),
  mtime: dateOf(mtime),
  ctime: dateOf(ctime),
  birthtime: dateOf(ctime),
});

/** In the shape of `fs.Stats`. */
export type VolumeStats = StatsBase<number>;
/** In the shape of `fs.StatsFs`. */
export type VolumeSpaceStats = StatsFsBase<number>;

export const statsOf = (attr: Attr): VolumeStats => ({
  ...numbersOf(attr),
  atimeMs: msOf(attr.atime),
  mtimeMs: msOf(attr.mtime),
  ctimeMs: msOf(attr.ctime),
  birthtimeMs: msOf(attr.ctime),
  ...datesOf(attr),
  ...typeQuestions(attr.type),
});

export function bigIntStatsOf(attr: Attr): BigIntStats {
  const { dev, ino, mode, nlink, uid, gid, rdev, size, blksize, blocks } = numbersOf(attr);
  const [atimeNs, mtimeNs, ctimeNs] = [nsOf(attr.atime), nsOf(attr.mtime), nsOf(attr.ctime)];
  const ms = (ns: bigint): bigint => ns / BigInt(NANOSECONDS_PER_MS);
  return {
    ...{ dev: BigInt(dev), ino: BigInt(ino), mode: BigInt(mode), nlink: BigInt(nlink) },
    ...{ uid: BigInt(uid), gid: BigInt(gid), rdev: BigInt(rdev), size: BigInt(size) },
    ...{ blksize: BigInt(blksize), blocks: BigInt(blocks) },
    ...{ atimeMs: ms(atimeNs), mtimeMs: ms(mtimeNs), ctimeMs: ms(ctimeNs), birthtimeMs: ms(ctimeNs) },
    ...{ atimeNs, mtimeNs, ctimeNs, birthtimeNs: ctimeNs },
    ...datesOf(attr),
    ...typeQuestions(attr.type),
  };
}
