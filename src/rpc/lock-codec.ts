/** Locks in requests and replies. */
import { InvalidRequestError } from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { LAST_BYTE, lockOwner, type LockRequest } from '../core/lock.js';
import type { FileReply } from '../core/operation.js';
import { choiceField, inoField, wholeField } from './validate.js';
import type { hafs } from './wire.js';

const FAMILIES = ['range', 'whole'] as const;
const TYPES = ['read', 'write', 'none'] as const;
const U32_MAX = 0xffff_ffff;

type Obstacle = Extract<FileReply, { kind: 'obstacle' }>;

export function lockToWire({ ino, lock }: { readonly ino: Ino; readonly lock: LockRequest }): hafs.v1.ILock {
  const { family, owner, type, firstByte, lastByte, pid } = lock;
  const numbers = { family: FAMILIES.indexOf(family), type: TYPES.indexOf(type), firstByte, lastByte, pid };
  return { ino, owner: Buffer.from(owner, 'hex'), ...numbers };
}

/** @throws {InvalidRequestError} */
export function lockFromWire(wire: hafs.v1.ILock): { readonly ino: Ino; readonly lock: LockRequest } {
  const owner = lockOwner(Buffer.from(wire.owner ?? []).toString('hex'));
  if (owner === undefined) throw new InvalidRequestError('the owner of a lock has 8 bytes');
  const family = choiceField(wire.family, 'family', FAMILIES);
  return { ino: inoField(wire.ino, 'ino'), lock: { family, owner, ...rangeFromWire(wire) } };
}

function rangeFromWire(wire: hafs.v1.ILock): Omit<LockRequest, 'family' | 'owner'> {
  const firstByte = wholeField(wire.firstByte, 'first_byte', LAST_BYTE);
  const lastByte = wholeField(wire.lastByte, 'last_byte', LAST_BYTE);
  if (lastByte < firstByte) throw new InvalidRequestError('a lock ends before it begins');
  const type = choiceField(wire.type, 'type', TYPES);
  return { type, firstByte, lastByte, pid: wholeField(wire.pid, 'pid', U32_MAX) };
}

export function obstacleToWire({ lock }: Obstacle): hafs.v1.IObstacleResult {
  return lock === undefined ? {} : { lock: { ...lock, type: TYPES.indexOf(lock.type) } };
}

export const obstacleFromWire = ({ lock }: hafs.v1.IObstacleResult): Obstacle =>
  lock ? { kind: 'obstacle', lock: rangeFromWire(lock) } : { kind: 'obstacle' };
