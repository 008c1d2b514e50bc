/** Requests on extended attributes (linux/fuse.h, the `_in` structs named below). */
import type { RequestBody } from './kernel-request.js';
import type { RequestReader } from './request-reader.js';

const FUSE_SETXATTR_ACL_KILL_SGID = 1 << 0;
const SPACE = 0x20;

/**
 * `fuse_setxattr_in`: size:4 flags:4, with FUSE_SETXATTR_EXT also setxattr_flags:4 padding:4; name, value.
 * Kernels before Linux 5.12 send the short form: a name begins where the flags would, which are small.
 */
export function decodeSetxattr(reader: RequestReader): RequestBody<'setxattr'> {
  const sizeBytes = reader.u32();
  const flags = reader.u32();
  const isExtended = reader.peek() < SPACE;
  const extension = isExtended ? reader.u32() : 0;
  const name = reader.skip(isExtended ? 4 : 0).name();
  const killsSetgid = (extension & FUSE_SETXATTR_ACL_KILL_SGID) !== 0;
  return { kind: 'setxattr', flags, name, killsSetgid, value: reader.raw(sizeBytes) };
}

/** `fuse_getxattr_in`: size:4 padding:4, name. */
export function decodeGetxattr(reader: RequestReader): RequestBody<'getxattr'> {
  const sizeBytes = reader.u32();
  return { kind: 'getxattr', sizeBytes, name: reader.skip(4).name() };
}

/** `fuse_getxattr_in` without a name. */
export const decodeListxattr = (reader: RequestReader): RequestBody<'listxattr'> => ({
  kind: 'listxattr',
  sizeBytes: reader.u32(),
});

export const decodeRemovexattr = (reader: RequestReader): RequestBody<'removexattr'> => ({
  kind: 'removexattr',
  name: reader.name(),
});
