/**
 * What LevelDB would do for a compaction of a single key, the smallest that can be asked for.
 *
 * `DBImpl::CompactRange` puts the memtable into a table, then goes down level by level: what a level has there is
 * merged with all that overlaps it on the next one, inputs gone only when the outputs are whole. So the outputs are
 * what needs room, and they are at most as large as the inputs.
 * Source: LevelDB 1.20, db/db_impl.cc (`CompactRange`, `DoCompactionWork`), db/version_set.cc
 * (`VersionSet::CompactRange`, `SetupOtherInputs`, `Compaction::ShouldStopBefore`).
 */
import { compareBytes } from '../core/bytes.js';
import type { KvRange } from './kv-store.js';
import type { Table } from './leveldb-manifest.js';

/** `ExpandedCompactionByteSizeLimit`: inputs grow by neighbours of the same level only below so many tables. */
const EXPANDED_TABLES_MAX = 25;
/**
 * A table that a compaction has made overlaps about ten of the next level (`MaxGrandParentOverlapBytes`), and
 * grows by neighbours only within the limit above; so this holds for all levels but the first.
 */
const CASCADE_TABLES_MAX = EXPANDED_TABLES_MAX + 1;
const LEVELS = 7;

export interface TableLimits {
  readonly tableBytes: number;
  readonly writeBufferBytes: number;
}

interface Span {
  readonly smallest: Uint8Array;
  readonly largest: Uint8Array;
}

const minKey = (a: Uint8Array, b: Uint8Array): Uint8Array => (compareBytes(a, b) <= 0 ? a : b);
const maxKey = (a: Uint8Array, b: Uint8Array): Uint8Array => (compareBytes(a, b) >= 0 ? a : b);
const bytesOf = (tables: readonly Table[]): number =>
  tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

const overlap = (a: Span, b: Span): boolean =>
  compareBytes(a.smallest, b.largest) <= 0 && compareBytes(b.smallest, a.largest) <= 0;

const cover = (span: Span, tables: readonly Table[]): Span =>
  tables.reduce<Span>(
    (all, { smallest, largest }) => ({
      smallest: minKey(all.smallest, smallest),
      largest: maxKey(all.largest, largest),
    }),
    span,
  );

const within = (tables: readonly Table[], level: number, span: Span): Table[] =>
  tables.filter((table) => table.level === level && overlap(table, span));

/**
 * Something removed or replaced takes up room where a table lies above another: the newer record is in the upper one.
 * @returns the first key of the range where that is so; `undefined` when there is nothing to gain.
 */
export function firstOverlap(
  tables: readonly Table[],
  { from, to }: Pick<KvRange, 'from' | 'to'>,
): Uint8Array | undefined {
  const inRange = tables.filter(
    ({ smallest, largest }) => compareBytes(largest, from) >= 0 && compareBytes(smallest, to) < 0,
  );
  let above: Table[] = [];
  for (const table of inRange.sort((a, b) => compareBytes(a.smallest, b.smallest))) {
    const key = maxKey(table.smallest, from);
    if (table.level === 0) return key;
    above = above.filter(({ largest }) => compareBytes(largest, key) >= 0);
    if (above.some(({ level }) => level !== table.level)) return key;
    above.push(table);
  }
  return undefined;
}

/** @returns the room that compacting `key` may need until it is over, in bytes. */
export function roomNeeded(
  tables: readonly Table[],
  key: Uint8Array,
  limits: TableLimits & { readonly isMemtableEmpty: boolean },
): number {
  const { tableBytes, writeBufferBytes, isMemtableEmpty } = limits;
  const point = { smallest: key, largest: key };
  // The memtable's keys are not known: its table may lie above everything.
  let span = isMemtableEmpty ? point : cover(point, tables);
  const flushedBytes = isMemtableEmpty ? 0 : writeBufferBytes;
  const merged = new Set<Table>();
  let needed = 0;
  for (let level = 0; level + 1 < LEVELS; level++) {
    const step = stepAt(tables, level, span);
    const isCascade = merged.size > 0 || flushedBytes > 0;
    if (!isCascade && step.inputs.length === 0) continue;
    for (const table of step.expanded) merged.add(table);
    const bytesMax = level === 0 ? Infinity : bytesMaxOf(step.inputs, isCascade, tableBytes);
    needed = Math.max(needed, Math.min(flushedBytes + bytesOf([...merged]), bytesMax));
    span = step.span;
  }
  // One log while the memtable is put into a table, and that table.
  return 2 * writeBufferBytes + needed;
}

interface Step {
  /** The tables that are merged in any case; none when there is nothing to begin with. */
  readonly inputs: readonly Table[];
  /** With all neighbours that may be taken along. */
  readonly expanded: readonly Table[];
  readonly span: Span;
}

function stepAt(tables: readonly Table[], level: number, span: Span): Step {
  const upper = within(tables, level, span);
  // Those of level 0 overlap each other, and all that do go together.
  const upperSpan = level === 0 ? transitive(upper, tables, span) : cover(span, upper);
  const lower = within(tables, level + 1, upperSpan);
  const all = cover(upperSpan, lower);
  return {
    inputs: upper.length === 0 ? [] : [...within(tables, level, upperSpan), ...lower],
    expanded: [...within(tables, level, all), ...lower],
    span: all,
  };
}

function transitive(first: readonly Table[], tables: readonly Table[], span: Span): Span {
  let found = first;
  for (;;) {
    const wider = cover(span, found);
    const more = within(tables, 0, wider);
    if (more.length === found.length) return wider;
    found = more;
  }
}

function bytesMaxOf(inputs: readonly Table[], isCascade: boolean, tableBytes: number): number {
  if (isCascade) return CASCADE_TABLES_MAX * tableBytes;
  return Math.max(bytesOf(inputs), EXPANDED_TABLES_MAX * tableBytes);
}
