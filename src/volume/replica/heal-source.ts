/**
 * The manager's side of a heal: brings one brick to the state of a snapshot.
 *
 * By the journal: the present values of every key touched since the brick's last known commit. Or in full:
 * ranges of keys are compared by checksum, and those that differ are sent whole. Values may belong to
 * changes that are not committed yet; the brick notes those keys, so that a later source can undo them.
 * Source: docs/replication.md, "Heal".
 */
import { bytesToMapKey, mapKeyToBytes } from '../../core/bytes.js';
import type { Edit } from '../../core/edit.js';
import { UnreachableError } from '../../core/errors.js';
import type { Clock } from '../../runtime/clock.js';
import type { KvSnapshot } from '../../kv/kv-store.js';
import type { Standing } from '../../replication/message.js';
import type { JournalEntry } from './brick-journal.js';
import {
  AFTER_LAST_KEY,
  FIRST_REPLICATED_KEY,
  type JournalRecord,
  type TailRecord,
} from './brick-records.js';
import type { BrickStore } from './brick-store.js';
import { journalBatches, rangesOf, valueBatches, type RangeContents } from './heal-contents.js';
import { HealExchange } from './heal-exchange.js';
import { HealMeter } from './heal-meter.js';
import type { HealPace } from './heal-pace.js';
import type { Amount, HealProgress } from './heal-progress.js';
import { EntryDigest } from './range-digest.js';
import type { HealBegin, HealMessage } from './replica-message.js';

/** More keys than this, and noting them takes more memory (some 70 bytes each) than comparing everything. */
const HEALED_KEYS_MAX = 2_000_000;
/** More keys than this after the commit index, and the undo notes would be larger than a full heal is slow. */
const UNCERTAIN_KEYS_MAX = 16_384;

/** More keys than this were not touched in the last moments of an earlier manager, and take long to read twice. */
const READ_THROUGH_KEYS_MAX = 16_384;

type HealPart = Omit<HealBegin, 'kind' | 'term' | 'healId' | 'probe'>;

/** The term that the source manages, and the first change in it. */
export interface OwnTerm {
  readonly term: number;
  readonly firstIndex: number;
}

export interface HealSourceDeps {
  readonly store: BrickStore;
  readonly clock: Clock;
  readonly order: OwnTerm;
  readonly healId: number;
  readonly pace: HealPace;
  readonly send: (message: HealMessage) => void;
  readonly commitIndex: () => number;
  /** Whether all that is committed is on a majority, this brick among them. */
  readonly hasMajority: () => boolean;
}

export class HealSource {
  private readonly exchange: HealExchange;
  private readonly meter: HealMeter;
  /** What changes after this, a later heal brings over; `undefined` until it is known how much there is to do. */
  targetIndex: number | undefined;

  constructor(private readonly deps: HealSourceDeps) {
    const { clock, send, order, healId, pace } = deps;
    this.exchange = new HealExchange(clock, send, { term: order.term, healId }, pace);
    this.meter = new HealMeter(clock);
  }

  /** As of now. @param later what has changed after the target index. */
  progress(later?: Amount): HealProgress {
    return this.meter.progress(later);
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
      const isByJournal = !full && !this.mustBeFull(standing);
      const isDone = isByJournal && (await this.healByJournal(snapshot, target, standing, commitIndex));
      if (!isDone) await this.healInFull(snapshot, target, standing, commitIndex);
      await this.exchange.end(Math.min(this.deps.commitIndex(), target.tail.index));
    } finally {
      await snapshot.release();
    }
  }

  private mustBeFull(standing: Standing): boolean {
    const isComparable = standing.health === 'whole' || standing.health === 'healing';
    return !isComparable || standing.commitIndex < this.deps.store.journalBaseIndex;
  }

  /** @returns false when only comparing everything will do. */
  private async healByJournal(
    snapshot: KvSnapshot,
    target: TailRecord,
    standing: Standing,
    commitIndex: number,
  ): Promise<boolean> {
    const base = standing.commitIndex;
    const baseTerm = await this.deps.store.termAt(snapshot, base);
    const committed = Math.max(commitIndex, base);
    const uncertain = await this.keysTouched(snapshot, committed, target.tail.index);
    if (baseTerm === undefined || uncertain.size > UNCERTAIN_KEYS_MAX) return false;
    const uncertainKeys = [...uncertain.keys()].map(mapKeyToBytes);
    const { firstIndex } = this.deps.order;
    const part = { full: false, target: target.tail, baseIndex: base, baseTerm, firstIndex, uncertainKeys };
    if (!this.deps.hasMajority()) await this.readThrough(snapshot, part);
    const tainted = await this.exchange.begin({ ...part, probe: false });
    if (tainted === undefined) return false;
    const sizes = new Map<string, number>();
    for await (const batch of journalBatches(this.deps.store.journal(snapshot, base, target.tail.index))) {
      for (const { record } of batch) noteTouched(record, sizes);
      if (sizes.size > HEALED_KEYS_MAX) return false;
      await this.sendJournal(batch);
    }
    for (const key of tainted) if (!sizes.has(bytesToMapKey(key))) sizes.set(bytesToMapKey(key), 0);
    await this.sendValues(snapshot, target, sizes);
    return true;
  }

  /**
   * Before the brick is changed, which makes it no copy of anything any more: it may be the only one that still has what
   * has rotted here. @throws {DamagedRecordError}
   */
  private async readThrough(snapshot: KvSnapshot, part: HealPart): Promise<void> {
    const touched = await this.keysTouched(snapshot, part.baseIndex, part.target.index);
    if (touched.size > READ_THROUGH_KEYS_MAX) return;
    for (const key of touched.keys()) await snapshot.get(mapKeyToBytes(key));
    const tainted = (await this.exchange.begin({ ...part, probe: true })) ?? [];
    for (const key of tainted) await snapshot.get(key);
  }

  private async keysTouched(
    snapshot: KvSnapshot,
    fromIndex: number,
    toIndex: number,
  ): Promise<Map<string, number>> {
    const keys = new Map<string, number>();
    for await (const { record } of this.deps.store.journal(snapshot, fromIndex, toIndex)) {
      noteTouched(record, keys);
    }
    return keys;
  }

  /** Hands over the journal itself, so that the healed brick can heal others. */
  private async sendJournal(batch: readonly JournalEntry[]): Promise<void> {
    const journal = batch.map(({ index, bytes }) => ({ index, bytes }));
    await this.exchange.batch({ edits: [], journal });
  }

  private async sendValues(
    snapshot: KvSnapshot,
    target: TailRecord,
    sizes: ReadonlyMap<string, number>,
  ): Promise<void> {
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    this.expect({ entries: sizes.size, bytes }, target);
    for await (const edits of valueBatches(snapshot, sizes)) {
      await this.exchange.batch({ edits, journal: [] }, () => this.meter.healed(amountOf(edits)));
    }
    await this.exchange.drained();
  }

  private async healInFull(
    snapshot: KvSnapshot,
    target: TailRecord,
    standing: Standing,
    commitIndex: number,
  ): Promise<void> {
    // What is committed is never undone; for the rest the brick needs the journal, like every other.
    const baseIndex = Math.max(Math.min(commitIndex, target.tail.index), target.journalBaseIndex);
    const { firstIndex } = this.deps.order;
    const comparison = { probe: false, full: true, baseTerm: 0, firstIndex, uncertainKeys: [] };
    await this.exchange.begin({ ...comparison, target: target.tail, baseIndex });
    // With the change at the base, whose term tells later whether two bricks have a past in common.
    const journal = this.deps.store.journal(snapshot, Math.max(0, baseIndex - 1), target.tail.index);
    for await (const batch of journalBatches(journal)) await this.sendJournal(batch);
    this.expect(await measured(snapshot), target);
    for await (const contents of rangesOf(snapshot)) {
      await this.healRange(contents, standing.health === 'blank');
    }
    await this.exchange.drained();
  }

  private expect(total: Amount, target: TailRecord): void {
    this.meter.expect(total);
    this.targetIndex = target.tail.index;
  }

  private async healRange({ range, entries }: RangeContents, isBlank: boolean): Promise<void> {
    const amount = amountOf(entries);
    const healed = (): void => this.meter.healed(amount);
    const replace = (): Promise<void> => this.exchange.batch({ edits: entries, journal: [], range }, healed);
    if (isBlank) await replace();
    else
      await this.exchange.compare({ range, digest: digestOf(entries) }, { same: healed, differs: replace });
  }
}

const amountOf = (edits: readonly Edit[]) => ({
  entries: edits.length,
  bytes: edits.reduce((sum, edit) => sum + (edit.value?.length ?? 0), 0),
});

async function measured(snapshot: KvSnapshot) {
  let entries = 0;
  let bytes = 0;
  for await (const { value } of snapshot.scan({ from: FIRST_REPLICATED_KEY, to: AFTER_LAST_KEY })) {
    entries++;
    bytes += value.length;
  }
  return { entries, bytes };
}

function digestOf(entries: RangeContents['entries']) {
  const digest = new EntryDigest();
  for (const { key, value } of entries) digest.add(key, value);
  return digest.short();
}

function noteTouched({ touched }: JournalRecord, sizes: Map<string, number>): void {
  for (const { key, sizeBytes } of touched) sizes.set(bytesToMapKey(key), sizeBytes);
}
