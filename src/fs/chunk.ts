/**
 * Chunks as they are stored: data:0..CHUNK_SIZE_BYTES crc32c:4.
 *
 * The checksum goes on from that of the chunk's key, so a chunk in the wrong place is found like a
 * damaged one. A chunk may be shorter than the file asks for: the bytes missing are zeros.
 */
import { assert } from '../core/assert.js';
import { crc32c } from '../core/crc32c.js';
import { CorruptionError } from '../core/errors.js';
import { CHUNK_SIZE_BYTES } from '../core/limits.js';
import { describeKey } from './keys.js';

const CHECKSUM_BYTES = 4;
const ZEROS = new Uint8Array(CHUNK_SIZE_BYTES);

/** Shared: for reading only. */
export const zeros = (length: number): Uint8Array => ZEROS.subarray(0, length);

/** Joins the parts into a chunk's value, copying each byte once. */
export function sealChunk(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  assert(length <= CHUNK_SIZE_BYTES, `chunk of ${length} bytes`);
  const sealed = Buffer.allocUnsafe(length + CHECKSUM_BYTES);
  let at = 0;
  for (const part of parts) {
    sealed.set(part, at);
    at += part.length;
  }
  sealed.writeUInt32BE(crc32c(sealed.subarray(0, length), crc32c(key)), length);
  return sealed;
}

/** @returns the data, not copied. @throws {CorruptionError} when it is damaged or lay under another key. */
export function openChunk(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  const length = dataLength(sealed);
  const data = sealed.subarray(0, length);
  const trailer = Buffer.from(sealed.buffer, sealed.byteOffset + length, sealed.length - length);
  if (trailer.length < CHECKSUM_BYTES || crc32c(data, crc32c(key)) !== trailer.readUInt32BE(0)) {
    throw new CorruptionError(`${describeKey(key)}: bad checksum`);
  }
  assert(length <= CHUNK_SIZE_BYTES, `chunk of ${length} bytes`);
  return data;
}

/** How much data a chunk's value holds; needs no sound checksum. */
export const dataLength = (sealed: Uint8Array): number => Math.max(0, sealed.length - CHECKSUM_BYTES);

/** What a chunk holds once `data` was written over it at `offset`, in parts for `sealChunk`. */
export function overlay(old: Uint8Array, offset: number, data: Uint8Array): Uint8Array[] {
  return [
    old.subarray(0, offset),
    zeros(Math.max(0, offset - old.length)),
    data,
    old.subarray(offset + data.length),
  ];
}
