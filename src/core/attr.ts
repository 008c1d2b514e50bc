/** What `stat` shows of an inode. */
import type { Ino } from './ids.js';

/** File types with the values of `S_IFMT >> 12` (stat(2)), which are also `DT_*` (readdir(3)). */
export const FILE_TYPE = {
  fifo: 1,
  charDevice: 2,
  directory: 4,
  blockDevice: 6,
  regular: 8,
  symlink: 10,
  socket: 12,
} as const;

export type FileType = keyof typeof FILE_TYPE;

const TYPE_OF_NUMBER = new Map<number, FileType>(
  Object.entries(FILE_TYPE).map(([name, value]) => [value, name as FileType]),
);

/** @returns the type for a `DT_*` number, or `undefined` when there is none. */
export const fileTypeOf = (value: number): FileType | undefined => TYPE_OF_NUMBER.get(value);

/** A point in time as the kernel has it; `seconds` may be negative (before 1970). */
export interface Timestamp {
  readonly seconds: number;
  readonly nanoseconds: number;
}

export const sameTime = (a: Timestamp, b: Timestamp): boolean =>
  a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;

export interface Attr {
  readonly ino: Ino;
  readonly type: FileType;
  /** Permission bits with set-id and sticky, without the type: 0..0o7777. */
  readonly mode: number;
  readonly linkCount: number;
  readonly uid: number;
  readonly gid: number;
  /** Device number of a character or block device, else 0. */
  readonly rdev: number;
  readonly sizeBytes: number;
  /** Bytes that the chunks occupy; `st_blocks` is this in units of 512, rounded up. */
  readonly storedBytes: number;
  readonly atime: Timestamp;
  readonly mtime: Timestamp;
  readonly ctime: Timestamp;
  /** Has an access or a default ACL among its extended attributes. */
  readonly hasAcl?: boolean;
  /** Has `security.capability` among its extended attributes. */
  readonly hasCapability?: boolean;
  /** Rises with every change of the inode or its data. */
  readonly version: number;
}
