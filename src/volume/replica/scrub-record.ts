import { ByteReader, ByteWriter } from '../../core/bytes.js';
import { CorruptionError, DamagedRecordError } from '../../core/errors.js';
import type { SealedKvStore } from '../../kv/sealed-kv-store.js';
import { SCRUB_KEY } from './brick-records.js';

/** How far the scrub of a brick has come. Times are wall-clock, in ms since 1970; 0 is never. */
export interface ScrubRecord {
  readonly isUnderWay: boolean;
  /** Of the pass under way, or of the last one; the same for the counts. */
  readonly startedAtMs: number;
  readonly damagedCount: number;
  readonly repairedCount: number;
  /** Where the pass under way goes on. */
  readonly position: Uint8Array;
  /** When the last whole pass ended. */
  readonly endedAtMs: number;
}

export const NEVER_SCRUBBED: ScrubRecord = {
  isUnderWay: false,
  startedAtMs: 0,
  damagedCount: 0,
  repairedCount: 0,
  position: new Uint8Array(),
  endedAtMs: 0,
};

export const encodeScrub = (record: ScrubRecord): Uint8Array =>
  new ByteWriter()
    .u8(record.isUnderWay ? 1 : 0)
    .u64(record.startedAtMs)
    .u64(record.damagedCount)
    .u64(record.repairedCount)
    .bytes(record.position)
    .u64(record.endedAtMs)
    .done();

export function decodeScrub(bytes: Uint8Array): ScrubRecord {
  try {
    const reader = new ByteReader(bytes);
    return {
      isUnderWay: reader.u8() === 1,
      startedAtMs: reader.u64(),
      damagedCount: reader.u64(),
      repairedCount: reader.u64(),
      position: reader.bytes(),
      endedAtMs: reader.u64(),
    };
  } catch (error) {
    throw new CorruptionError("the brick's scrub record cannot be read", { cause: error });
  }
}

/** Whoever loses it begins anew: it is worth no failure. */
export async function loadScrub(kv: SealedKvStore): Promise<ScrubRecord> {
  try {
    const bytes = await kv.get(SCRUB_KEY);
    return bytes === undefined ? NEVER_SCRUBBED : decodeScrub(bytes);
  } catch (error) {
    if (error instanceof DamagedRecordError) return NEVER_SCRUBBED;
    throw error;
  }
}
