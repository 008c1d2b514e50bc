/**
 * The inode record.
 *
 *   format:1 ino:8 type:1 mode:2 linkCount:4 uid:4 gid:4 rdev:4 sizeBytes:8 storedBytes:8
 *   atime:12 mtime:12 ctime:12 version:8, then by type
 *     regular     chunksEnd:4
 *     directory   parent:8 entryCount:8 nextCookie:8
 *     symlink     target, to the end of the record
 *
 * Bit 12 of the mode says that there are ACLs among the extended attributes, bit 13 that there are capabilities.
 * A time is seconds:8 (two's complement) nanoseconds:4.
 */
import type { Attr, Timestamp } from '../core/attr.js';
import type { ByteReader, ByteWriter } from '../core/bytes.js';
import { FIRST_DIRENT_COOKIE } from '../core/dirent.js';
import { chunkCount } from '../core/extent.js';
import type { Ino } from '../core/ids.js';
import { FILE_SIZE_BYTES_MAX, SYMLINK_TARGET_BYTES_MAX } from '../core/limits.js';
import { check, decodeRecord, readIno, readType, startRecord, writeType } from './record.js';

export interface RegularInode {
  readonly kind: 'regular';
  readonly attr: Attr;
  /** No chunk is stored at this index or above; below it there may be holes. */
  readonly chunksEnd: number;
}

export interface DirectoryInode {
  readonly kind: 'directory';
  readonly attr: Attr;
  /** What `..` stands for; the root is its own parent. */
  readonly parent: Ino;
  readonly entryCount: number;
  /** For the next new entry. Never given twice, so a listing never skips or repeats. */
  readonly nextCookie: number;
}

export interface SymlinkInode {
  readonly kind: 'symlink';
  readonly attr: Attr;
  readonly target: Uint8Array;
}

/** Device, fifo or socket: nothing but attributes. */
export interface SpecialInode {
  readonly kind: 'special';
  readonly attr: Attr;
}

export type Inode = RegularInode | DirectoryInode | SymlinkInode | SpecialInode;

const ATTR_BYTES = 88;
const BODY_BYTES = 24;
const MODE_BITS = 0o7777;
const ACL_BIT = 0o10000;
const CAPABILITY_BIT = 0o20000;
const STORED_MODE_MAX = MODE_BITS | ACL_BIT | CAPABILITY_BIT;
const NANOSECONDS_MAX = 999_999_999;

export function encodeInode(inode: Inode): Uint8Array {
  const writer = startRecord(1 + ATTR_BYTES + BODY_BYTES);
  writeAttr(writer, inode.attr);
  switch (inode.kind) {
    case 'regular':
      return writer.u32(inode.chunksEnd).done();
    case 'directory':
      return writer.u64(inode.parent).u64(inode.entryCount).u64(inode.nextCookie).done();
    case 'symlink':
      return writer.raw(inode.target).done();
    case 'special':
      return writer.done();
  }
}

/** @throws {CorruptionError} */
export const decodeInode = (key: Uint8Array, value: Uint8Array): Inode =>
  decodeRecord(key, value, (reader) => readBody(reader, readAttr(reader)));

function readBody(reader: ByteReader, attr: Attr): Inode {
  switch (attr.type) {
    case 'regular':
      return { kind: 'regular', attr, chunksEnd: readChunksEnd(reader, attr) };
    case 'directory':
      return readDirectory(reader, attr);
    case 'symlink':
      return { kind: 'symlink', attr, target: readTarget(reader) };
    case 'fifo':
    case 'charDevice':
    case 'blockDevice':
    case 'socket':
      return { kind: 'special', attr };
  }
}

function readChunksEnd(reader: ByteReader, attr: Attr): number {
  const end = reader.u32();
  check(end <= chunkCount(attr.sizeBytes), 'chunks past the end of the file');
  return end;
}

function readDirectory(reader: ByteReader, attr: Attr): DirectoryInode {
  const parent = readIno(reader);
  const entryCount = reader.u64();
  const nextCookie = reader.u64();
  check(nextCookie >= FIRST_DIRENT_COOKIE, 'cookie below the first');
  return { kind: 'directory', attr, parent, entryCount, nextCookie };
}

function readTarget(reader: ByteReader): Uint8Array {
  const length = reader.remaining;
  check(length >= 1 && length <= SYMLINK_TARGET_BYTES_MAX, 'bad length of a symlink target');
  return reader.raw(length);
}

function writeAttr(writer: ByteWriter, attr: Attr): void {
  writeType(writer.u64(attr.ino), attr.type).u16(storedMode(attr)).u32(attr.linkCount);
  writer.u32(attr.uid).u32(attr.gid).u32(attr.rdev).u64(attr.sizeBytes).u64(attr.storedBytes);
  for (const time of [attr.atime, attr.mtime, attr.ctime]) writer.i64(time.seconds).u32(time.nanoseconds);
  writer.u64(attr.version);
}

const storedMode = ({ mode, hasAcl, hasCapability }: Attr): number =>
  mode | (hasAcl === true ? ACL_BIT : 0) | (hasCapability === true ? CAPABILITY_BIT : 0);

const readMode = (stored: number): Pick<Attr, 'mode' | 'hasAcl' | 'hasCapability'> => ({
  mode: stored & MODE_BITS,
  ...((stored & ACL_BIT) !== 0 && { hasAcl: true }),
  ...((stored & CAPABILITY_BIT) !== 0 && { hasCapability: true }),
});

function readAttr(reader: ByteReader): Attr {
  return {
    ino: readIno(reader),
    type: readType(reader),
    ...readMode(bounded(reader.u16(), STORED_MODE_MAX)),
    linkCount: reader.u32(),
    uid: reader.u32(),
    gid: reader.u32(),
    rdev: reader.u32(),
    sizeBytes: bounded(reader.u64(), FILE_SIZE_BYTES_MAX),
    storedBytes: bounded(reader.u64(), FILE_SIZE_BYTES_MAX),
    atime: readTime(reader),
    mtime: readTime(reader),
    ctime: readTime(reader),
    version: reader.u64(),
  };
}

function bounded(value: number, max: number): number {
  check(value <= max, `${value} is above ${max}`);
  return value;
}

function readTime(reader: ByteReader): Timestamp {
  const seconds = reader.i64();
  check(Number.isSafeInteger(seconds), 'time out of range');
  return { seconds, nanoseconds: bounded(reader.u32(), NANOSECONDS_MAX) };
}
