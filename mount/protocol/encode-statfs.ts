import { KIB, NAME_BYTES_MAX } from '../../src/core/limits.js';
import type { VolumeSpace } from '../../src/core/operation.js';
import { ReplyWriter } from './reply-writer.js';

const STATFS_OUT_BYTES = 80;
const FRAGMENT_BYTES = 4 * KIB;

/**
 * `struct fuse_kstatfs` of linux/fuse.h:
 *
 *   blocks:8 bfree:8 bavail:8 files:8 ffree:8 bsize:4 namelen:4 frsize:4 padding:4 spare:24
 *
 * Inodes are not preallocated: as many can follow as there are free blocks.
 */
export function encodeStatfs(space: VolumeSpace): Uint8Array {
  const freeBlocks = Math.floor(space.availableBytes / FRAGMENT_BYTES);
  return new ReplyWriter(STATFS_OUT_BYTES)
    .u64(Math.floor(space.totalBytes / FRAGMENT_BYTES))
    .u64(freeBlocks)
    .u64(freeBlocks)
    .u64(space.inodeCount + freeBlocks)
    .u64(freeBlocks)
    .u32(FRAGMENT_BYTES)
    .u32(NAME_BYTES_MAX)
    .u32(FRAGMENT_BYTES)
    .skip(28)
    .done();
}
