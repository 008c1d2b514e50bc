/** INIT flags, FUSE_* of linux/fuse.h, bit numbers as there. Those that hafs asks for or looks at. */
export const INIT_FLAG = {
  ASYNC_READ: 1n << 0n,
  POSIX_LOCKS: 1n << 1n,
  EXPORT_SUPPORT: 1n << 4n,
  BIG_WRITES: 1n << 5n,
  DONT_MASK: 1n << 6n,
  FLOCK_LOCKS: 1n << 10n,
  AUTO_INVAL_DATA: 1n << 12n,
  DO_READDIRPLUS: 1n << 13n,
  READDIRPLUS_AUTO: 1n << 14n,
  PARALLEL_DIROPS: 1n << 18n,
  POSIX_ACL: 1n << 20n,
  MAX_PAGES: 1n << 22n,
  CACHE_SYMLINKS: 1n << 23n,
  HANDLE_KILLPRIV_V2: 1n << 28n,
  SETXATTR_EXT: 1n << 29n,
  INIT_EXT: 1n << 30n,
  /** Shared mappings of files that are opened for direct I/O. */
  DIRECT_IO_ALLOW_MMAP: 1n << 36n,
} as const;
