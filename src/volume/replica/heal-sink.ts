/** The healed brick's side of a heal: notes durably what it is about to risk, applies, and becomes whole at the end. */
import { bytesToMapKey, mapKeyToBytes } from '../../core/bytes.js';
import { editBytes, type Edit } from '../../core/edit.js';
import { DamagedRecordError } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import { MIB } from '../../core/limits.js';
import type { Position } from '../../replication/entry.js';
import type { Health } from '../../replication/message.js';
import { journalKey, type HealMark } from './brick-records.js';
import type { BrickStore } from './brick-store.js';
import { digestRange } from './range-digest.js';
import type { HealBatch, HealBegin, HealEnd, HealMessage, KeyRange, RangeDigest } from './replica-message.js';

/** Brought to the disk in one go: were all of it left to the end, the time left would have been told too short all along. */
const UNSYNCED_BYTES_MAX = 8 * MIB;

/** Noted in one record, and told in one message; with more of them everything is compared. */
const TAINTED_KEYS_MAX = 65_536;

export interface HealSinkDeps {
  readonly store: BrickStore;
  readonly send: (to: BrickId, message: HealMessage) => void;
  /** The core takes nothing else from here on; resolves once the store is quiet. @param tail where its history ends now. */
  readonly suspend: (health: Health, baseIndex: number, tail?: Position) => Promise<void>;
  /** Whether `source` is the manager of the present term, and that is `term`. */
  readonly isManager: (source: BrickId, term: number) => boolean;
  readonly tail: () => Position;
  readonly healed: (term: number, tail: Position, commitIndex: number) => void;
  readonly failed: (error: unknown) => void;
}

export class HealSink {
  private current: { readonly begin: HealBegin; readonly source: BrickId } | undefined;
  private work: Promise<void> = Promise.resolve();
  private unsyncedBytes = 0;

  constructor(private readonly deps: HealSinkDeps) {}

  receive(source: BrickId, message: HealMessage): void {
    this.work = this.work.then(() => this.handle(source, message)).catch(this.deps.failed);
  }

  async idle(): Promise<void> {
    await this.work;
  }

  private async handle(source: BrickId, message: HealMessage): Promise<void> {
    if (!this.deps.isManager(source, message.term)) return;
    if (message.kind === 'healBegin') {
      await this.begin(source, message);
      return;
    }
    const { current } = this;
    if (current?.begin.healId !== message.healId || current.begin.term !== message.term) return;
    if (message.kind === 'healBatch') await this.apply(source, message);
    else if (message.kind === 'healEnd') await this.end(source, message, current.begin);
  }

  private async begin(source: BrickId, begin: HealBegin): Promise<void> {
    if (begin.probe) {
      await this.answer(source, begin);
      return;
    }
    this.current = undefined;
    const { store } = this.deps;
    const health = this.healthDuring(begin);
    if (!begin.full && health !== 'healing') {
      this.askForAll(source, begin);
      return;
    }
    const baseIndex = store.healMark?.baseIndex ?? (begin.full ? 0 : begin.baseIndex);
    await this.deps.suspend(health, baseIndex);
    const mark = await this.markFor(begin, health, baseIndex);
    const tail = await this.tailWithoutUndone(begin);
    await store.saveHealMark(mark, tail);
    await this.deps.suspend(mark.health, baseIndex, tail);
    if (mark.health !== health) {
      this.askForAll(source, begin);
      return;
    }
    if (begin.full) await store.beginFullHeal(begin.baseIndex);
    this.current = { begin, source };
    const { term, healId } = begin;
    const { taintedKeys } = mark;
    this.deps.send(source, { kind: 'healReady', term, healId, needsFull: false, taintedKeys });
  }

  /** To what would begin now. */
  private async answer(source: BrickId, begin: HealBegin): Promise<void> {
    const baseIndex = this.deps.store.healMark?.baseIndex ?? begin.baseIndex;
    const { health, taintedKeys } = await this.markFor(begin, this.healthDuring(begin), baseIndex);
    const { term, healId } = begin;
    const needsFull = health !== 'healing';
    this.deps.send(source, { kind: 'healReady', term, healId, needsFull, taintedKeys });
  }

  private askForAll(source: BrickId, { term, healId }: HealBegin): void {
    this.deps.send(source, { kind: 'healReady', term, healId, needsFull: true, taintedKeys: [] });
  }

  /** Once blank or incomplete, only a full heal that ends well makes a brick whole. */
  private healthDuring(begin: HealBegin): HealMark['health'] {
    const before = this.deps.store.healMark?.health;
    if (before === 'blank' || before === 'incomplete') return before;
    return begin.full ? 'incomplete' : 'healing';
  }

  private async markFor(begin: HealBegin, health: HealMark['health'], baseIndex: number): Promise<HealMark> {
    if (begin.full) return { health, baseIndex, taintedKeys: [] };
    try {
      // After a power cut of all, a majority may have gone on without what this brick knows to be committed.
      const isPastShared =
        (await this.deps.store.termAt(this.deps.store.kv, begin.baseIndex)) === begin.baseTerm;
      if (!isPastShared) return { health: 'incomplete', baseIndex, taintedKeys: [] };
      const keys = await this.keysThatMayBeWrong(begin, baseIndex);
      if (keys.size > TAINTED_KEYS_MAX) return { health: 'incomplete', baseIndex, taintedKeys: [] };
      return { health, baseIndex, taintedKeys: [...keys].map(mapKeyToBytes) };
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) throw error;
      // The journal does not tell any more what must be put right: only a full heal will do.
      return { health: 'incomplete', baseIndex, taintedKeys: [] };
    }
  }

  private async keysThatMayBeWrong(begin: HealBegin, baseIndex: number): Promise<Set<string>> {
    const { store } = this.deps;
    const keys = new Set<string>();
    for (const key of store.healMark?.taintedKeys ?? []) keys.add(bytesToMapKey(key));
    for (const key of begin.uncertainKeys) keys.add(bytesToMapKey(key));
    for await (const { record } of store.journal(store.kv, baseIndex, this.deps.tail().index)) {
      for (const { key } of record.touched) keys.add(bytesToMapKey(key));
    }
    return keys;
  }

  /**
   * What an earlier manager began, in the places that this one has filled, was never committed (Raft, section 5.4.3), and
   * goes with this heal. Were this brick's vote to speak for it still, and the source lost, nobody could be elected.
   */
  private async tailWithoutUndone({ term, firstIndex }: HealBegin): Promise<Position> {
    const tail = this.deps.tail();
    if (firstIndex === 0 || tail.index < firstIndex || tail.term >= term) return tail;
    const { store } = this.deps;
    const index = firstIndex - 1;
    const termBefore = await store.termAt(store.kv, index).catch(unlessDamaged);
    // Where the journal does not tell, the vote speaks for more than it must.
    return termBefore === undefined ? tail : { term: termBefore, index };
  }

  private async apply(source: BrickId, batch: HealBatch): Promise<void> {
    const { term, healId, sequence, range, digest } = batch;
    let differs = false;
    if (range !== undefined && digest !== undefined) {
      differs = await this.isOther(range, digest);
    } else {
      const removed = range === undefined ? [] : await this.keysIn(range);
      const journal = batch.journal.map(({ index, bytes }) => ({ key: journalKey(index), value: bytes }));
      await this.commit([...removed, ...journal, ...batch.edits]);
    }
    this.deps.send(source, { kind: 'healAck', term, healId, sequence, differs });
  }

  private async commit(edits: readonly Edit[]): Promise<void> {
    this.unsyncedBytes += edits.reduce((sum, edit) => sum + editBytes(edit), 0);
    const sync = this.unsyncedBytes >= UNSYNCED_BYTES_MAX;
    if (sync) this.unsyncedBytes = 0;
    await this.deps.store.kv.commit(edits, { sync });
  }

  private async isOther(range: KeyRange, digest: RangeDigest): Promise<boolean> {
    try {
      const own = await digestRange(this.deps.store.kv, range);
      return own.entries !== digest.entries || own.checksum !== digest.checksum;
    } catch (error) {
      // What is damaged is not what the source has: the range is replaced.
      if (error instanceof DamagedRecordError) return true;
      throw error;
    }
  }

  private async keysIn(range: KeyRange): Promise<Edit[]> {
    const edits: Edit[] = [];
    for await (const { key } of this.deps.store.kv.audit(range)) edits.push({ key, value: undefined });
    return edits;
  }

  private async end(source: BrickId, end: HealEnd, begin: HealBegin): Promise<void> {
    this.current = undefined;
    const { store } = this.deps;
    const tail = begin.target;
    const journalBaseIndex = begin.full ? begin.baseIndex : store.journalBaseIndex;
    await store.endHeal({ tail, commitIndex: end.commitIndex, journalBaseIndex });
    this.deps.healed(begin.term, tail, end.commitIndex);
    this.deps.send(source, {
      kind: 'healEnd',
      term: end.term,
      healId: end.healId,
      commitIndex: end.commitIndex,
    });
  }
}

function unlessDamaged(error: unknown): undefined {
  if (!(error instanceof DamagedRecordError)) throw error;
}
