/** Leases on the wire: what a client may cache, and what it is asked to give up. */
import type { Attr } from '../core/attr.js';
import type { Ino } from '../core/ids.js';
import { NAME_BYTES_MAX } from '../core/limits.js';
import type { Leased, Touched } from '../core/touched.js';
import { InvalidRequestError } from '../core/errors.js';
import { attrFromWire } from './attr-codec.js';
import { bytesField, inoField, wholeField } from './validate.js';
import type { hafs } from './wire.js';

/** A mutation changes a few inodes: two directories and what their names stand for. */
const CHANGED_INOS_MAX = 16;

export const touchedToWire = (thing: Touched): hafs.v1.ITouched =>
  thing.kind === 'entry' ? { ino: thing.ino, name: thing.name } : { ino: thing.ino };

/** @throws {InvalidRequestError} */
export function touchedFromWire(thing: hafs.v1.ITouched): Touched {
  const ino = inoField(thing.ino, 'ino');
  const name = bytesField(thing.name, 'name', NAME_BYTES_MAX);
  if (name.length > 0) return { kind: 'entry', ino, name };
  return { kind: 'inode', ino };
}

/** @throws {InvalidRequestError} more than `countMax`, or one that is no inode number. */
export function inosFromWire(numbers: readonly number[] | null | undefined, countMax: number): Ino[] {
  const given = numbers ?? [];
  if (given.length > countMax) throw new InvalidRequestError(`${given.length} inodes in one message`);
  return given.map((number) => inoField(number, 'ino'));
}

function attrsFromWire(attrs: readonly hafs.v1.IAttr[] | null | undefined): Attr[] {
  const given = attrs ?? [];
  if (given.length > CHANGED_INOS_MAX)
    throw new InvalidRequestError(`attributes of ${given.length} changed inodes`);
  return given.map(attrFromWire);
}

/** @throws {InvalidRequestError} */
export const leaseEpochOf = (answer: { readonly leaseEpoch?: number | null } | null | undefined): number =>
  wholeField(answer?.leaseEpoch, 'lease_epoch', Number.MAX_SAFE_INTEGER);

/** @param isCurrent whether it came from the manager that this client keeps to: others' leases count for nothing. */
export function leasedOf(response: hafs.v1.IFileResponse, isCurrent: boolean): Leased {
  const { changed } = response;
  return {
    hasInodes: isCurrent && response.inodesLeased === true,
    hasDirectory: isCurrent && response.directoryLeased === true,
    changed: changed ? inosFromWire(changed.inos, CHANGED_INOS_MAX) : undefined,
    after: isCurrent ? attrsFromWire(changed?.after) : [],
  };
}
