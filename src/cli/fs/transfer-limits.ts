/** Bounds and masks that both directions of a copy share. */
export const FILES_IN_FLIGHT_MAX = 16;
/** Requests of `IO_SIZE_BYTES_MAX` under way for one file. */
export const BLOCKS_IN_FLIGHT_MAX = 4;
/** Permission bits with set-id and sticky, out of `st_mode`. */
export const PERMISSION_BITS = 0o7777;
