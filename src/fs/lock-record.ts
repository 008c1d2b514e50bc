/**
 * The locks of one inode.
 *
 *   format:1 count:4, then for each lock
 *     session:8 owner:8 family:1 type:1 firstByte:8 lastByte:8 pid:4
 */
import type { ByteReader } from '../core/bytes.js';
import { sessionId, type SessionId } from '../core/ids.js';
import { lockOwner, type LockFamily, type LockOwner } from '../core/lock.js';
import { check, decodeRecord, startRecord } from './record.js';

export interface Lock {
  readonly session: SessionId;
  readonly owner: LockOwner;
  readonly family: LockFamily;
  readonly type: 'read' | 'write';
  readonly firstByte: number;
  readonly lastByte: number;
  readonly pid: number;
}

const LOCK_BYTES = 38;
const OWNER_BYTES = 8;
const FAMILIES = ['range', 'whole'] as const;
const TYPES = ['read', 'write'] as const;

export function encodeLocks(locks: readonly Lock[]): Uint8Array {
  const writer = startRecord(1 + 4 + LOCK_BYTES * locks.length).u32(locks.length);
  for (const { session, owner, family, type, firstByte, lastByte, pid } of locks) {
    writer.u64(session).raw(Buffer.from(owner, 'hex'));
    writer.u8(FAMILIES.indexOf(family)).u8(TYPES.indexOf(type));
    writer.u64(firstByte).u64(lastByte).u32(pid);
  }
  return writer.done();
}

/** @throws {CorruptionError} */
export const decodeLocks = (key: Uint8Array, value: Uint8Array): Lock[] =>
  decodeRecord(key, value, (reader) => {
    const count = reader.u32();
    check(reader.remaining === count * LOCK_BYTES, 'bad number of locks');
    return Array.from({ length: count }, () => readLock(reader));
  });

function readLock(reader: ByteReader): Lock {
  const session = reader.u64();
  check(session >= 1, 'bad session id');
  const owner = lockOwner(Buffer.from(reader.raw(OWNER_BYTES)).toString('hex'));
  const family = FAMILIES[reader.u8()];
  const type = TYPES[reader.u8()];
  if (owner === undefined || family === undefined || type === undefined) throw new RangeError('unknown lock');
  const lock = { firstByte: reader.u64(), lastByte: reader.u64(), pid: reader.u32() };
  check(lock.firstByte <= lock.lastByte, 'a lock ends before it begins');
  return { session: sessionId(session), owner, family, type, ...lock };
}
