/** Advisory locks of files: fcntl(2), with and without F_OFD_, and flock(2). */

/** Who holds a lock within its session: the kernel's 64-bit id of a process's open files, or of one open file; 16 hexadecimal digits. */
export type LockOwner = string & { readonly __brand: 'LockOwner' };

/** Locks of the two families do not see each other. */
export type LockFamily = 'range' | 'whole';

/** The last byte of a lock that reaches to the end of the file, wherever that is. */
export const LAST_BYTE = Number.MAX_SAFE_INTEGER;

const OWNER = /^[0-9a-f]{16}$/;

/** @returns `undefined` for anything but 16 hexadecimal digits. */
export const lockOwner = (text: string): LockOwner | undefined =>
  OWNER.test(text) ? (text as LockOwner) : undefined;

/** What is asked for: a lock of these bytes, both ends included, or with `none` their release. */
export interface LockRequest {
  readonly family: LockFamily;
  readonly owner: LockOwner;
  readonly type: 'read' | 'write' | 'none';
  readonly firstByte: number;
  /** `LAST_BYTE`: to the end of the file. */
  readonly lastByte: number;
  /** Of the process that asks, for F_GETLK. */
  readonly pid: number;
}
