import type { TimeChange } from '../../src/core/operation.js';
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
} as const;

const PERMISSION_BITS = 0o7777;

/**
 * `struct fuse_setattr_in` of linux/fuse.h:
 *
 *   valid:4 padding:4 fh:8 size:8 lock_owner:8 atime:8 mtime:8 ctime:8
 *   atimensec:4 mtimensec:4 ctimensec:4 mode:4 unused4:4 uid:4 gid:4 unused5:4
 */
export function decodeSetattr(reader: RequestReader): RequestBody<'setattr'> {
  const valid = reader.u32();
  const sizeBytes = reader.skip(12).u64();
  reader.skip(8);
  const seconds = { atime: reader.i64(), mtime: reader.i64(), ctime: reader.i64() };
  const nanoseconds = { atime: reader.u32(), mtime: reader.u32(), ctime: reader.u32() };
  const mode = reader.u32() & PERMISSION_BITS;
  const owner = { uid: reader.skip(4).u32(), gid: reader.u32() };
  const has = (bit: number): boolean => (valid & bit) !== 0;
  const time = (name: 'atime' | 'mtime' | 'ctime', nowBit: number): TimeChange =>
    has(nowBit) ? 'now' : { seconds: seconds[name], nanoseconds: nanoseconds[name] };
  const change: AttrRequest = {
    ...(has(FATTR.MODE) && { mode }),
    ...(has(FATTR.UID) && { uid: owner.uid }),
    ...(has(FATTR.GID) && { gid: owner.gid }),
    ...(has(FATTR.SIZE) && { sizeBytes }),
    ...(has(FATTR.ATIME) && { atime: time('atime', FATTR.ATIME_NOW) }),
    ...(has(FATTR.MTIME) && { mtime: time('mtime', FATTR.MTIME_NOW) }),
    ...(has(FATTR.CTIME) && { ctime: time('ctime', 0) }),
  };
  return { kind: 'setattr', change };
}
