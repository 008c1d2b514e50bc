import { LAST_BYTE, type LockRequest } from '../../src/core/lock.js';
import { ReplyWriter } from './reply-writer.js';

const LOCK_OUT_BYTES = 24;
/** OFFSET_MAX of linux/fs.h: to the end of the file. */
const OFFSET_MAX = 0x7fff_ffff_ffff_ffffn;
const TYPES = ['read', 'write', 'none'] as const;
const F_UNLCK = TYPES.indexOf('none');

/** `struct fuse_lk_out` of linux/fuse.h: start:8 end:8 type:4 pid:4. Nothing in the way: type F_UNLCK. */
export function encodeLock(lock: Omit<LockRequest, 'owner' | 'family'> | undefined): Uint8Array {
  const writer = new ReplyWriter(LOCK_OUT_BYTES);
  if (lock === undefined) return writer.skip(16).u32(F_UNLCK).skip(4).done();
  const { firstByte, lastByte, type, pid } = lock;
  const end = lastByte === LAST_BYTE ? OFFSET_MAX : BigInt(lastByte);
  return writer.u64(firstByte).u64Exact(end).u32(TYPES.indexOf(type)).u32(pid).done();
}
