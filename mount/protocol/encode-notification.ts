/** FUSE_NOTIFY_* of linux/fuse.h: a `fuse_out_header` with unique 0 and the code as its error, then the fields. */
import { ReplyWriter } from './reply-writer.js';
import type { KernelNodeId } from './request-ids.js';

const HEADER_BYTES = 16;
const INVAL_INODE = 2;
const INVAL_ENTRY = 3;
const INC_EPOCH = 8;
const INVAL_INODE_BYTES = 24;
const INVAL_ENTRY_BYTES = 16;
/** A negative offset spares the pages. */
const ATTRIBUTES_ONLY = -1;
/** FUSE_EXPIRE_ONLY (Linux 6.2; older kernels take it for an invalid entry). */
const EXPIRE_ONLY = 1 << 0;
/** FUSE_NOTIFY_INC_EPOCH came with this minor version (Linux 6.16). */
export const EPOCH_MINOR_MIN = 44;

const begin = (code: number, bodyBytes: number): ReplyWriter =>
  new ReplyWriter(HEADER_BYTES + bodyBytes)
    .u32(HEADER_BYTES + bodyBytes)
    .i32(code)
    .skip(8);

/** `fuse_notify_inval_inode_out`: ino:8 off:8 len:8; length 0 is to the end. */
const invalidInode = (nodeid: KernelNodeId, offsetBytes: number): Uint8Array =>
  begin(INVAL_INODE, INVAL_INODE_BYTES).u64(nodeid).u64(offsetBytes).skip(8).done();

export const invalidAttributes = (nodeid: KernelNodeId): Uint8Array => invalidInode(nodeid, ATTRIBUTES_ONLY);

export const invalidData = (nodeid: KernelNodeId): Uint8Array => invalidInode(nodeid, 0);

/** `fuse_notify_inval_entry_out`: parent:8 namelen:4 flags:4, then the name and a NUL. */
const aboutEntry = (parent: KernelNodeId, name: Uint8Array, flags: number): Uint8Array =>
  begin(INVAL_ENTRY, INVAL_ENTRY_BYTES + name.length + 1)
    .u64(parent)
    .u32(name.length)
    .u32(flags)
    .raw(name)
    .skip(1)
    .done();

export const invalidEntry = (parent: KernelNodeId, name: Uint8Array): Uint8Array =>
  aboutEntry(parent, name, 0);

export const expiredEntry = (parent: KernelNodeId, name: Uint8Array): Uint8Array =>
  aboutEntry(parent, name, EXPIRE_ONLY);

export const newEpoch = (): Uint8Array => begin(INC_EPOCH, 0).done();
