/**
 * Keys of the file system. Byte 0 is the kind (core/key-kind.ts); integers are big-endian, so keys
 * sort by number and a directory, a listing and a file's chunks are ranges.
 *
 *   0x10                        counters: next ino, inodes in use
 *   0x11 ino:8                  inode
 *   0x12 parent:8 name:1..255   directory entry -> child ino, type, cookie
 *   0x13 parent:8 cookie:8      the same entry in the order of listings -> child ino, type, name
 *   0x14 ino:8 chunk:4          chunk bytes, then crc32c:4
 *   0x15 ino:8                  extended attributes, all of them
 *   0x16 ino:8                  orphan: sessions that may still hold this unlinked inode
 */
import { afterPrefix, ByteReader, ByteWriter } from '../core/bytes.js';
import type { ChunkIndex, Ino } from '../core/ids.js';
import { KEY_KIND } from '../core/key-kind.js';

const INO_KEY_BYTES = 9;
const COOKIE_KEY_BYTES = 17;
const CHUNK_KEY_BYTES = 13;

const inoKey = (kind: number, ino: Ino, keyBytes = INO_KEY_BYTES): ByteWriter =>
  new ByteWriter(keyBytes).u8(kind).u64(ino);

export const countersKey = (): Uint8Array => Uint8Array.of(KEY_KIND.counters);

export const inodeKey = (ino: Ino): Uint8Array => inoKey(KEY_KIND.inode, ino).done();

export const direntKey = (parent: Ino, name: Uint8Array): Uint8Array =>
  inoKey(KEY_KIND.dirent, parent, INO_KEY_BYTES + name.length)
    .raw(name)
    .done();

/** Parent and name of a key made by `direntKey`. */
export function placeOfKey(key: Uint8Array): { readonly parent: Ino; readonly name: Uint8Array } {
  return { parent: new ByteReader(key.subarray(1)).u64() as Ino, name: key.subarray(INO_KEY_BYTES) };
}

/** Every directory's entries. */
export const allDirentsRange = (): KeyRange => rangeOf(Uint8Array.of(KEY_KIND.dirent));

export const direntsRange = (parent: Ino): KeyRange => rangeOf(inoKey(KEY_KIND.dirent, parent).done());

const rangeOf = (prefix: Uint8Array): KeyRange => ({ from: prefix, to: afterPrefix(prefix) });

export const cookieKey = (parent: Ino, cookie: number): Uint8Array =>
  inoKey(KEY_KIND.cookie, parent, COOKIE_KEY_BYTES).u64(cookie).done();

/** The cookie of a key made by `cookieKey`. */
export const cookieOfKey = (key: Uint8Array): number => new ByteReader(key.subarray(INO_KEY_BYTES)).u64();

export const chunkKey = (ino: Ino, chunk: ChunkIndex): Uint8Array =>
  inoKey(KEY_KIND.chunk, ino, CHUNK_KEY_BYTES).u32(chunk).done();

/** The index of a key made by `chunkKey`. */
export const chunkIndexOf = (key: Uint8Array): number => new ByteReader(key.subarray(INO_KEY_BYTES)).u32();

export const xattrKey = (ino: Ino): Uint8Array => inoKey(KEY_KIND.xattr, ino).done();

export const lockKey = (ino: Ino): Uint8Array => inoKey(KEY_KIND.lock, ino).done();

export const orphanKey = (ino: Ino): Uint8Array => inoKey(KEY_KIND.orphan, ino).done();

/** Keys from `from` (included) to `to` (excluded). */
export interface KeyRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** The rest of a directory's listing, after the entry with this cookie. */
export function cookieRange(parent: Ino, afterCookie: number): KeyRange {
  const first = Math.min(afterCookie, Number.MAX_SAFE_INTEGER - 1) + 1;
  return { from: cookieKey(parent, first), to: afterPrefix(inoKey(KEY_KIND.cookie, parent).done()) };
}

interface KeyShape {
  readonly bytesMin: number;
  /** Takes what follows the kind. */
  readonly describe: (rest: ByteReader) => string;
}

const SHAPE_OF_KIND: ReadonlyMap<number, KeyShape> = new Map<number, KeyShape>([
  [KEY_KIND.counters, { bytesMin: 1, describe: () => 'counters' }],
  [KEY_KIND.inode, { bytesMin: INO_KEY_BYTES, describe: (rest) => `inode ${rest.u64()}` }],
  [KEY_KIND.dirent, { bytesMin: INO_KEY_BYTES + 1, describe: describeDirent }],
  [KEY_KIND.cookie, { bytesMin: COOKIE_KEY_BYTES, describe: describeCookie }],
  [KEY_KIND.chunk, { bytesMin: CHUNK_KEY_BYTES, describe: describeChunk }],
  [KEY_KIND.xattr, { bytesMin: INO_KEY_BYTES, describe: (rest) => `xattrs of ${rest.u64()}` }],
  [KEY_KIND.orphan, { bytesMin: INO_KEY_BYTES, describe: (rest) => `orphan ${rest.u64()}` }],
]);

const NAME_OF_KIND: ReadonlyMap<number, string> = new Map(
  Object.entries(KEY_KIND).map(([name, kind]) => [kind, name]),
);

/** A key for people to read, such as `chunk 3 of 12`. Any bytes will do; those of other layers are shown in hex. */
export function describeKey(key: Uint8Array): string {
  const kind = key[0] ?? 0;
  const shape = SHAPE_OF_KIND.get(kind);
  if (shape !== undefined && key.length >= shape.bytesMin) {
    return shape.describe(new ByteReader(key.subarray(1)));
  }
  const rest = Buffer.from(key.subarray(1)).toString('hex');
  return `${NAME_OF_KIND.get(kind) ?? `key of kind ${kind}`} ${rest}`.trimEnd();
}

function describeDirent(rest: ByteReader): string {
  const parent = rest.u64();
  const name = Buffer.from(rest.raw(rest.remaining)).toString('utf8');
  return `entry ${JSON.stringify(name)} in ${parent}`;
}

function describeCookie(rest: ByteReader): string {
  const parent = rest.u64();
  return `listing position ${rest.u64()} in ${parent}`;
}

function describeChunk(rest: ByteReader): string {
  const ino = rest.u64();
  return `chunk ${rest.u32()} of ${ino}`;
}
