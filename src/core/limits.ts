/** Every bound of hafs that more than one layer must agree on. */
import { assert } from './assert.js';

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;
export const TIB = 1024 * GIB;

/** Bytes of file data under one key (docs/decisions/0009-smaller-chunks.md). */
export const CHUNK_SIZE_BYTES = 32 * KIB;
/** Largest file: 32-bit chunk indices would allow more, offsets must stay safe integers. */
export const FILE_SIZE_BYTES_MAX = 16 * TIB;
/** Largest single read or write request (the mount negotiates the same with the kernel). */
export const IO_SIZE_BYTES_MAX = MIB;
/** What stat(2) tells programs to read and write at a time (`st_blksize`). */
export const PREFERRED_IO_BYTES = 128 * KIB;
/** NAME_MAX of Linux. */
export const NAME_BYTES_MAX = 255;
/** PATH_MAX of Linux without the final NUL: the longest symlink target. */
export const SYMLINK_TARGET_BYTES_MAX = 4095;
/** LINK_MAX as ext4 has it. */
export const LINK_COUNT_MAX = 65_000;
/** Of a directory, each subdirectory counts: what `st_nlink` can say. */
export const DIRECTORY_LINK_COUNT_MAX = 2 ** 32 - 1;
/** XATTR_NAME_MAX of Linux. */
export const XATTR_NAME_BYTES_MAX = 255;
/** XATTR_SIZE_MAX of Linux. */
export const XATTR_VALUE_BYTES_MAX = 64 * KIB;
/** XATTR_LIST_MAX of Linux. */
export const XATTR_LIST_BYTES_MAX = 64 * KIB;

/** One message between processes; a larger one closes the connection. */
export const MESSAGE_BYTES_MAX = 8 * MIB;
/** Operations that one session may have under way at once. */
export const SESSION_SLOTS_MAX = 256;
/** Chunks deleted by one journal entry; larger truncations take several entries. */
export const TRUNCATE_CHUNKS_PER_STEP_MAX = 4096;
/** Files that one `readFiles` may name. */
export const READ_FILES_MAX = 64;
/** As large as a file may be to be told with others: to ask for a larger one costs little beside its data. */
export const SMALL_FILE_BYTES_MAX = 32 * KIB;
/** Orphans that one `release` may name. */
export const RELEASE_INOS_MAX = 1024;

assert(SMALL_FILE_BYTES_MAX <= CHUNK_SIZE_BYTES);
assert(IO_SIZE_BYTES_MAX % CHUNK_SIZE_BYTES === 0);
assert(FILE_SIZE_BYTES_MAX / CHUNK_SIZE_BYTES <= 2 ** 32);

/** Inodes whose paths are asked for at once: all that three bricks tell of one kind of operation. */
export const PATHS_MAX = 300;
