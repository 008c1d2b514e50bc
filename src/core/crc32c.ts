/** CRC-32C (Castagnoli, RFC 3720 appendix B.4), by the processor's own instruction where it has one. */
import { crc32c as crc32cNative } from '@node-rs/crc32';

/** @param seed the checksum of what came before, to go on from there. */
export const crc32c = (bytes: Uint8Array, seed = 0): number => crc32cNative(bytes, seed);
