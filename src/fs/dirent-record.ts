/**
 * A directory entry lies under two keys: by its name, for look-ups, and by its cookie, for listings.
 *
 *   by name     format:1 ino:8 type:1 cookie:8
 *   by cookie   format:1 ino:8 type:1 name, to the end of the record
 */
import type { FileType } from '../core/attr.js';
import { FIRST_DIRENT_COOKIE } from '../core/dirent.js';
import type { Ino } from '../core/ids.js';
import { check, decodeRecord, readIno, readName, readType, startRecord, writeType } from './record.js';

/** What a name stands for. */
export interface NamedChild {
  readonly ino: Ino;
  readonly type: FileType;
}

export interface DirentRecord extends NamedChild {
  readonly cookie: number;
}

export interface CookieRecord extends NamedChild {
  readonly name: Uint8Array;
}

const CHILD_BYTES = 9;
const COOKIE_BYTES = 8;

export const encodeDirent = ({ ino, type, cookie }: DirentRecord): Uint8Array =>
  writeType(startRecord(1 + CHILD_BYTES + COOKIE_BYTES).u64(ino), type)
    .u64(cookie)
    .done();

/** @throws {CorruptionError} */
export const decodeDirent = (key: Uint8Array, value: Uint8Array): DirentRecord =>
  decodeRecord(key, value, (reader) => {
    const record = { ino: readIno(reader), type: readType(reader), cookie: reader.u64() };
    check(record.cookie >= FIRST_DIRENT_COOKIE, 'cookie below the first');
    return record;
  });

export const encodeCookie = ({ ino, type, name }: CookieRecord): Uint8Array =>
  writeType(startRecord(1 + CHILD_BYTES + name.length).u64(ino), type)
    .raw(name)
    .done();

/** @throws {CorruptionError} */
export const decodeCookie = (key: Uint8Array, value: Uint8Array): CookieRecord =>
  decodeRecord(key, value, (reader) => ({
    ino: readIno(reader),
    type: readType(reader),
    name: readName(reader),
  }));
