/**
 * Values as they are stored: data, then crc32c:4.
 *
 * The checksum goes on from that of the key, so a value under another key is found like a damaged one.
 */
import { crc32c } from './crc32c.js';

export const SEAL_BYTES = 4;

/** Joins the parts into a sealed value, copying each byte once. */
export function seal(key: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  const length = totalBytes(parts);
  const sealed = Buffer.allocUnsafe(length + SEAL_BYTES);
  let at = 0;
  for (const part of parts) {
    sealed.set(part, at);
    at += part.length;
  }
  sealed.writeUInt32BE(crc32c(sealed.subarray(0, length), crc32c(key)), length);
  return sealed;
}

const totalBytes = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0);

/** Whether a sealed value is what was once sealed under this key. */
export function isSound(key: Uint8Array, sealed: Uint8Array): boolean {
  const length = sealed.length - SEAL_BYTES;
  if (length < 0) return false;
  const trailer = Buffer.from(sealed.buffer, sealed.byteOffset + length, SEAL_BYTES);
  return crc32c(sealed.subarray(0, length), crc32c(key)) === trailer.readUInt32BE(0);
}

/** The data of a sealed value, not copied. */
export const dataOf = (sealed: Uint8Array): Uint8Array =>
  sealed.subarray(0, Math.max(0, sealed.length - SEAL_BYTES));
