/** Bounds and masks that both directions of a copy share. */
export const FILES_IN_FLIGHT_MAX = 16;
/** Requests of `IO_SIZE_BYTES_MAX` under way for one file. */
export const BLOCKS_IN_FLIGHT_MAX = 4;
/** Of `st_mode`: a copy belongs to whoever made it, so set-id bits would hand his rights to everybody. */
export const COPIED_MODE_BITS = 0o1777;
