/** What LevelDB says of itself by its property `leveldb.stats` (1.20, db/db_impl.cc, `DBImpl::GetProperty`). */
import { MIB } from '../core/limits.js';
import type { KvStats } from './kv-store.js';

/** What `level` is on Node.js, and does not say of itself: it might run in a browser. */
export interface MeasuredDatabase {
  approximateSize(start: Uint8Array, end: Uint8Array): Promise<number>;
  getProperty(name: string): string;
}

const FIRST_KEY = new Uint8Array(0);
const AFTER_LAST_KEY = Uint8Array.of(0xff, 0xff);

export async function levelStats(db: MeasuredDatabase): Promise<KvStats> {
  const sizeBytes = await db.approximateSize(FIRST_KEY, AFTER_LAST_KEY);
  return { sizeBytes, ...parseLevelStats(db.getProperty('leveldb.stats')) };
}

/** One line a level: its number, tables, their size in MiB, and of its compactions: seconds, MiB read, MiB written. */
export function parseLevelStats(text: string): Omit<KvStats, 'sizeBytes'> {
  const levels = [...text.matchAll(/^ *\d+ +(\d+) +[\d.]+ +([\d.]+) +([\d.]+) +([\d.]+) *$/gm)];
  const sum = (column: number): number => levels.reduce((total, level) => total + Number(level[column]), 0);
  return {
    tableCount: sum(1),
    compactionSeconds: sum(2),
    compactionReadBytes: sum(3) * MIB,
    compactionWrittenBytes: sum(4) * MIB,
  };
}
