/** Requests on extended attributes (linux/fuse.h, the `_in` structs named below). */
import type { RequestBody } from './kernel-request.js';
import type { RequestReader } from './request-reader.js';

/** `fuse_setxattr_in` in its short form (FUSE_SETXATTR_EXT is not negotiated): size:4 flags:4, name, value. */
export function decodeSetxattr(reader: RequestReader): RequestBody<'setxattr'> {
  const sizeBytes = reader.u32();
  const flags = reader.u32();
  const name = reader.name();
  return { kind: 'setxattr', flags, name, value: reader.raw(sizeBytes) };
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
