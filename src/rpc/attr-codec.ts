import type { Attr, Timestamp } from '../core/attr.js';
import { InvalidRequestError } from '../core/errors.js';
import type { AttrChange, LostPrivileges, TimeChange } from '../core/operation.js';
import { FILE_SIZE_BYTES_MAX } from '../core/limits.js';
import { choiceField, fileTypeField, fileTypeNumber, inoField, wholeField } from './validate.js';
import type { hafs } from './wire.js';

type WireTime = hafs.v1.ITime;
type Field<T> = T | null | undefined;

const NANOSECONDS_MAX = 999_999_999;
const MODE_MAX = 0o7777;
const U32_MAX = 0xffff_ffff;

export const timeToWire = (time: Timestamp): WireTime => ({
  seconds: time.seconds,
  nanoseconds: time.nanoseconds,
});

export function timeFromWire(time: Field<WireTime>): Timestamp {
  const seconds = time?.seconds ?? 0;
  if (!Number.isSafeInteger(seconds)) throw new InvalidRequestError('seconds out of range');
  return { seconds, nanoseconds: wholeField(time?.nanoseconds, 'nanoseconds', NANOSECONDS_MAX) };
}

export function attrToWire(attr: Attr): hafs.v1.IAttr {
  return {
    ino: attr.ino,
    type: fileTypeNumber(attr.type),
    mode: attr.mode,
    linkCount: attr.linkCount,
    uid: attr.uid,
    gid: attr.gid,
    rdev: attr.rdev,
    sizeBytes: attr.sizeBytes,
    storedBytes: attr.storedBytes,
    atime: timeToWire(attr.atime),
    mtime: timeToWire(attr.mtime),
    ctime: timeToWire(attr.ctime),
    version: attr.version,
    ...(attr.hasAcl === true && { hasAcl: true }),
    ...(attr.hasCapability === true && { hasCapability: true }),
  };
}

export function attrFromWire(attr: Field<hafs.v1.IAttr>): Attr {
  if (attr === null || attr === undefined) throw new InvalidRequestError('attributes are missing');
  return {
    ino: inoField(attr.ino, 'ino'),
    type: fileTypeField(attr.type, 'type'),
    mode: wholeField(attr.mode, 'mode', MODE_MAX),
    linkCount: wholeField(attr.linkCount, 'link_count', U32_MAX),
    uid: wholeField(attr.uid, 'uid', U32_MAX),
    gid: wholeField(attr.gid, 'gid', U32_MAX),
    rdev: wholeField(attr.rdev, 'rdev', U32_MAX),
    sizeBytes: wholeField(attr.sizeBytes, 'size_bytes', FILE_SIZE_BYTES_MAX),
    storedBytes: wholeField(attr.storedBytes, 'stored_bytes', Number.MAX_SAFE_INTEGER),
    atime: timeFromWire(attr.atime),
    mtime: timeFromWire(attr.mtime),
    ctime: timeFromWire(attr.ctime),
    version: wholeField(attr.version, 'version', Number.MAX_SAFE_INTEGER),
    ...(attr.hasAcl === true && { hasAcl: true }),
    ...(attr.hasCapability === true && { hasCapability: true }),
  };
}

export function attrChangeToWire(change: AttrChange): Omit<hafs.v1.ISetAttr, 'ino'> {
  return {
    mode: change.mode ?? null,
    uid: change.uid ?? null,
    gid: change.gid ?? null,
    sizeBytes: change.sizeBytes ?? null,
    atime: timeChangeToWire(change.atime),
    mtime: timeChangeToWire(change.mtime),
    ctime: timeChangeToWire(change.ctime),
    ...lossToWire(change),
  };
}

export function attrChangeFromWire(wire: hafs.v1.ISetAttr): AttrChange {
  return {
    ...optional('mode', wire.mode, (mode) => wholeField(mode, 'mode', MODE_MAX)),
    ...optional('uid', wire.uid, (uid) => wholeField(uid, 'uid', U32_MAX)),
    ...optional('gid', wire.gid, (gid) => wholeField(gid, 'gid', U32_MAX)),
    ...optional('sizeBytes', wire.sizeBytes, (size) =>
      wholeField(size, 'size_bytes', Number.MAX_SAFE_INTEGER),
    ),
    ...optional('atime', wire.atime, timeChangeFromWire),
    ...optional('mtime', wire.mtime, timeChangeFromWire),
    ...optional('ctime', wire.ctime, timeChangeFromWire),
    ...lossFromWire(wire),
  };
}

const LOSSES = ['capabilities', 'all'] as const;

/** 0, which is not sent, stands for none. */
export const lossToWire = ({ loses }: { readonly loses?: LostPrivileges }): { loses?: number } =>
  loses === undefined ? {} : { loses: LOSSES.indexOf(loses) + 1 };

export const lossFromWire = ({ loses }: { loses?: Field<number> }): { loses?: LostPrivileges } =>
  loses === undefined || loses === null || loses === 0
    ? {}
    : { loses: choiceField(loses - 1, 'loses', LOSSES) };

/** The field, if it was sent at all. */
function optional<Name extends string, In, Out>(
  name: Name,
  value: Field<In>,
  decode: (value: In) => Out,
): Partial<Record<Name, Out>> {
  if (value === null || value === undefined) return {};
  return { [name]: decode(value) } as Partial<Record<Name, Out>>;
}

function timeChangeToWire(change: TimeChange | undefined): WireTime | null {
  if (change === undefined) return null;
  return change === 'now' ? { now: true } : timeToWire(change);
}

const timeChangeFromWire = (time: WireTime): TimeChange => (time.now === true ? 'now' : timeFromWire(time));
