import type { Attr, Timestamp } from './attr.js';

const SECONDS_PER_DAY = 86_400;

const isBefore = (one: Timestamp, other: Timestamp): boolean =>
  one.seconds < other.seconds || (one.seconds === other.seconds && one.nanoseconds < other.nanoseconds);

/**
 * Whether reading moves the access time, as `relatime` has it (mount(8); relatime_need_update in the kernel's fs/inode.c):
 * it is not later than the last change of data or attributes, or a day old.
 */
export const isAccessTimeDue = ({ atime, mtime, ctime }: Attr, now: Timestamp): boolean =>
  !isBefore(mtime, atime) || !isBefore(ctime, atime) || now.seconds - atime.seconds >= SECONDS_PER_DAY;
