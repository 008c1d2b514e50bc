import { InvalidRequestError } from '../../src/core/errors.js';
import { IO_SIZE_BYTES_MAX, KIB } from '../../src/core/limits.js';
import { INIT_FLAG } from './init-flags.js';
import type { InitOffer } from './kernel-request.js';
import { ReplyWriter } from './reply-writer.js';

/** FUSE_KERNEL_VERSION and FUSE_KERNEL_MINOR_VERSION of the linux/fuse.h that this code was written from. */
export const PROTOCOL_MAJOR = 7;
export const PROTOCOL_MINOR = 38;
/** Linux 4.9, the oldest minor that enforces ACLs: without, they would be kept and mean nothing. */
export const PROTOCOL_MINOR_MIN = 26;

const PAGE_SIZE_BYTES = 4 * KIB;
/** Read-ahead and write-back requests under way at once; the kernel's own default is 12. */
const BACKGROUND_REQUESTS_MAX = 64;
const CONGESTION_THRESHOLD = 48;
const TIME_GRANULARITY_NANOSECONDS = 1;
const INIT_OUT_BYTES = 64;

const WANTED_FLAGS =
  INIT_FLAG.ASYNC_READ |
  INIT_FLAG.POSIX_LOCKS |
  INIT_FLAG.FLOCK_LOCKS |
  INIT_FLAG.EXPORT_SUPPORT |
  INIT_FLAG.BIG_WRITES |
  INIT_FLAG.DONT_MASK |
  INIT_FLAG.AUTO_INVAL_DATA |
  INIT_FLAG.DO_READDIRPLUS |
  INIT_FLAG.READDIRPLUS_AUTO |
  INIT_FLAG.PARALLEL_DIROPS |
  INIT_FLAG.POSIX_ACL |
  INIT_FLAG.MAX_PAGES |
  INIT_FLAG.CACHE_SYMLINKS |
  INIT_FLAG.HANDLE_KILLPRIV_V2 |
  INIT_FLAG.SETXATTR_EXT |
  INIT_FLAG.INIT_EXT |
  INIT_FLAG.DIRECT_IO_ALLOW_MMAP;

/**
 * Two full requests: while one is read, the next is on its way. It is answered whatever the kernel offers:
 * the device may have been given more (read-ahead.ts) since the offer was written, and the less of both counts.
 */
export const READ_AHEAD_BYTES = 2 * IO_SIZE_BYTES_MAX;

/** What both sides will keep to. `flags` has the second word in bits 32..63. */
export interface InitAnswer {
  readonly minor: number;
  readonly flags: bigint;
}

/**
 * Takes of the kernel's offer what hafs wants: the smaller minor, the flags both know.
 * @throws {InvalidRequestError} when the kernel is too old, or speaks another major version.
 */
export function negotiate(offer: InitOffer): InitAnswer {
  if (offer.major !== PROTOCOL_MAJOR || offer.minor < PROTOCOL_MINOR_MIN) {
    throw new InvalidRequestError(
      `FUSE protocol ${offer.major}.${offer.minor} of the kernel is not supported`,
    );
  }
  return {
    minor: Math.min(offer.minor, PROTOCOL_MINOR),
    flags: offer.flags & WANTED_FLAGS,
  };
}

/**
 * `struct fuse_init_out` of linux/fuse.h:
 *
 *   major:4 minor:4 max_readahead:4 flags:4 max_background:2 congestion_threshold:2
 *   max_write:4 time_gran:4 max_pages:2 map_alignment:2 flags2:4 unused:28
 */
export function encodeInit(answer: InitAnswer): Uint8Array {
  return new ReplyWriter(INIT_OUT_BYTES)
    .u32(PROTOCOL_MAJOR)
    .u32(answer.minor)
    .u32(READ_AHEAD_BYTES)
    .u32(Number(BigInt.asUintN(32, answer.flags)))
    .u16(BACKGROUND_REQUESTS_MAX)
    .u16(CONGESTION_THRESHOLD)
    .u32(IO_SIZE_BYTES_MAX)
    .u32(TIME_GRANULARITY_NANOSECONDS)
    .u16(IO_SIZE_BYTES_MAX / PAGE_SIZE_BYTES)
    .skip(2)
    .u32(Number(answer.flags >> 32n))
    .skip(28)
    .done();
}
