/** How a file is opened: flags of asm-generic/fcntl.h, as the kernel hands them on. */
export const O_ACCMODE = 0o3;
export const O_RDONLY = 0o0;
export const O_EXCL = 0o200;
export const O_APPEND = 0o2000;
export const O_NOATIME = 0o1000000;
/** Part of O_SYNC too. */
export const O_DSYNC = 0o10000;
