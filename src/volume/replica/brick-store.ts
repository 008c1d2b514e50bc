import { assert, defined } from '../../core/assert.js';
import type { Edit } from '../../core/edit.js';
import { DamagedRecordError } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import type { KvReader, KvSnapshot, KvStore } from '../../kv/kv-store.js';
import { SealedKvStore } from '../../kv/sealed-kv-store.js';
import type { HardState } from '../../replication/core-state.js';
import type { Entry, Position } from '../../replication/entry.js';
import type { RestoredState } from '../../replication/core-events.js';
import {
  formatEdits,
  readContents,
  rewritingEdit,
  type BrickContents,
  type FirstContent,
} from './brick-contents.js';
import {
  dropJournal,
  journalBetween,
  journalEdit,
  JOURNAL_TRIM_ENTRIES,
  unbrokenIndex,
  type JournalEntry,
} from './brick-journal.js';
import {
  BOOT_KEY,
  CLOSED_IN_ORDER,
  COMMITS_LOST,
  decodeMembers,
  decodeTail,
  encodeBoot,
  encodeHardState,
  encodeHealMark,
  encodeMembers,
  encodeTail,
  HARD_STATE_KEY,
  HEAL_MARK_KEY,
  journalKey,
  MEMBERS_KEY,
  TAIL_KEY,
  type BrickIdentity,
  type HealMark,
  type TailRecord,
} from './brick-records.js';

export { UnformattedBrickError } from './brick-contents.js';

/** Changes that a brick can name to one that was away; one that was away for longer is compared whole. */
export const JOURNAL_ENTRIES_MAX = 500_000;

/** A brick's records on its store: the durable half of `ReplicaCore`. */
export class BrickStore {
  private doubtful: boolean;

  private constructor(
    /** Every value in it is guarded by a checksum. */
    readonly kv: SealedKvStore,
    private readonly contents: BrickContents,
    private readonly bootId: string,
    private readonly journalEntriesMax: number,
  ) {
    const { boot } = contents;
    this.doubtful = kv.hasLostCommits || (boot !== CLOSED_IN_ORDER && boot !== bootId);
  }

  /** Makes a brick in an empty store. A blank one has no vote until it has been healed. */
  static async format(
    kv: KvStore,
    identity: Omit<BrickIdentity, 'formatVersion'>,
    content: FirstContent,
  ): Promise<void> {
    await new SealedKvStore(kv).commit(formatEdits(identity, content), { sync: true });
  }

  /**
   * @param bootId of the machine, now: another one than last time means that un-synced changes may be lost.
   * @throws {UnformattedBrickError} when no brick was made here.
   * @throws {CorruptionError} when its records cannot be read.
   */
  static async open(
    kv: KvStore,
    bootId: string,
    journalEntriesMax = JOURNAL_ENTRIES_MAX,
  ): Promise<BrickStore> {
    const store = await BrickStore.load(kv, bootId, journalEntriesMax);
    if (kv.hasLostCommits) await store.saveBoot(COMMITS_LOST);
    if (store.doubtful) await store.markHoles();
    else await store.saveBoot(bootId);
    return store;
  }

  /** Reads a brick's records and changes nothing; for a brick that will not be used. @throws as `open`. */
  static look(kv: KvStore): Promise<BrickStore> {
    return BrickStore.load(kv, CLOSED_IN_ORDER, JOURNAL_ENTRIES_MAX);
  }

  private static async load(raw: KvStore, bootId: string, journalEntriesMax: number): Promise<BrickStore> {
    const kv = new SealedKvStore(raw);
    return new BrickStore(kv, await readContents(kv, raw), bootId, journalEntriesMax);
  }

  get identity(): BrickIdentity {
    return this.contents.identity;
  }

  /** Whether changes that this brick acknowledged may be gone: the machine went down with the brick in use. */
  get isDoubtful(): boolean {
    return this.doubtful;
  }

  /** It has everything again that it may have forgotten. */
  async endDoubt(): Promise<void> {
    this.doubtful = false;
    await this.saveBoot(this.bootId);
  }

  /** Nothing more will be written; everything is on disk when this resolves. */
  async close(): Promise<void> {
    try {
      if (!this.doubtful) await this.saveBoot(CLOSED_IN_ORDER);
    } finally {
      await this.kv.close();
    }
  }

  private async saveBoot(bootId: string): Promise<void> {
    this.contents.boot = bootId;
    await this.kv.commit([{ key: BOOT_KEY, value: encodeBoot(bootId) }], { sync: true });
  }

  /** Of the commits that were not synced one may be there while an earlier one is not: such a brick must be healed. */
  private async markHoles(): Promise<void> {
    if (this.contents.mark !== undefined) return;
    const { tail, commitIndex, journalBaseIndex } = this.contents.record;
    const soundIndex = await unbrokenIndex(this.kv, journalBaseIndex, tail.index);
    if (soundIndex === tail.index) return;
    const baseIndex = Math.min(soundIndex, commitIndex);
    await this.saveHealMark({ health: 'healing', baseIndex, taintedKeys: [] });
  }

  get healMark(): HealMark | undefined {
    return this.contents.mark;
  }

  get journalBaseIndex(): number {
    return this.contents.record.journalBaseIndex;
  }

  members(): readonly BrickId[] {
    try {
      const bytes = this.kv.getSync(MEMBERS_KEY);
      this.contents.members = bytes === undefined ? [] : decodeMembers(bytes);
    } catch (error) {
      // Whatever changes the members writes the record anew: a damaged one said what was known before.
      if (!(error instanceof DamagedRecordError)) throw error;
    }
    return this.contents.members;
  }

  restored(): RestoredState {
    const { identity, hard, record, mark } = this.contents;
    return {
      self: identity.brick,
      members: this.contents.members,
      hard,
      tail: record.tail,
      commitIndex: mark?.baseIndex ?? record.commitIndex,
      health: mark?.health ?? 'whole',
      isDoubtful: this.doubtful,
    };
  }

  async saveHardState(hard: HardState): Promise<void> {
    this.contents.hard = hard;
    // The vote that is sent next depends on this being on disk.
    await this.kv.commit([{ key: HARD_STATE_KEY, value: encodeHardState(hard) }], { sync: true });
  }

  /** One batch: the changes, their journal records, the new tail. */
  async append(entries: readonly Entry[], commitIndex: number): Promise<void> {
    const last = defined(entries.at(-1));
    const edits: Edit[] = [];
    for (const entry of entries) {
      edits.push(...entry.edits);
      if (entry.members !== undefined) edits.push(this.membersEdit(entry.members));
      edits.push(journalEdit(entry));
    }
    const journalBaseIndex = this.trimJournal(last.index, edits);
    const tail = { term: last.term, index: last.index };
    const record = { tail, commitIndex: Math.min(commitIndex, last.index), journalBaseIndex };
    edits.push(this.tailEdit(record));
    await this.kv.commit(edits, { sync: entries.some((entry) => entry.sync) });
  }

  private membersEdit(members: readonly BrickId[]): Edit {
    this.contents.members = members;
    return { key: MEMBERS_KEY, value: encodeMembers(members) };
  }

  private tailEdit(record: TailRecord): Edit {
    this.contents.record = record;
    return { key: TAIL_KEY, value: encodeTail(record) };
  }

  /** The changes `fromIndex` < index <= `toIndex`, as `reader` has them. @throws {DamagedRecordError} */
  journal(reader: KvReader, fromIndex: number, toIndex: number): AsyncIterable<JournalEntry> {
    return journalBetween(reader, fromIndex, toIndex);
  }

  /** @returns `undefined` where the journal does not reach. @throws {DamagedRecordError} */
  async termAt(reader: KvReader, index: number): Promise<number | undefined> {
    if (index === 0) return 0;
    for await (const { record } of this.journal(reader, index - 1, index)) return record.term;
    return undefined;
  }

  /**
   * A record of the journal is damaged: up to `index` it tells nothing any more, so whoever lacks changes from
   * before is healed in full. Only for what is committed: the rest of the journal says what may be to be undone.
   */
  async forgetJournal(index: number): Promise<void> {
    const { tail, commitIndex, journalBaseIndex } = this.contents.record;
    assert(index <= tail.index, `the journal ends at ${tail.index}, before ${index}`);
    const known = Math.max(commitIndex, index);
    const record = { tail, commitIndex: known, journalBaseIndex: Math.max(journalBaseIndex, index) };
    const damaged = { key: journalKey(index), value: undefined };
    await this.kv.commit([this.tailEdit(record), damaged], { sync: true });
    await dropJournal(this.kv, 0, index);
  }

  /** Writes a damaged record of the brick's own once more, from memory. */
  async rewriteOwn(key: Uint8Array): Promise<void> {
    await this.kv.commit([rewritingEdit(this.contents, key)], { sync: true });
  }

  /** The tail as of a snapshot. */
  async tailIn(snapshot: KvSnapshot): Promise<TailRecord> {
    return decodeTail(defined(await snapshot.get(TAIL_KEY)));
  }

  /** @param tail where the brick's history ends: what is undone is none of it any more. */
  async saveHealMark(mark: HealMark, tail: Position = this.contents.record.tail): Promise<void> {
    this.contents.mark = mark;
    // Durable before the first healed key: a crash between the two then costs a repeated heal. The other
    // order would let a half-healed brick stand for election.
    const marked = { key: HEAL_MARK_KEY, value: encodeHealMark(mark) };
    await this.kv.commit([marked, this.tailEdit({ ...this.contents.record, tail })], { sync: true });
  }

  /** Everything is compared: what the brick itself has noted up to `baseIndex` belongs to no history. */
  async beginFullHeal(baseIndex: number): Promise<void> {
    await dropJournal(this.kv, 0, baseIndex);
  }

  /** The brick is whole again, at `record.tail`. Journal records outside of base and tail belong to no history. */
  async endHeal(record: TailRecord): Promise<void> {
    await dropJournal(this.kv, 0, record.journalBaseIndex - 1);
    await dropJournal(this.kv, record.tail.index + 1);
    this.contents.mark = undefined;
    const edits = [{ key: HEAL_MARK_KEY, value: undefined }, this.tailEdit(record)];
    await this.kv.commit(edits, { sync: true });
  }

  /** The record at the base itself stays, for its term. */
  private trimJournal(tailIndex: number, edits: Edit[]): number {
    const base = this.contents.record.journalBaseIndex;
    const step = Math.min(JOURNAL_TRIM_ENTRIES, this.journalEntriesMax);
    if (tailIndex - base < this.journalEntriesMax + step) return base;
    for (let index = base; index < base + step; index++) {
      edits.push({ key: journalKey(index), value: undefined });
    }
    return base + step;
  }
}
