/**
 * All extended attributes of an inode, in the order in which they were first set.
 *
 *   format:1 count:4, then for each: length:4 name length:4 value
 */
import type { ByteReader } from '../core/bytes.js';
import { KIB, XATTR_LIST_BYTES_MAX, XATTR_NAME_BYTES_MAX, XATTR_VALUE_BYTES_MAX } from '../core/limits.js';
import { check, decodeRecord, startRecord } from './record.js';

export interface Xattr {
  readonly name: Uint8Array;
  readonly value: Uint8Array;
}

/** Every change of one attribute rewrites the record, so it stays small: room for a few large values. */
export const XATTR_RECORD_BYTES_MAX = 256 * KIB;

const FRAME_BYTES = 8;

const recordBytes = (xattrs: readonly Xattr[]): number =>
  xattrs.reduce((bytes, { name, value }) => bytes + FRAME_BYTES + name.length + value.length, 1 + 4);

/** As listxattr(2) counts: each name with a NUL after it. */
const listBytes = (xattrs: readonly Xattr[]): number =>
  xattrs.reduce((bytes, { name }) => bytes + name.length + 1, 0);

/** Whether the attributes fit the record and can all be listed. */
export const xattrsFit = (xattrs: readonly Xattr[]): boolean =>
  recordBytes(xattrs) <= XATTR_RECORD_BYTES_MAX && listBytes(xattrs) <= XATTR_LIST_BYTES_MAX;

export function encodeXattrs(xattrs: readonly Xattr[]): Uint8Array {
  const writer = startRecord(recordBytes(xattrs)).u32(xattrs.length);
  for (const { name, value } of xattrs) writer.bytes(name).bytes(value);
  return writer.done();
}

/** @throws {CorruptionError} */
export const decodeXattrs = (key: Uint8Array, value: Uint8Array): Xattr[] =>
  decodeRecord(key, value, (reader) => {
    const count = reader.u32();
    check(reader.remaining >= count * FRAME_BYTES, 'bad number of attributes');
    return Array.from({ length: count }, () => readXattr(reader));
  });

function readXattr(reader: ByteReader): Xattr {
  const name = reader.bytes();
  check(name.length >= 1 && name.length <= XATTR_NAME_BYTES_MAX, 'bad length of a name');
  const value = reader.bytes();
  check(value.length <= XATTR_VALUE_BYTES_MAX, 'bad length of a value');
  return { name, value };
}
