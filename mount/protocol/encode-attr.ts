import { FILE_TYPE, type Attr } from '../../src/core/attr.js';
import { PREFERRED_IO_BYTES } from '../../src/core/limits.js';
import { NOT_VALID, type Validity } from './kernel-reply.js';
import { ReplyWriter } from './reply-writer.js';

export const ATTR_BYTES = 88;
export const ENTRY_OUT_BYTES = 40 + ATTR_BYTES;
const ATTR_OUT_BYTES = 16 + ATTR_BYTES;
const OPEN_OUT_BYTES = 16;
const BLOCK_BYTES = 512;
const FILE_TYPE_SHIFT = 12;

/**
 * `struct fuse_attr` of linux/fuse.h:
 *
 *   ino:8 size:8 blocks:8 atime:8 mtime:8 ctime:8 atimensec:4 mtimensec:4 ctimensec:4
 *   mode:4 nlink:4 uid:4 gid:4 rdev:4 blksize:4 flags:4
 */
function putAttr(writer: ReplyWriter, attr: Attr): ReplyWriter {
  writer
    .u64(attr.ino)
    .u64(attr.sizeBytes)
    .u64(Math.ceil(attr.storedBytes / BLOCK_BYTES));
  const times = [attr.atime, attr.mtime, attr.ctime];
  for (const time of times) writer.u64(time.seconds);
  for (const time of times) writer.u32(time.nanoseconds);
  const mode = (FILE_TYPE[attr.type] << FILE_TYPE_SHIFT) | attr.mode;
  writer.u32(mode).u32(attr.linkCount).u32(attr.uid).u32(attr.gid).u32(attr.rdev);
  return writer.u32(PREFERRED_IO_BYTES).u32(0);
}

/** A time span as the kernel has it: whole seconds, and nanoseconds. Never longer than the lease. */
const secondsOf = (validMs: number): number => Math.floor(validMs / 1_000);
const nanosecondsOf = (validMs: number): number => Math.floor((validMs % 1_000) * 1e6);

/**
 * `struct fuse_entry_out`: nodeid:8 generation:8 entry_valid:8 attr_valid:8 entry_valid_nsec:4
 * attr_valid_nsec:4 attr:88. Inode numbers are never reused, so one generation is enough.
 */
export function putEntry(
  writer: ReplyWriter,
  attr: Attr,
  { entryMs, attrMs }: Validity,
  nodeid: number = attr.ino,
): ReplyWriter {
  writer.u64(nodeid).skip(8).u64(secondsOf(entryMs)).u64(secondsOf(attrMs));
  return putAttr(writer.u32(nanosecondsOf(entryMs)).u32(nanosecondsOf(attrMs)), attr);
}

export const encodeEntry = (attr: Attr, valid: Validity, nodeid?: number): Uint8Array =>
  putEntry(new ReplyWriter(ENTRY_OUT_BYTES), attr, valid, nodeid).done();

/** Node 0: the name does not exist, and need not be asked for again while that is valid. */
export const encodeMissing = (entryMs: number): Uint8Array =>
  new ReplyWriter(ENTRY_OUT_BYTES)
    .skip(16)
    .u64(secondsOf(entryMs))
    .skip(8)
    .u32(nanosecondsOf(entryMs))
    .skip(4 + ATTR_BYTES)
    .done();

/** `struct fuse_attr_out`: attr_valid:8 attr_valid_nsec:4 dummy:4 attr:88. */
export const encodeAttr = (attr: Attr, validMs: number): Uint8Array =>
  putAttr(
    new ReplyWriter(ATTR_OUT_BYTES).u64(secondsOf(validMs)).u32(nanosecondsOf(validMs)).skip(4),
    attr,
  ).done();

/** `open_flags` bits: past the page cache; the file's pages stay when it is opened anew; no FLUSH when this file is closed. */
const FOPEN_DIRECT_IO = 1 << 0;
const FOPEN_KEEP_CACHE = 1 << 1;
const FOPEN_NOFLUSH = 1 << 5;

interface OpenFlags {
  readonly isFlushed: boolean;
  readonly keepsPages: boolean;
  readonly isDirect?: boolean;
}

/** `struct fuse_open_out`: fh:8 open_flags:4 padding:4. */
function putOpen(writer: ReplyWriter, handle: bigint, flags: OpenFlags): ReplyWriter {
  const direct = flags.isDirect === true ? FOPEN_DIRECT_IO : 0;
  const kept = flags.keepsPages ? FOPEN_KEEP_CACHE : 0;
  const unflushed = flags.isFlushed ? 0 : FOPEN_NOFLUSH;
  return writer
    .u64Exact(handle)
    .u32(direct | kept | unflushed)
    .skip(4);
}

export const encodeOpen = (handle: bigint, flags: OpenFlags): Uint8Array =>
  putOpen(new ReplyWriter(OPEN_OUT_BYTES), handle, flags).done();

/** CREATE's reply: `fuse_entry_out`, then `fuse_open_out`. */
export function encodeCreated(attr: Attr, handle: bigint, isDirect = false): Uint8Array {
  const writer = putEntry(new ReplyWriter(ENTRY_OUT_BYTES + OPEN_OUT_BYTES), attr, NOT_VALID);
  return putOpen(writer, handle, { isFlushed: true, keepsPages: true, isDirect }).done();
}
