/**
 * Sessions and the last reply of each of their slots, as part of the replicated state: a new manager knows
 * what the old one has answered. As in NFSv4.1 (RFC 8881, section 2.10.6).
 *
 *   session id:8           client:text openedAtSeconds:8 owner:text
 *   slot id:8 slot:2       sequence:8 reply:bytes
 */
import { afterPrefix, ByteReader, ByteWriter } from '../core/bytes.js';
import { CorruptionError } from '../core/errors.js';
import { sessionId, type SessionId } from '../core/ids.js';
import { KEY_KIND } from '../core/key-kind.js';

export const sessionKey = (session: SessionId): Uint8Array =>
  new ByteWriter(9).u8(KEY_KIND.session).u64(session).done();

export const slotKey = (session: SessionId, slot: number): Uint8Array =>
  new ByteWriter(11).u8(KEY_KIND.slot).u64(session).u16(slot).done();

const slotPrefix = (session: SessionId): Uint8Array =>
  new ByteWriter(9).u8(KEY_KIND.slot).u64(session).done();

export const ALL_SESSIONS = {
  from: Buffer.of(KEY_KIND.session),
  to: Buffer.of(KEY_KIND.session + 1),
};

export const slotsOf = (session: SessionId): { from: Uint8Array; to: Uint8Array } => ({
  from: slotPrefix(session),
  to: afterPrefix(slotPrefix(session)),
});

export interface SessionRecord {
  /** For people. */
  readonly client: string;
  readonly openedAtSeconds: number;
  /** Who alone may go on with it; empty in a pool that asks nobody. */
  readonly owner: string;
}

export interface SlotRecord {
  readonly sequence: number;
  /** The reply, as it went out. */
  readonly reply: Uint8Array;
}

export const sessionOfKey = (key: Uint8Array): SessionId => sessionId(new ByteReader(key.subarray(1)).u64());

export const encodeSession = (record: SessionRecord): Uint8Array =>
  new ByteWriter().text(record.client).i64(record.openedAtSeconds).text(record.owner).done();

export const encodeSlot = (record: SlotRecord): Uint8Array =>
  new ByteWriter().u64(record.sequence).bytes(record.reply).done();

export function decodeSession(bytes: Uint8Array): SessionRecord {
  try {
    const reader = new ByteReader(bytes);
    return { client: reader.text(), openedAtSeconds: reader.i64(), owner: reader.text() };
  } catch (error) {
    throw new CorruptionError('a session record cannot be read', { cause: error });
  }
}

export function decodeSlot(bytes: Uint8Array): SlotRecord {
  try {
    const reader = new ByteReader(bytes);
    return { sequence: reader.u64(), reply: reader.bytes() };
  } catch (error) {
    throw new CorruptionError('a slot record cannot be read', { cause: error });
  }
}
