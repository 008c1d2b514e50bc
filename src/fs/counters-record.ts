/**
 * The volume's counters.
 *
 *   format:1 nextIno:8 inodeCount:8
 */
import type { Ino } from '../core/ids.js';
import { decodeRecord, readIno, startRecord } from './record.js';

export interface Counters {
  /** For the next new inode; only ever rises. */
  readonly nextIno: Ino;
  /** Inodes in use, the root and orphans included. */
  readonly inodeCount: number;
}

const COUNTERS_BYTES = 17;

export const encodeCounters = ({ nextIno, inodeCount }: Counters): Uint8Array =>
  startRecord(COUNTERS_BYTES).u64(nextIno).u64(inodeCount).done();

/** @throws {CorruptionError} */
export const decodeCounters = (key: Uint8Array, value: Uint8Array): Counters =>
  decodeRecord(key, value, (reader) => ({ nextIno: readIno(reader), inodeCount: reader.u64() }));
