import { encodeDirents } from './dirent-layout.js';
import { encodeAttr, encodeCreated, encodeEntry, encodeMissing, encodeOpen } from './encode-attr.js';
import { encodeStatfs } from './encode-statfs.js';
import { encodeLock } from './encode-lock.js';
import { encodeInit } from './init-answer.js';
import type { KernelReply } from './kernel-reply.js';
import { ReplyWriter } from './reply-writer.js';
import type { Unique } from './request-ids.js';

export const OUT_HEADER_BYTES = 16;
const SIZE_OUT_BYTES = 8;
/** `fuse_lseek_out`: offset:8. */
const OFFSET_OUT_BYTES = 8;
const NOTHING = new Uint8Array(0);

/**
 * A reply as the parts of one write: `struct fuse_out_header` of linux/fuse.h (len:4 error:4 unique:8,
 * the error negative) and what follows it. Bulk data is not copied.
 */
export function encodeReply(id: Unique, reply: KernelReply): readonly [Uint8Array, Uint8Array] {
  const payload = encodePayload(reply);
  const header = new ReplyWriter(OUT_HEADER_BYTES)
    .u32(OUT_HEADER_BYTES + payload.length)
    .i32(reply.kind === 'error' ? -reply.errno : 0)
    .u64Exact(id);
  return [header.done(), payload];
}

function encodePayload(reply: KernelReply): Uint8Array {
  switch (reply.kind) {
    case 'error':
    case 'none':
    case 'done':
      return NOTHING;
    case 'init':
      return encodeInit(reply.answer);
    case 'entry':
      return encodeEntry(reply.attr, reply.valid, reply.nodeid);
    case 'missing':
      return encodeMissing(reply.entryMs);
    case 'created':
      return encodeCreated(reply.attr, reply.handle, reply.isDirect);
    case 'attr':
      return encodeAttr(reply.attr, reply.validMs);
    case 'opened':
      return encodeOpen(reply.handle, reply);
    case 'directoryOpened':
      return encodeOpen(0n, { isFlushed: true, keepsPages: false });
    case 'obstacle':
      return encodeLock(reply.lock);
    case 'data':
      return reply.data;
    case 'written':
    case 'xattrSize':
      return encodeSize(reply.sizeBytes);
    case 'offset':
      return new ReplyWriter(OFFSET_OUT_BYTES).u64(reply.offsetBytes).done();
    case 'dirents':
      return encodeDirents(reply.entries, false);
    case 'direntsPlus':
      return encodeDirents(reply.entries, true);
    case 'space':
      return encodeStatfs(reply.space);
  }
}

/** `fuse_write_out` and `fuse_getxattr_out` of linux/fuse.h, which are alike: size:4 padding:4. */
const encodeSize = (sizeBytes: number): Uint8Array =>
  new ReplyWriter(SIZE_OUT_BYTES).u32(sizeBytes).skip(4).done();
