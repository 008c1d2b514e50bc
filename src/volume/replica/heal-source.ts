/**
 * The manager's side of a heal: brings one brick to the state of a snapshot.
 *
 * By the journal: the present values of every key touched since the brick's last known commit. Or in full:
 * ranges of keys are compared by checksum, and those that differ are sent whole. Values may belong to
 * changes that are not committed yet; the brick notes those keys, so that a later source can undo them.
 * Source: docs/replication.md, "Heal".
 */
import { bytesToMapKey, mapKeyToBytes } from '../../core/bytes.js';
import { defined } from '../../core/assert.js';
import { editBytes, type Edit } from '../../core/edit.js';
import { UnreachableError } from '../../core/errors.js';
import { KIB, MIB } from '../../core/limits.js';
import type { Clock } from '../../runtime/clock.js';
import type { KvEntry, KvSnapshot } from '../../kv/kv-store.js';
import type { Standing } from '../../replication/message.js';
import { AFTER_LAST_KEY, FIRST_REPLICATED_KEY, type TailRecord } from './brick-records.js';
import type { BrickStore } from './brick-store.js';
import { HealExchange } from './heal-exchange.js';
import type { HealPace } from './heal-pace.js';
import type { HealProgress } from './heal-progress.js';
import { EntryDigest } from './range-digest.js';
import type { HealMessage, KeyRange } from './replica-message.js';

const BATCH_BYTES_MAX = 512 * KIB;
const BATCH_KEYS_MAX = 256;
const JOURNAL_RECORDS_PER_BATCH = 1_024;
/** One range of a full heal: compared by one checksum, sent in one message. */
const RANGE_BYTES_MAX = 2 * MIB;
const RANGE_ENTRIES_MAX = 1_024;
/** More keys than this after the commit index, and the undo notes would be larger than a full heal is slow. */
const UNCERTAIN_KEYS_MAX = 16_384;

export interface HealSourceDeps {
  readonly store: BrickStore;
  readonly clock: Clock;
  readonly term: number;
  readonly healId: number;
  readonly pace: HealPace;
  readonly send: (message: HealMessage) => void;
  readonly commitIndex: () => number;
  readonly onProgress: (progress: HealProgress) => void;
}

export class HealSource {
  private readonly exchange: HealExchange;
  private progress: HealProgress;

  constructor(private readonly deps: HealSourceDeps) {
    const { clock, send, term, healId, pace } = deps;
    this.exchange = new HealExchange(clock, send, { term, healId }, pace);
    const nowMs = clock.monotonicMs();
    const nothing = { totalEntries: 0, totalBytes: 0, healedEntries: 0, healedBytes: 0 };
    this.progress = { ...nothing, startedAtMs: nowMs, updatedAtMs: nowMs };
  }

  receive(message: HealMessage): void {
    this.exchange.receive(message);
  }

  /** Gives up: the brick is gone, or this is no longer the manager. */
  abort(): void {
    this.exchange.fail(new UnreachableError('the heal was cut short'));
  }

  /** @throws {UnreachableError} when the brick stops answering. What it has got so far does no harm. */
  async run(standing: Standing, full: boolean): Promise<void> {
    // Should this machine lose power, what its bricks are being healed to must not be lost with it.
    await this.deps.store.kv.commit([], { sync: true });
    const commitIndex = this.deps.commitIndex();
    const snapshot = this.deps.store.kv.snapshot();
    try {
      const target = await this.deps.store.tailIn(snapshot);
      const isFull = full || this.mustBeFull(standing);
      await (isFull
        ? this.healInFull(snapshot, target, standing, commitIndex)
        : this.healByJournal(snapshot, target, standing, commitIndex));
      await this.exchange.end(Math.min(this.deps.commitIndex(), target.tail.index));
    } finally {
      await snapshot.release();
    }
  }

  private mustBeFull(standing: Standing): boolean {
    const isComparable = standing.health === 'whole' || standing.health === 'healing';
    return !isComparable || standing.commitIndex < this.deps.store.journalBaseIndex;
  }

  private async healByJournal(
    snapshot: KvSnapshot,
    target: TailRecord,
    standing: Standing,
    commitIndex: number,
  ): Promise<void> {
    const base = standing.commitIndex;
    const committed = Math.max(commitIndex, base);
    const uncertain = await this.keysTouched(snapshot, committed, target.tail.index);
    if (uncertain.size > UNCERTAIN_KEYS_MAX) {
      await this.healInFull(snapshot, target, standing, commitIndex);
      return;
    }
    const uncertainKeys = [...uncertain.keys()].map(mapKeyToBytes);
    const tainted = await this.exchange.begin({
      full: false,
      target: target.tail,
      baseIndex: base,
      uncertainKeys,
    });
    const keys = await this.sendJournal(snapshot, base, target.tail.index);
    for (const key of tainted) if (!keys.has(bytesToMapKey(key))) keys.set(bytesToMapKey(key), 0);
    const totalBytes = [...keys.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.report({ totalEntries: keys.size, totalBytes });
    await this.sendValues(snapshot, [...keys.keys()]);
  }

  private async keysTouched(
    snapshot: KvSnapshot,
    fromIndex: number,
    toIndex: number,
  ): Promise<Map<string, number>> {
    const keys = new Map<string, number>();
    for await (const { record } of this.deps.store.journal(snapshot, fromIndex, toIndex)) {
      for (const { key, sizeBytes } of record.touched) keys.set(bytesToMapKey(key), sizeBytes);
    }
    return keys;
  }

  /** Hands over the journal itself, so that the healed brick can heal others. @returns the keys it names. */
  private async sendJournal(
    snapshot: KvSnapshot,
    base: number,
    toIndex: number,
  ): Promise<Map<string, number>> {
    const keys = new Map<string, number>();
    let records: { index: number; bytes: Uint8Array }[] = [];
    for await (const { index, bytes, record } of this.deps.store.journal(snapshot, base, toIndex)) {
      for (const { key, sizeBytes } of record.touched) keys.set(bytesToMapKey(key), sizeBytes);
      records.push({ index, bytes });
      if (records.length < JOURNAL_RECORDS_PER_BATCH) continue;
      await this.exchange.batch({ edits: [], journal: records });
      records = [];
    }
    if (records.length > 0) await this.exchange.batch({ edits: [], journal: records });
    return keys;
  }

  private async sendValues(snapshot: KvSnapshot, keys: readonly string[]): Promise<void> {
    for (let at = 0; at < keys.length; at += BATCH_KEYS_MAX) {
      const some = keys.slice(at, at + BATCH_KEYS_MAX).map(mapKeyToBytes);
      const values = await snapshot.getMany(some);
      const edits = some.map((key, place) => ({ key, value: values[place] }));
      for (const batch of splitBySize(edits)) await this.sendEdits(batch);
    }
    await this.exchange.drained();
  }

  private async sendEdits(edits: readonly Edit[]): Promise<void> {
    await this.exchange.batch({ edits, journal: [] });
    this.countHealed(edits.length, valueBytes(edits));
  }

  private async healInFull(
    snapshot: KvSnapshot,
    target: TailRecord,
    standing: Standing,
    commitIndex: number,
  ): Promise<void> {
    // What is committed is never undone; for the rest the brick needs the journal, like every other.
    const baseIndex = Math.max(Math.min(commitIndex, target.tail.index), target.journalBaseIndex);
    await this.exchange.begin({ full: true, target: target.tail, baseIndex, uncertainKeys: [] });
    await this.sendJournal(snapshot, baseIndex, target.tail.index);
    await this.measure(snapshot);
    const isBlank = standing.health === 'blank';
    let from = FIRST_REPLICATED_KEY;
    for await (const entries of rangesOf(snapshot)) {
      const to = entries.isLast ? AFTER_LAST_KEY : justAfter(defined(entries.list.at(-1)).key);
      await this.healRange({ from, to }, entries.list, isBlank);
      from = to;
    }
    await this.exchange.drained();
  }

  private async healRange(range: KeyRange, entries: readonly KvEntry[], isBlank: boolean): Promise<void> {
    const bytes = valueBytes(entries);
    const replace = async (): Promise<void> => {
      await this.exchange.batch({ edits: entries, journal: [], range });
    };
    if (isBlank) await replace();
    else await this.exchange.compare({ edits: [], journal: [], range, digest: digestOf(entries) }, replace);
    this.countHealed(entries.length, bytes);
  }

  private async measure(snapshot: KvSnapshot): Promise<void> {
    let totalEntries = 0;
    let totalBytes = 0;
    for await (const { value } of snapshot.scan({ from: FIRST_REPLICATED_KEY, to: AFTER_LAST_KEY })) {
      totalEntries++;
      totalBytes += value.length;
    }
    this.report({ totalEntries, totalBytes });
  }

  private countHealed(entries: number, bytes: number): void {
    this.report({
      healedEntries: this.progress.healedEntries + entries,
      healedBytes: this.progress.healedBytes + bytes,
    });
  }

  private report(change: Partial<HealProgress>): void {
    this.progress = { ...this.progress, ...change, updatedAtMs: this.deps.clock.monotonicMs() };
    this.deps.onProgress(this.progress);
  }
}

const valueBytes = (edits: readonly Edit[]): number =>
  edits.reduce((sum, edit) => sum + (edit.value?.length ?? 0), 0);

const justAfter = (key: Uint8Array): Uint8Array => Buffer.concat([key, Buffer.of(0)]);

function digestOf(entries: readonly KvEntry[]) {
  const digest = new EntryDigest();
  for (const { key, value } of entries) digest.add(key, value);
  return digest.short();
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

/** Cuts the whole replicated state into lists; the last one may be empty. */
async function* rangesOf(snapshot: KvSnapshot): AsyncGenerator<{ list: KvEntry[]; isLast: boolean }> {
  let list: KvEntry[] = [];
  let bytes = 0;
  for await (const entry of snapshot.scan({ from: FIRST_REPLICATED_KEY, to: AFTER_LAST_KEY })) {
    if (list.length >= RANGE_ENTRIES_MAX || (list.length > 0 && bytes + editBytes(entry) > RANGE_BYTES_MAX)) {
      yield { list, isLast: false };
      list = [];
      bytes = 0;
    }
    list.push(entry);
    bytes += editBytes(entry);
  }
  yield { list, isLast: true };
}
