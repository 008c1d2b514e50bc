import type { LockRequest } from '../../src/core/lock.js';
import type { Caller, TimeChange } from '../../src/core/operation.js';
import type { KernelNodeId, Unique } from './request-ids.js';

/** One inode's share in a FORGET or BATCH_FORGET. */
export interface Forget {
  readonly nodeid: KernelNodeId;
  readonly nlookup: number;
}

/** What INIT offers; `flags` has the second word (`flags2`) in bits 32..63. */
export interface InitOffer {
  readonly major: number;
  readonly minor: number;
  readonly flags: bigint;
}

/** The fields of SETATTR that its `valid` mask names. */
export interface AttrRequest {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly sizeBytes?: number;
  readonly atime?: TimeChange;
  readonly mtime?: TimeChange;
  readonly ctime?: TimeChange;
  /** FATTR_KILL_SUIDGID: who asks has no CAP_FSETID, or changes the owner. */
  readonly killsSetIds: boolean;
}

/** A lock as the kernel speaks of it. */
export interface LockFields extends Omit<LockRequest, 'owner'> {
  readonly owner: bigint;
}

/** What each kind of request carries besides the header. */
export interface RequestFields {
  init: { readonly offer: InitOffer };
  lookup: { readonly name: Uint8Array };
  forget: { readonly forgets: readonly Forget[] };
  getattr: object;
  setattr: { readonly change: AttrRequest };
  readlink: object;
  symlink: { readonly name: Uint8Array; readonly target: Uint8Array };
  /** `mode` with the type bits, `rdev` in the kernel's encoding. */
  mknod: {
    readonly name: Uint8Array;
    readonly mode: number;
    readonly umask: number;
    readonly rdev: number;
  };
  mkdir: { readonly name: Uint8Array; readonly mode: number; readonly umask: number };
  create: {
    readonly name: Uint8Array;
    readonly mode: number;
    readonly umask: number;
    readonly isExclusive: boolean;
    readonly isAppend: boolean;
  };
  /** TMPFILE: CREATE without a name. */
  tmpfile: { readonly mode: number; readonly umask: number };
  unlink: { readonly name: Uint8Array };
  rmdir: { readonly name: Uint8Array };
  /** RENAME and RENAME2; `flags` as in renameat2(2). */
  rename: {
    readonly name: Uint8Array;
    readonly newParent: KernelNodeId;
    readonly newName: Uint8Array;
    readonly flags: number;
  };
  link: { readonly target: KernelNodeId; readonly name: Uint8Array };
  open: { readonly isReadOnly: boolean; readonly isAppend: boolean };
  opendir: object;
  read: {
    readonly offsetBytes: number;
    readonly lengthBytes: number;
    /** The file was opened with O_NOATIME. */
    readonly isNoAtime: boolean;
  };
  write: {
    readonly offsetBytes: number;
    /** The file was opened with O_APPEND and the write does not come from a mapping. */
    readonly isAppend: boolean;
    /** The file was opened with O_SYNC or O_DSYNC. */
    readonly isSync: boolean;
    /** The data comes out of the page cache (a shared mapping), so its place is fixed. */
    readonly isFromMapping: boolean;
    /** FUSE_WRITE_KILL_SUIDGID: who writes has no CAP_FSETID. */
    readonly killsSetIds: boolean;
    readonly data: Uint8Array;
  };
  /** `flags` as in fallocate(2). */
  fallocate: { readonly offsetBytes: number; readonly lengthBytes: number; readonly flags: number };
  /** `whence` as in lseek(2). */
  lseek: { readonly offsetBytes: number; readonly whence: number };
  /** COPY_FILE_RANGE. */
  copyRange: {
    readonly offsetBytes: number;
    readonly target: KernelNodeId;
    readonly targetOffsetBytes: number;
    readonly lengthBytes: number;
  };
  statfs: object;
  /** GETLK. */
  testLock: { readonly lock: LockFields };
  /** SETLK and SETLKW. */
  lock: { readonly lock: LockFields; readonly handle: bigint; readonly waits: boolean };
  /** A process has closed a file. */
  flush: { readonly owner: bigint };
  /** Nobody has this open file any more. */
  release: { readonly handle: bigint };
  /** RELEASEDIR and DESTROY: nothing to do, but an answer is due. */
  settle: object;
  /** FSYNC and FSYNCDIR. */
  fsync: object;
  /** `flags` as in setxattr(2). */
  setxattr: {
    readonly name: Uint8Array;
    readonly value: Uint8Array;
    readonly flags: number;
    /** FUSE_SETXATTR_ACL_KILL_SGID: who sets an ACL is not in the file's group. */
    readonly killsSetgid: boolean;
  };
  /** `sizeBytes` 0 asks how long the value is. */
  getxattr: { readonly name: Uint8Array; readonly sizeBytes: number };
  /** `sizeBytes` 0 asks how long the list is. */
  listxattr: { readonly sizeBytes: number };
  removexattr: { readonly name: Uint8Array };
  readdir: {
    readonly cookie: number;
    readonly sizeBytes: number;
    readonly withAttr: boolean;
    readonly isNoAtime: boolean;
  };
  interrupt: { readonly target: Unique };
  unsupported: { readonly opcode: number };
}

export type RequestKind = keyof RequestFields;

export type RequestBody<K extends RequestKind = RequestKind> = {
  [P in K]: { readonly kind: P } & RequestFields[P];
}[K];

/** `struct fuse_in_header` without the length and the opcode. */
export interface RequestHeader {
  readonly unique: Unique;
  readonly nodeid: KernelNodeId;
  readonly caller: Caller;
}

/** One request of the kernel, understood. */
export interface KernelRequest<K extends RequestKind = RequestKind> {
  readonly header: RequestHeader;
  readonly body: RequestBody<K>;
}
