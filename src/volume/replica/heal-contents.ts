/** What a heal sends, cut into pieces that fit a message. */
import { defined } from '../../core/assert.js';
import { mapKeyToBytes } from '../../core/bytes.js';
import { editBytes, type Edit } from '../../core/edit.js';
import { CHUNK_SIZE_BYTES, KIB, MIB } from '../../core/limits.js';
import type { KvEntry, KvSnapshot } from '../../kv/kv-store.js';
import type { JournalEntry } from './brick-journal.js';
import { AFTER_LAST_KEY, FIRST_REPLICATED_KEY } from './brick-records.js';
import type { KeyRange } from './replica-message.js';

/** A mebibyte of chunks and their keys: smaller batches cost more of the processor's time a byte. A longer value goes alone. */
const BATCH_BYTES_MAX = (MIB / CHUNK_SIZE_BYTES) * (CHUNK_SIZE_BYTES + KIB);
const BATCH_KEYS_MAX = 256;
/** So many keys are sorted in one go; with more, heartbeats would have to wait. */
const SORTED_KEYS_MAX = 8_192;
/** A record of a large deletion has 86 KB: one message carries no more than so much, or one record. */
const JOURNAL_BYTES_MAX = MIB;
const JOURNAL_RECORDS_MAX = 1_024;
/** One range of a full heal: compared by one checksum, sent in one message. */
const RANGE_BYTES_MAX = 2 * MIB;
const RANGE_ENTRIES_MAX = 1_024;

/**
 * The values under these keys. Neighbours come together where that is possible: the healed brick's tables
 * then hold ranges that do not overlap, and LevelDB need not merge them.
 * @param sizes bytes of each value, 0 where that is not known.
 */
export async function* valueBatches(
  snapshot: KvSnapshot,
  sizes: ReadonlyMap<string, number>,
): AsyncGenerator<readonly Edit[]> {
  for (const run of runsOf(sizes.keys())) {
    for (let at = 0; at < run.length;) {
      const count = countThatFits(run, at, sizes);
      const keys = run.slice(at, at + count).map(mapKeyToBytes);
      const values = await snapshot.getMany(keys);
      const edits = keys.map((key, place) => ({ key, value: values[place] }));
      // What the journal does not name may be larger than was thought.
      yield* splitBySize(edits);
      at += count;
    }
  }
}

export async function* journalBatches(
  journal: AsyncIterable<JournalEntry>,
): AsyncGenerator<readonly JournalEntry[]> {
  let batch: JournalEntry[] = [];
  let sizeBytes = 0;
  for await (const entry of journal) {
    const isFull = batch.length === JOURNAL_RECORDS_MAX || sizeBytes + entry.bytes.length > JOURNAL_BYTES_MAX;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      sizeBytes = 0;
    }
    batch.push(entry);
    sizeBytes += entry.bytes.length;
  }
  if (batch.length > 0) yield batch;
}

function* runsOf(keys: Iterable<string>): Generator<string[]> {
  let run: string[] = [];
  for (const key of keys) {
    run.push(key);
    if (run.length < SORTED_KEYS_MAX) continue;
    yield run.sort();
    run = [];
  }
  yield run.sort();
}

function countThatFits(keys: readonly string[], from: number, sizes: ReadonlyMap<string, number>): number {
  const end = Math.min(keys.length, from + BATCH_KEYS_MAX);
  let bytes = 0;
  for (let at = from; at < end; at++) {
    const key = keys[at] ?? '';
    bytes += key.length + (sizes.get(key) ?? 0);
    if (at > from && bytes > BATCH_BYTES_MAX) return at - from;
  }
  return end - from;
}

function splitBySize(edits: readonly Edit[]): Edit[][] {
  const batches: Edit[][] = [];
  let bytes = Infinity;
  for (const edit of edits) {
    if (bytes + editBytes(edit) > BATCH_BYTES_MAX) {
      batches.push([]);
      bytes = 0;
    }
    defined(batches.at(-1)).push(edit);
    bytes += editBytes(edit);
  }
  return batches;
}

/** A range of keys, and all that is in it. */
export interface RangeContents {
  readonly range: KeyRange;
  readonly entries: readonly KvEntry[];
}

/** Cuts the whole replicated state into ranges without a gap; the last one may be empty. */
export async function* rangesOf(snapshot: KvSnapshot): AsyncGenerator<RangeContents> {
  let from = FIRST_REPLICATED_KEY;
  let entries: KvEntry[] = [];
  let bytes = 0;
  for await (const entry of snapshot.scan({ from, to: AFTER_LAST_KEY })) {
    const last = entries.at(-1);
    if (
      last !== undefined &&
      (entries.length >= RANGE_ENTRIES_MAX || bytes + editBytes(entry) > RANGE_BYTES_MAX)
    ) {
      const to = justAfter(last.key);
      yield { range: { from, to }, entries };
      [from, entries, bytes] = [to, [], 0];
    }
    entries.push(entry);
    bytes += editBytes(entry);
  }
  yield { range: { from, to: AFTER_LAST_KEY }, entries };
}

const justAfter = (key: Uint8Array): Uint8Array => Buffer.concat([key, Buffer.of(0)]);
