import type { Timestamp } from '../../src/core/attr.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import type { AttrRequest, RequestBody } from './kernel-request.js';
import type { RequestReader } from './request-reader.js';

/** Bits of `fuse_setattr_in.valid`, FATTR_* of linux/fuse.h. */
const FATTR = {
  MODE: 1 << 0,
  UID: 1 << 1,
  GID: 1 << 2,
  SIZE: 1 << 3,
  ATIME: 1 << 4,
  MTIME: 1 << 5,
  ATIME_NOW: 1 << 7,
  MTIME_NOW: 1 << 8,
  CTIME: 1 << 10,
  KILL_SUIDGID: 1 << 11,
} as const;

const PERMISSION_BITS = 0o7777;
const NANOSECONDS_MAX = 999_999_999;

interface SetattrIn {
  readonly valid: number;
  readonly sizeBytes: number;
  readonly atime: Timestamp;
  readonly mtime: Timestamp;
  readonly ctime: Timestamp;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/**
 * `struct fuse_setattr_in` of linux/fuse.h:
 *
 *   valid:4 padding:4 fh:8 size:8 lock_owner:8 atime:8 mtime:8 ctime:8
 *   atimensec:4 mtimensec:4 ctimensec:4 mode:4 unused4:4 uid:4 gid:4 unused5:4
 */
function readSetattrIn(reader: RequestReader): SetattrIn {
  const valid = reader.u32();
  const sizeBytes = reader.skip(12).u64();
  reader.skip(8);
  const [atime, mtime, ctime] = [reader.i64(), reader.i64(), reader.i64()];
  return {
    valid,
    sizeBytes,
    atime: { seconds: atime, nanoseconds: reader.u32() },
    mtime: { seconds: mtime, nanoseconds: reader.u32() },
    ctime: { seconds: ctime, nanoseconds: reader.u32() },
    mode: reader.u32() & PERMISSION_BITS,
    uid: reader.skip(4).u32(),
    gid: reader.u32(),
  };
}

/** Only what `valid` names is changed. */
export function decodeSetattr(reader: RequestReader): RequestBody<'setattr'> {
  const { valid, mode, uid, gid, sizeBytes, atime, mtime, ctime } = readSetattrIn(reader);
  const has = (bit: number): boolean => (valid & bit) !== 0;
  const change: AttrRequest = {
    ...(has(FATTR.MODE) && { mode }),
    ...(has(FATTR.UID) && { uid }),
    ...(has(FATTR.GID) && { gid }),
    ...(has(FATTR.SIZE) && { sizeBytes }),
    ...(has(FATTR.ATIME) && { atime: has(FATTR.ATIME_NOW) ? 'now' : checked(atime) }),
    ...(has(FATTR.MTIME) && { mtime: has(FATTR.MTIME_NOW) ? 'now' : checked(mtime) }),
    ...(has(FATTR.CTIME) && { ctime: checked(ctime) }),
    killsSetIds: has(FATTR.KILL_SUIDGID),
  };
  return { kind: 'setattr', change };
}

/** What cannot be stored must not get as far as the store. */
function checked(time: Timestamp): Timestamp {
  if (Number.isSafeInteger(time.seconds) && time.nanoseconds <= NANOSECONDS_MAX) return time;
  throw new InvalidRequestError(`${time.seconds} s and ${time.nanoseconds} ns are no point in time`);
}
