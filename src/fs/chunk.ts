/**
 * Chunks as they are stored: data:0..CHUNK_SIZE_BYTES, sealed (core/seal.ts).
 *
 * A chunk in the wrong place is found like a damaged one. A chunk may be shorter than the file asks for: the bytes missing are zeros.
 */
import { assert } from '../core/assert.js';
import { CorruptionError } from '../core/errors.js';
import { CHUNK_SIZE_BYTES } from '../core/limits.js';
import { dataOf, isSound, seal, SEAL_BYTES } from '../core/seal.js';
import { describeKey } from './keys.js';

const ZEROS = new Uint8Array(CHUNK_SIZE_BYTES);

/** Shared: for reading only. */
export const zeros = (length: number): Uint8Array => ZEROS.subarray(0, length);

/** Joins the parts into a chunk's value, copying each byte once. */
export function sealChunk(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const sealed = seal(key, parts);
  assert(dataLength(sealed) <= CHUNK_SIZE_BYTES, `chunk of ${dataLength(sealed)} bytes`);
  return sealed;
}

/** @returns the data, not copied. @throws {CorruptionError} when it is damaged or lay under another key. */
export function openChunk(key: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (!isSound(key, sealed)) throw new CorruptionError(`${describeKey(key)}: bad checksum`);
  assert(dataLength(sealed) <= CHUNK_SIZE_BYTES, `chunk of ${dataLength(sealed)} bytes`);
  return dataOf(sealed);
}

/** How much data a chunk's value holds; needs no sound checksum. */
export const dataLength = (sealed: Uint8Array): number => Math.max(0, sealed.length - SEAL_BYTES);

/** What a chunk holds once `data` was written over it at `offset`, in parts for `sealChunk`. */
export function overlay(old: Uint8Array, offset: number, data: Uint8Array): Uint8Array[] {
  return [
    old.subarray(0, offset),
    zeros(Math.max(0, offset - old.length)),
    data,
    old.subarray(offset + data.length),
  ];
}
