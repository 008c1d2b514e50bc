/** Requests about locks, and those that close files (linux/fuse.h, the `_in` structs named below). */
import { InvalidRequestError } from '../../src/core/errors.js';
import type { LockFields, RequestBody } from './kernel-request.js';
import type { RequestReader } from './request-reader.js';

/** F_RDLCK, F_WRLCK and F_UNLCK of asm-generic/fcntl.h. */
const TYPES = ['read', 'write', 'none'] as const;
/** `lk_flags` bit: flock(2). */
const FUSE_LK_FLOCK = 1 << 0;

/** `fuse_lk_in`: fh:8 owner:8, `fuse_file_lock`: start:8 end:8 type:4 pid:4, lk_flags:4 padding:4. */
function decodeLockFields(reader: RequestReader): { readonly handle: bigint; readonly lock: LockFields } {
  const handle = reader.u64Exact();
  const owner = reader.u64Exact();
  const [firstByte, lastByte] = [reader.u64(), reader.u64()];
  if (lastByte < firstByte) throw new InvalidRequestError('a lock ends before it begins');
  const type = TYPES[reader.u32()];
  if (type === undefined) throw new InvalidRequestError('unknown type of a lock');
  const pid = reader.u32();
  const family = (reader.u32() & FUSE_LK_FLOCK) === 0 ? 'range' : 'whole';
  return { handle, lock: { owner, family, type, firstByte, lastByte, pid } };
}

export const decodeGetlk = (reader: RequestReader): RequestBody<'testLock'> => ({
  kind: 'testLock',
  lock: decodeLockFields(reader).lock,
});

export const decodeSetlk = (reader: RequestReader): RequestBody<'lock'> => ({
  kind: 'lock',
  waits: false,
  ...decodeLockFields(reader),
});

export const decodeSetlkw = (reader: RequestReader): RequestBody<'lock'> => ({
  ...decodeSetlk(reader),
  waits: true,
});

/** `fuse_flush_in`: fh:8 unused:4 padding:4 lock_owner:8. */
export const decodeFlush = (reader: RequestReader): RequestBody<'flush'> => ({
  kind: 'flush',
  owner: reader.skip(16).u64Exact(),
});

/** `fuse_release_in`: fh:8 flags:4 release_flags:4 lock_owner:8. */
export const decodeRelease = (reader: RequestReader): RequestBody<'release'> => ({
  kind: 'release',
  handle: reader.u64Exact(),
});
