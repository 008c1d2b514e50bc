/**
 * The volume's counters.
 *
 *   format:1 nextIno:8 inodeCount:8 history:8
 */
import { ino, type Ino } from '../core/ids.js';
import { decodeRecord, readIno, startRecord } from './record.js';

export interface Counters {
  /** For the next new inode; only ever rises. */
  readonly nextIno: Ino;
  /** Inodes in use, the root and orphans included. */
  readonly inodeCount: number;
  /** The volume's history (replication/history.ts) that `nextIno` belongs to. */
  readonly history: number;
}

const COUNTERS_BYTES = 25;
/** More inodes than can have been made and forgotten. */
const INO_JUMP = 2 ** 32;

export const encodeCounters = ({ nextIno, inodeCount, history }: Counters): Uint8Array =>
  startRecord(COUNTERS_BYTES).u64(nextIno).u64(inodeCount).u64(history).done();

/** @throws {CorruptionError} */
export const decodeCounters = (key: Uint8Array, value: Uint8Array): Counters =>
  decodeRecord(key, value, (reader) => ({
    nextIno: readIno(reader),
    inodeCount: reader.u64(),
    history: reader.u64(),
  }));

/**
 * The counters after the end of the history was forgotten: clients may hold inodes that were made in it, so their
 * numbers must not be given again.
 */
export const skippedInos = (counters: Counters, history: number): Counters => ({
  ...counters,
  nextIno: ino(counters.nextIno + INO_JUMP),
  history,
});
