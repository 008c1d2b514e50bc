/** The journal on a brick's store: which keys each change touched. */
import type { Edit } from '../../core/edit.js';
import type { KvReader } from '../../kv/kv-store.js';
import type { SealedKvStore } from '../../kv/sealed-kv-store.js';
import type { Entry } from '../../replication/entry.js';
import {
  decodeJournalRecord,
  encodeJournalRecord,
  journalIndexOf,
  journalKey,
  MEMBERS_KEY,
  type JournalRecord,
} from './brick-records.js';

/** The journal is cut in steps: one removal of many records costs less than many of one. */
export const JOURNAL_TRIM_ENTRIES = 1_024;

const AFTER_JOURNAL = journalKey(Number.MAX_SAFE_INTEGER);

export interface JournalEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly record: JournalRecord;
}

/** The changes `fromIndex` < index <= `toIndex`, as `reader` has them. @throws {DamagedRecordError} */
export async function* journalBetween(
  reader: KvReader,
  fromIndex: number,
  toIndex: number,
): AsyncGenerator<JournalEntry> {
  const range = { from: journalKey(fromIndex + 1), to: journalKey(toIndex + 1) };
  for await (const { key, value } of reader.scan(range)) {
    yield { index: journalIndexOf(key), bytes: value, record: decodeJournalRecord(value) };
  }
}

/** How far the journal goes on from `baseIndex` without a hole; a damaged record is no hole. */
export async function unbrokenIndex(
  kv: SealedKvStore,
  baseIndex: number,
  tailIndex: number,
): Promise<number> {
  let unbroken = baseIndex;
  const range = { from: journalKey(baseIndex + 1), to: journalKey(tailIndex + 1) };
  for await (const { key } of kv.audit(range)) {
    if (journalIndexOf(key) !== unbroken + 1) break;
    unbroken++;
  }
  return unbroken;
}

/** Removes what the journal says of `fromIndex` <= index, and up to `toIndex` where that is given. */
export async function dropJournal(kv: SealedKvStore, fromIndex: number, toIndex?: number): Promise<void> {
  const range = {
    from: journalKey(fromIndex),
    to: toIndex === undefined ? AFTER_JOURNAL : journalKey(toIndex + 1),
  };
  let edits: Edit[] = [];
  for await (const { key } of kv.audit(range)) {
    edits.push({ key, value: undefined });
    if (edits.length < JOURNAL_TRIM_ENTRIES) continue;
    await kv.commit(edits);
    edits = [];
  }
  await kv.commit(edits);
}

export function journalEdit(entry: Entry): Edit {
  const touched = entry.edits.map(({ key, value }) => ({ key, sizeBytes: value?.length ?? 0 }));
  if (entry.members !== undefined) touched.push({ key: MEMBERS_KEY, sizeBytes: 0 });
  return { key: journalKey(entry.index), value: encodeJournalRecord({ term: entry.term, touched }) };
}
