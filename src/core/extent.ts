import { assert } from './assert.js';
import { chunkIndex, type ChunkIndex } from './ids.js';
import { CHUNK_SIZE_BYTES, FILE_SIZE_BYTES_MAX } from './limits.js';

/** A byte range within one chunk. */
export interface Extent {
  readonly chunk: ChunkIndex;
  /** From the start of the chunk. */
  readonly offset: number;
  readonly length: number;
}

/**
 * Splits a byte range of a file into one extent per chunk.
 *
 * Shape: ascending by `chunk`, no gaps; empty only when `lengthBytes` is 0.
 * Units: `offsetBytes` counts from the start of the file, `Extent.offset` from the chunk.
 * The caller has checked that the range ends within `FILE_SIZE_BYTES_MAX` (else EFBIG).
 */
export function splitRange(offsetBytes: number, lengthBytes: number): Extent[] {
  const end = offsetBytes + lengthBytes;
  assert(offsetBytes >= 0 && lengthBytes >= 0 && end <= FILE_SIZE_BYTES_MAX, 'range out of bounds');
  const extents: Extent[] = [];
  for (let at = offsetBytes; at < end;) {
    const offset = at % CHUNK_SIZE_BYTES;
    const length = Math.min(CHUNK_SIZE_BYTES - offset, end - at);
    extents.push({ chunk: chunkIndex(Math.floor(at / CHUNK_SIZE_BYTES)), offset, length });
    at += length;
  }
  return extents;
}

/** How many bytes of a write that begins there the largest file has room for: the others are not written, as on Linux. */
export const fittingBytes = (offsetBytes: number, lengthBytes: number): number =>
  Math.max(0, Math.min(lengthBytes, FILE_SIZE_BYTES_MAX - offsetBytes));

/** How many chunks a file of this size spans. */
export const chunkCount = (sizeBytes: number): number => Math.ceil(sizeBytes / CHUNK_SIZE_BYTES);
