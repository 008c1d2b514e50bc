import { InvalidRequestError } from '../../src/core/errors.js';
import type { RequestHeader } from './kernel-request.js';
import { kernelNodeId, unique } from './request-ids.js';
import type { RequestReader } from './request-reader.js';

export const IN_HEADER_BYTES = 40;
const EXTENSION_UNIT_BYTES = 8;

export interface InHeader extends RequestHeader {
  readonly opcode: number;
  /** Of the extensions at the request's end. None are negotiated; a kernel that sends some is told EINVAL. */
  readonly extensionBytes: number;
}

/**
 * `struct fuse_in_header` of linux/fuse.h:
 *
 *   len:4 opcode:4 unique:8 nodeid:8 uid:4 gid:4 pid:4 total_extlen:2 padding:2
 */
export function decodeInHeader(reader: RequestReader): InHeader {
  const available = reader.remaining;
  const lengthBytes = reader.u32();
  if (lengthBytes !== available) throw new InvalidRequestError('a FUSE request belies its length');
  const opcode = reader.u32();
  const id = unique(reader.u64Exact());
  const nodeid = kernelNodeId(reader.u64());
  const caller = { uid: reader.u32(), gid: reader.u32() };
  const extensionBytes = reader.skip(4).u16() * EXTENSION_UNIT_BYTES;
  reader.skip(2);
  return { opcode, unique: id, nodeid, caller, extensionBytes };
}
