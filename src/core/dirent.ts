import type { Attr, FileType } from './attr.js';
import type { Ino } from './ids.js';

/** One name in a directory. */
export interface Dirent {
  /** 1..255 bytes, any but `/` and NUL. */
  readonly name: Uint8Array;
  readonly ino: Ino;
  readonly type: FileType;
  /** Where a listing goes on after this entry. Stable for the entry's life, so a listing never skips or repeats. */
  readonly cookie: number;
  /** Present when the listing was asked for attributes too. */
  readonly attr?: Attr;
}

/** Cookies 1 and 2 are left for `.` and `..`, which the mount adds. */
export const FIRST_DIRENT_COOKIE = 3;
