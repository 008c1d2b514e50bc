import { FileError } from '../../../src/core/errors.js';

/** What stands for bytes that are no UTF-8: fuse-native makes strings of names, and what they were is lost. */
const REPLACEMENT = '\ufffd';

/** @throws {FileError} EINVAL for a name that may have been another one. */
export function textToBytes(text: string): Uint8Array {
  if (text.includes(REPLACEMENT)) throw new FileError('EINVAL', 'a name that is not UTF-8');
  return Buffer.from(text);
}

/** @returns `undefined` for what fuse-native could not pass on as it is. */
export function bytesToText(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.includes(REPLACEMENT) ? undefined : text;
}
