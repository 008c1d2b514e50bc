import type { Attr } from '../../src/core/attr.js';
import type { LockRequest } from '../../src/core/lock.js';
import type { VolumeSpace } from '../../src/core/operation.js';
import type { KernelDirent } from './dirent-layout.js';
import type { InitAnswer } from './init-answer.js';
import type { KernelNodeId } from './request-ids.js';

/** What the kernel is told. Which kind answers which request stands in linux/fuse.h. */
export type KernelReply =
  | { readonly kind: 'error'; readonly errno: number }
  /** FORGET, BATCH_FORGET and INTERRUPT: silence. */
  | { readonly kind: 'none' }
  /** Success without data. */
  | { readonly kind: 'done' }
  | { readonly kind: 'init'; readonly answer: InitAnswer }
  /** LOOKUP, MKNOD, MKDIR, SYMLINK, LINK: one more lookup of the inode. */
  | {
      readonly kind: 'entry';
      readonly attr: Attr;
      readonly valid: Validity;
      /** Where it is not the number in `attr`. */
      readonly nodeid?: KernelNodeId;
    }
  /** LOOKUP: no such name, and the kernel may say so itself for a while. */
  | { readonly kind: 'missing'; readonly entryMs: number }
  /** CREATE: one more lookup of the inode, and it is open; `isDirect` as in `opened`. */
  | { readonly kind: 'created'; readonly attr: Attr; readonly handle: bigint; readonly isDirect?: boolean }
  | { readonly kind: 'attr'; readonly attr: Attr; readonly validMs: number }
  /**
   * OPEN; with `isFlushed` the kernel says when a process closes the file, with `keepsPages` those it has stay, with
   * `isDirect` reads and writes do not go through pages, so that what is written at once is one request.
   */
  | {
      readonly kind: 'opened';
      readonly handle: bigint;
      readonly isFlushed: boolean;
      readonly keepsPages: boolean;
      readonly isDirect?: boolean;
    }
  | { readonly kind: 'directoryOpened' }
  /** GETLK: the lock that stands against the one asked about, if any. */
  | { readonly kind: 'obstacle'; readonly lock: Omit<LockRequest, 'owner' | 'family'> | undefined }
  /** WRITE, COPY_FILE_RANGE. */
  | { readonly kind: 'written'; readonly sizeBytes: number }
  | { readonly kind: 'offset'; readonly offsetBytes: number }
  /** READ, READLINK, GETXATTR, LISTXATTR. */
  | { readonly kind: 'data'; readonly data: Uint8Array }
  /** GETXATTR, LISTXATTR with size 0. */
  | { readonly kind: 'xattrSize'; readonly sizeBytes: number }
  /** READDIR: entries that fit what was asked for (`entriesThatFit`). */
  | { readonly kind: 'dirents'; readonly entries: readonly KernelDirent[] }
  /** READDIRPLUS: the same with attributes; one more lookup of each inode that has them. */
  | { readonly kind: 'direntsPlus'; readonly entries: readonly KernelDirent[] }
  | { readonly kind: 'space'; readonly space: VolumeSpace };

/** How long the kernel may tell something without asking. */
export interface Validity {
  readonly entryMs: number;
  readonly attrMs: number;
}

export const NOT_VALID: Validity = { entryMs: 0, attrMs: 0 };

export const errorReply = (errno: number): KernelReply => ({ kind: 'error', errno });
