/**
 * The vocabulary of the file system: what a mount asks of the volume manager, and what it answers.
 * Inode-addressed like the kernel's own protocol (man 4 fuse), so that nothing is lost on the way.
 */
import type { Attr, FileType, Timestamp } from './attr.js';
import type { Dirent } from './dirent.js';
import type { Ino, SessionId } from './ids.js';
import type { LockRequest } from './lock.js';

/** Who asks. Permission checks are the kernel's (`default_permissions`); ownership of new inodes comes from here. */
export interface Caller {
  readonly uid: number;
  readonly gid: number;
}

/** `now` stamps with the manager's clock. */
export type TimeChange = Timestamp | 'now';

/**
 * What a file loses because its data or its owner changes: its capabilities, and its set-id bits too (`all`) when who
 * asks has no CAP_FSETID, or changes the owner.
 */
export type LostPrivileges = 'capabilities' | 'all';

export interface AttrChange {
  /** Permission bits, 0..0o7777. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly sizeBytes?: number;
  readonly atime?: TimeChange;
  readonly mtime?: TimeChange;
  readonly ctime?: TimeChange;
  readonly loses?: LostPrivileges;
}

/** As the flags of fallocate(2): `allocate` 0, `allocateKeepSize` KEEP_SIZE, `punch` PUNCH_HOLE, `zero` ZERO_RANGE. */
export type AllocateMode = 'allocate' | 'allocateKeepSize' | 'punch' | 'zero' | 'zeroKeepSize';

/** Operations that change the volume: ordered, replicated, applied exactly once. */
export type Mutation =
  /**
   * mknod, create, mkdir and symlink. `rdev` only for devices, `target` only for symlinks.
   * With `exclusive: false` (open with O_CREAT but not O_EXCL) an existing entry is the answer instead of EEXIST.
   */
  | {
      readonly kind: 'make';
      readonly parent: Ino;
      readonly name: Uint8Array;
      readonly type: FileType;
      readonly mode: number;
      /** Counts unless the directory has a default ACL; 0 if not given. */
      readonly umask?: number;
      readonly rdev: number;
      readonly target?: Uint8Array;
      readonly exclusive: boolean;
      readonly caller: Caller;
    }
  /** open(2) with O_TMPFILE: a file without a name, held by the session that asks; `link` gives it one. */
  | {
      readonly kind: 'tmpfile';
      readonly parent: Ino;
      readonly mode: number;
      readonly umask?: number;
      readonly caller: Caller;
    }
  | { readonly kind: 'link'; readonly ino: Ino; readonly parent: Ino; readonly name: Uint8Array }
  | { readonly kind: 'unlink'; readonly parent: Ino; readonly name: Uint8Array }
  | { readonly kind: 'rmdir'; readonly parent: Ino; readonly name: Uint8Array }
  | {
      readonly kind: 'rename';
      readonly parent: Ino;
      readonly name: Uint8Array;
      readonly newParent: Ino;
      readonly newName: Uint8Array;
      /** As the flags of renameat2(2). */
      readonly mode: 'replace' | 'noReplace' | 'exchange';
    }
  | { readonly kind: 'setattr'; readonly ino: Ino; readonly change: AttrChange }
  /** `append` writes at the end of the file as the manager knows it; `offsetBytes` is then ignored. */
  | {
      readonly kind: 'write';
      readonly ino: Ino;
      readonly offsetBytes: number;
      readonly append: boolean;
      /** On disk on every in-sync brick before it is acknowledged, with everything before it. */
      readonly sync: boolean;
      readonly loses?: LostPrivileges;
      readonly data: Uint8Array;
    }
  /** fallocate(2). `punch` and `zero` take the data away; all but the modes that keep it make the file as long as that. */
  | {
      readonly kind: 'allocate';
      readonly ino: Ino;
      readonly offsetBytes: number;
      readonly lengthBytes: number;
      readonly mode: AllocateMode;
      readonly loses?: LostPrivileges;
    }
  /** copy_file_range(2), within the volume: data that never leaves it. Copies at most `IO_SIZE_BYTES_MAX`. */
  | {
      readonly kind: 'copy';
      readonly ino: Ino;
      readonly offsetBytes: number;
      readonly lengthBytes: number;
      readonly target: Ino;
      readonly targetOffsetBytes: number;
      /** The target. */
      readonly loses?: LostPrivileges;
    }
  | {
      readonly kind: 'setxattr';
      readonly ino: Ino;
      readonly name: Uint8Array;
      readonly value: Uint8Array;
      /** As the flags of setxattr(2). */
      readonly mode: 'any' | 'create' | 'replace';
      /** Set an ACL without belonging to the file's group: the setgid bit goes. */
      readonly losesSetgid?: boolean;
    }
  | { readonly kind: 'removexattr'; readonly ino: Ino; readonly name: Uint8Array }
  /** It was read: the access time moves if it is due (access-time.ts), and nothing else does. */
  | { readonly kind: 'access'; readonly ino: Ino }
  /** Refused with EAGAIN while others hold it; `waits` says that the caller will ask again until it is free. */
  | { readonly kind: 'lock'; readonly ino: Ino; readonly lock: LockRequest; readonly waits: boolean }
  /** Whatever the session has locked there. */
  | { readonly kind: 'dropLocks'; readonly inos: readonly Ino[] }
  /** Everything acknowledged before is on disk on every in-sync brick once this is answered. */
  | { readonly kind: 'fsync'; readonly ino: Ino }
  /** The session's kernel no longer holds these unlinked inodes; the last holder's release frees them. */
  | { readonly kind: 'release'; readonly inos: readonly Ino[] };

/** Operations that change nothing. They see every change acknowledged before they began. */
export type Query =
  | { readonly kind: 'lookup'; readonly parent: Ino; readonly name: Uint8Array }
  | { readonly kind: 'getattr'; readonly ino: Ino }
  | { readonly kind: 'readlink'; readonly ino: Ino }
  | { readonly kind: 'read'; readonly ino: Ino; readonly offsetBytes: number; readonly lengthBytes: number }
  /** What is in small regular files, at most `READ_FILES_MAX`; one of which that is not so is left out. */
  | { readonly kind: 'readFiles'; readonly inos: readonly Ino[] }
  /** Entries after `cookie` (0: from the start), at most `entriesMax`; with attributes when `withAttr`. */
  | {
      readonly kind: 'readdir';
      readonly ino: Ino;
      readonly cookie: number;
      readonly entriesMax: number;
      readonly withAttr: boolean;
    }
  /** lseek(2) with SEEK_DATA or SEEK_HOLE. */
  | {
      readonly kind: 'seek';
      readonly ino: Ino;
      readonly offsetBytes: number;
      readonly wanted: 'data' | 'hole';
    }
  | { readonly kind: 'getxattr'; readonly ino: Ino; readonly name: Uint8Array }
  | { readonly kind: 'listxattr'; readonly ino: Ino }
  /** F_GETLK: what stands against a lock. */
  | { readonly kind: 'testLock'; readonly ino: Ino; readonly lock: LockRequest }
  | { readonly kind: 'statfs' };

export type FileOperation = Mutation | Query;

export interface VolumeSpace {
  readonly totalBytes: number;
  /** Free on the fullest in-sync brick, less its reserve. */
  readonly availableBytes: number;
  readonly inodeCount: number;
}

/** All that is in a file, as of the version of its attributes. */
export interface FileContent {
  readonly ino: Ino;
  readonly version: number;
  readonly data: Uint8Array;
}

export type FileReply =
  /** lookup, make, tmpfile, link: the inode that the name stands for. `created` only matters for make. */
  | { readonly kind: 'entry'; readonly attr: Attr; readonly created: boolean }
  /** getattr, setattr, allocate */
  | { readonly kind: 'attr'; readonly attr: Attr }
  /** write: how the inode stands afterwards, and where the data went (for append); how much of it, `fittingBytes` says. */
  | { readonly kind: 'written'; readonly attr: Attr; readonly offsetBytes: number }
  /** copy: how the target stands afterwards, and how much was copied (0 at the source's end). */
  | { readonly kind: 'copied'; readonly attr: Attr; readonly lengthBytes: number }
  /** seek */
  | { readonly kind: 'offset'; readonly offsetBytes: number }
  /** unlink, rmdir, rename, setxattr, removexattr, dropLocks, fsync, release */
  | { readonly kind: 'done' }
  /** read (shorter than asked for only at the end of the file), readlink, getxattr */
  | { readonly kind: 'data'; readonly data: Uint8Array }
  /** readFiles: of as many of the files as `IO_SIZE_BYTES_MAX` holds, in their order. */
  | { readonly kind: 'files'; readonly files: readonly FileContent[] }
  /** readdir: `parent` is what `..` stands for; `end` when nothing follows. */
  | {
      readonly kind: 'dirents';
      readonly parent: Ino;
      readonly entries: readonly Dirent[];
      readonly end: boolean;
    }
  /** lock; not granted only where flock(2) loses its old lock all the same. */
  | { readonly kind: 'locked'; readonly isGranted: boolean }
  /** testLock: one lock that stands against it, if any does. */
  | { readonly kind: 'obstacle'; readonly lock?: Omit<LockRequest, 'family' | 'owner'> }
  /** listxattr */
  | { readonly kind: 'names'; readonly names: readonly Uint8Array[] }
  | { readonly kind: 'space'; readonly space: VolumeSpace };

export type ReplyKind = FileReply['kind'];

const QUERY_KINDS: ReadonlySet<string> = new Set<Query['kind']>([
  'lookup',
  'getattr',
  'readlink',
  'read',
  'readFiles',
  'readdir',
  'seek',
  'getxattr',
  'listxattr',
  'testLock',
  'statfs',
]);

export const isQuery = (operation: FileOperation): operation is Query => QUERY_KINDS.has(operation.kind);

/** Names one try of one mutation: repeating it with the same id gets the first reply, not a second effect. */
export interface OperationId {
  readonly session: SessionId;
  /** 0..SESSION_SLOTS_MAX-1; one operation at a time. */
  readonly slot: number;
  /** Rises by one with each new operation in the slot; first is 1. */
  readonly sequence: number;
}
