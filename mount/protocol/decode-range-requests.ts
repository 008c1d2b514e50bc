/** Requests on a range of a file (linux/fuse.h, the `_in` structs named below). */
import type { RequestBody } from './kernel-request.js';
import { kernelNodeId } from './request-ids.js';
import type { RequestReader } from './request-reader.js';

/** `fuse_fallocate_in`: fh:8 offset:8 length:8 mode:4 padding:4. */
export function decodeFallocate(reader: RequestReader): RequestBody<'fallocate'> {
  const offsetBytes = reader.skip(8).u64();
  const lengthBytes = reader.u64();
  return { kind: 'fallocate', offsetBytes, lengthBytes, flags: reader.u32() };
}

/** `fuse_lseek_in`: fh:8 offset:8 whence:4 padding:4. */
export function decodeLseek(reader: RequestReader): RequestBody<'lseek'> {
  const offsetBytes = reader.skip(8).u64();
  return { kind: 'lseek', offsetBytes, whence: reader.u32() };
}

/** `fuse_copy_file_range_in`: fh_in:8 off_in:8 nodeid_out:8 fh_out:8 off_out:8 len:8 flags:8. */
export function decodeCopyFileRange(reader: RequestReader): RequestBody<'copyRange'> {
  const offsetBytes = reader.skip(8).u64();
  const target = kernelNodeId(reader.u64());
  const targetOffsetBytes = reader.skip(8).u64();
  return { kind: 'copyRange', offsetBytes, target, targetOffsetBytes, lengthBytes: reader.u64() };
}
