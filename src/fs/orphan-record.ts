/**
 * An orphan: an inode without a name that kernels may still hold (open files, working directories).
 *
 *   format:1 linkable:1 count:4 session:8 for each holder
 */
import type { ByteReader } from '../core/bytes.js';
import { sessionId, type SessionId } from '../core/ids.js';
import { check, decodeRecord, startRecord } from './record.js';

export interface OrphanRecord {
  /** It never had a name (O_TMPFILE), and may get one. */
  readonly isLinkable: boolean;
  /** Sessions that have not released it yet, each once. */
  readonly holders: readonly SessionId[];
}

const SESSION_BYTES = 8;

export function encodeOrphan({ isLinkable, holders }: OrphanRecord): Uint8Array {
  const writer = startRecord(1 + 1 + 4 + SESSION_BYTES * holders.length);
  writer.u8(isLinkable ? 1 : 0).u32(holders.length);
  for (const holder of holders) writer.u64(holder);
  return writer.done();
}

/** @throws {CorruptionError} */
export const decodeOrphan = (key: Uint8Array, value: Uint8Array): OrphanRecord =>
  decodeRecord(key, value, (reader) => {
    const linkable = reader.u8();
    check(linkable <= 1, 'bad linkable flag');
    const count = reader.u32();
    check(reader.remaining === count * SESSION_BYTES, 'bad number of holders');
    return { isLinkable: linkable === 1, holders: Array.from({ length: count }, () => readSession(reader)) };
  });

function readSession(reader: ByteReader): SessionId {
  const value = reader.u64();
  check(value >= 1, 'bad session id');
  return sessionId(value);
}
