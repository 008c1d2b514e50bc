/** Requests on an inode's data or on a listing (linux/fuse.h, the `_in` structs named below). */
import { InvalidRequestError } from '../../src/core/errors.js';
import { IO_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import type { RequestBody } from './kernel-request.js';
import { O_ACCMODE, O_APPEND, O_DSYNC, O_NOATIME, O_RDONLY } from './open-flags.js';
import type { RequestReader } from './request-reader.js';

/** Bits of `write_flags`. */
const FUSE_WRITE_CACHE = 1 << 0;
const FUSE_WRITE_KILL_SUIDGID = 1 << 2;

/** `fuse_open_in`: flags:4 open_flags:4. */
export function decodeOpen(reader: RequestReader): RequestBody<'open'> {
  const flags = reader.u32();
  return {
    kind: 'open',
    isReadOnly: (flags & O_ACCMODE) === O_RDONLY,
    isAppend: (flags & O_APPEND) !== 0,
  };
}

/** `fuse_read_in`: fh:8 offset:8 size:4 read_flags:4 lock_owner:8 flags:4 padding:4. */
export function decodeRead(reader: RequestReader): RequestBody<'read'> {
  const offsetBytes = reader.skip(8).u64();
  const lengthBytes = reader.u32();
  // As negotiated; what is asked for is held in memory whole.
  if (lengthBytes > IO_SIZE_BYTES_MAX) throw new InvalidRequestError(`a read of ${lengthBytes} bytes`);
  return { kind: 'read', offsetBytes, lengthBytes, isNoAtime: opensWithNoAtime(reader) };
}

/** The end of `fuse_read_in`, after the size. */
const opensWithNoAtime = (reader: RequestReader): boolean => (reader.skip(12).u32() & O_NOATIME) !== 0;

/** `fuse_write_in`: fh:8 offset:8 size:4 write_flags:4 lock_owner:8 flags:4 padding:4, data. */
export function decodeWrite(reader: RequestReader): RequestBody<'write'> {
  const offsetBytes = reader.skip(8).u64();
  const sizeBytes = reader.u32();
  const writeFlags = reader.u32();
  const isFromMapping = (writeFlags & FUSE_WRITE_CACHE) !== 0;
  const openFlags = reader.skip(8).u32();
  const data = reader.skip(4).raw(sizeBytes);
  return {
    kind: 'write',
    offsetBytes,
    isAppend: (openFlags & O_APPEND) !== 0 && !isFromMapping,
    isSync: (openFlags & O_DSYNC) !== 0,
    isFromMapping,
    killsSetIds: (writeFlags & FUSE_WRITE_KILL_SUIDGID) !== 0,
    data,
  };
}

/** As `fuse_read_in`; the offset is the cookie of the last entry taken. */
export function decodeReaddir(reader: RequestReader): RequestBody<'readdir'> {
  const cookie = reader.skip(8).u64();
  const sizeBytes = reader.u32();
  return { kind: 'readdir', cookie, sizeBytes, withAttr: false, isNoAtime: opensWithNoAtime(reader) };
}

export const decodeReaddirplus = (reader: RequestReader): RequestBody<'readdir'> => ({
  ...decodeReaddir(reader),
  withAttr: true,
});
