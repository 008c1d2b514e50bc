/**
 * What a brick keeps for itself, besides the replicated state. Key table:
 *
 *   meta 'identity'     JSON: format version, replica set, brick, volume
 *   meta 'hard'         term:8 votedFor:text        the term entered and the vote given in it
 *   meta 'tail'         term:8 index:8 commit:8 journalBase:8
 *   meta 'heal'         health:1 base:8 count:4 (key:bytes)*     only while the brick is not whole
 *   meta 'boot'         text: the boot of the machine in which the brick was last used, or empty if it was closed in order
 *   meta 'scrub'        underWay:1 started:8 damaged:8 repaired:8 position:bytes ended:8 (scrub-record.ts)
 *   journal index:8     term:8 count:4 (key:bytes sizeBytes:4)*  the keys that one change touched
 *   members             count:4 (brick:text)*       replicated
 *
 * Source: docs/on-disk-format.md.
 */
import { ByteReader, ByteWriter } from '../../core/bytes.js';
import { CorruptionError } from '../../core/errors.js';
import { brickId, groupId, type BrickId, type GroupId } from '../../core/ids.js';
import { AFTER_LAST_KIND, FIRST_REPLICATED_KIND, KEY_KIND } from '../../core/key-kind.js';
import type { HardState } from '../../replication/core-state.js';
import type { Position } from '../../replication/entry.js';
import type { Health } from '../../replication/message.js';

const metaKey = (name: string): Uint8Array => Buffer.from([KEY_KIND.meta, ...Buffer.from(name)]);

export const IDENTITY_KEY = metaKey('identity');
export const HARD_STATE_KEY = metaKey('hard');
export const TAIL_KEY = metaKey('tail');
export const HEAL_MARK_KEY = metaKey('heal');
export const BOOT_KEY = metaKey('boot');
export const SCRUB_KEY = metaKey('scrub');
export const MEMBERS_KEY: Uint8Array = Buffer.from([KEY_KIND.members]);

export const FIRST_REPLICATED_KEY: Uint8Array = Buffer.from([FIRST_REPLICATED_KIND]);
export const AFTER_LAST_KEY: Uint8Array = Buffer.from([AFTER_LAST_KIND]);

export const JOURNAL_KEY_BYTES = 9;

export const journalKey = (index: number): Uint8Array =>
  new ByteWriter(JOURNAL_KEY_BYTES).u8(KEY_KIND.journal).u64(index).done();

export const journalIndexOf = (key: Uint8Array): number => new ByteReader(key.subarray(1)).u64();

export interface BrickIdentity {
  readonly formatVersion: number;
  readonly group: GroupId;
  readonly brick: BrickId;
  /** Name of the volume when the brick was made, or of the pool's own group. For people. */
  readonly volume: string;
}

export interface TailRecord {
  readonly tail: Position;
  readonly commitIndex: number;
  /** Changes up to here are no longer in the journal. */
  readonly journalBaseIndex: number;
}

/** Why a brick is not whole, and what its next heal must put right. */
export interface HealMark {
  readonly health: Exclude<Health, 'whole'>;
  /** The brick held exactly the state at this index when the first heal began. */
  readonly baseIndex: number;
  /** Keys that may hold changes which were never committed: a heal by the journal must send these too. */
  readonly taintedKeys: readonly Uint8Array[];
}

export interface TouchedKey {
  readonly key: Uint8Array;
  /** Of the new value; 0 when the key was removed. */
  readonly sizeBytes: number;
}

export interface JournalRecord {
  readonly term: number;
  readonly touched: readonly TouchedKey[];
}

const HEALTH_NUMBER: readonly Health[] = ['whole', 'healing', 'incomplete', 'blank'];

export const encodeIdentity = (identity: BrickIdentity): Uint8Array => Buffer.from(JSON.stringify(identity));

export const decodeIdentity = (bytes: Uint8Array): BrickIdentity =>
  decoded('identity', () => {
    const fields = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
    const { formatVersion, group, brick, volume } = fields;
    if (typeof formatVersion !== 'number' || typeof group !== 'string')
      throw new RangeError('fields missing');
    if (typeof brick !== 'string' || typeof volume !== 'string') throw new RangeError('fields missing');
    return { formatVersion, group: groupId(group), brick: brickId(brick), volume };
  });

export const encodeHardState = (hard: HardState): Uint8Array =>
  new ByteWriter()
    .u64(hard.term)
    .text(hard.votedFor ?? '')
    .done();

export const decodeHardState = (bytes: Uint8Array): HardState =>
  decoded('term', () => {
    const reader = new ByteReader(bytes);
    const term = reader.u64();
    const votedFor = reader.text();
    return { term, votedFor: votedFor === '' ? undefined : brickId(votedFor) };
  });

export const encodeTail = (record: TailRecord): Uint8Array =>
  new ByteWriter()
    .u64(record.tail.term)
    .u64(record.tail.index)
    .u64(record.commitIndex)
    .u64(record.journalBaseIndex)
    .done();

export const decodeTail = (bytes: Uint8Array): TailRecord =>
  decoded('tail', () => {
    const reader = new ByteReader(bytes);
    const tail = { term: reader.u64(), index: reader.u64() };
    return { tail, commitIndex: reader.u64(), journalBaseIndex: reader.u64() };
  });

/** What stands in place of a boot once everything is synced and the brick closed. */
export const CLOSED_IN_ORDER = '';
/** What stands there once commits were found lost: no boot is called so. */
export const COMMITS_LOST = 'commits lost';

export const encodeBoot = (bootId: string): Uint8Array => Buffer.from(bootId);

export const decodeBoot = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

export function encodeHealMark(mark: HealMark): Uint8Array {
  const writer = new ByteWriter().u8(HEALTH_NUMBER.indexOf(mark.health)).u64(mark.baseIndex);
  writer.u32(mark.taintedKeys.length);
  for (const key of mark.taintedKeys) writer.bytes(key);
  return writer.done();
}

export const decodeHealMark = (bytes: Uint8Array): HealMark =>
  decoded('heal mark', () => {
    const reader = new ByteReader(bytes);
    const health = HEALTH_NUMBER[reader.u8()];
    if (health === undefined || health === 'whole') throw new RangeError('unknown health');
    const baseIndex = reader.u64();
    const taintedKeys = listOf(reader, () => reader.bytes());
    return { health, baseIndex, taintedKeys };
  });

export function encodeJournalRecord(record: JournalRecord): Uint8Array {
  const writer = new ByteWriter().u64(record.term).u32(record.touched.length);
  for (const { key, sizeBytes } of record.touched) writer.bytes(key).u32(sizeBytes);
  return writer.done();
}

export const decodeJournalRecord = (bytes: Uint8Array): JournalRecord =>
  decoded('journal record', () => {
    const reader = new ByteReader(bytes);
    const term = reader.u64();
    const touched = listOf(reader, () => ({ key: reader.bytes(), sizeBytes: reader.u32() }));
    return { term, touched };
  });

export function encodeMembers(members: readonly BrickId[]): Uint8Array {
  const writer = new ByteWriter().u32(members.length);
  for (const member of members) writer.text(member);
  return writer.done();
}

export const decodeMembers = (bytes: Uint8Array): BrickId[] =>
  decoded('members', () => {
    const reader = new ByteReader(bytes);
    return listOf(reader, () => brickId(reader.text()));
  });

function listOf<T>(reader: ByteReader, element: () => T): T[] {
  const count = reader.u32();
  if (count > reader.remaining) throw new RangeError('count too large');
  return Array.from({ length: count }, element);
}

function decoded<T>(what: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw new CorruptionError(`the brick's ${what} cannot be read`, { cause: error });
  }
}
