import { defined } from '../../core/assert.js';
import { FORMAT_VERSION } from '../../core/key-kind.js';
import type { Edit } from '../../core/edit.js';
import { CorruptionError, StoreFailedError } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import type { KvReader, KvSnapshot, KvStore } from '../../kv/kv-store.js';
import type { HardState } from '../../replication/core-state.js';
import { ORIGIN, type Entry } from '../../replication/entry.js';
import type { RestoredState } from '../../replication/core-events.js';
import {
  BOOT_KEY,
  CLOSED_IN_ORDER,
  COMMITS_LOST,
  decodeBoot,
  decodeHardState,
  decodeHealMark,
  decodeIdentity,
  decodeJournalRecord,
  decodeMembers,
  decodeTail,
  encodeBoot,
  encodeHardState,
  encodeHealMark,
  encodeIdentity,
  encodeJournalRecord,
  encodeMembers,
  encodeTail,
  HARD_STATE_KEY,
  HEAL_MARK_KEY,
  IDENTITY_KEY,
  journalIndexOf,
  journalKey,
  MEMBERS_KEY,
  TAIL_KEY,
  type BrickIdentity,
  type HealMark,
  type JournalRecord,
  type TailRecord,
} from './brick-records.js';

/** Changes that a brick can name to one that was away; one that was away for longer is compared whole. */
export const JOURNAL_ENTRIES_MAX = 500_000;
/** The journal is cut in steps: one removal of many records costs less than many of one. */
const JOURNAL_TRIM_ENTRIES = 1_024;

/** What `open` says of a store that no brick was ever made in. */
export class UnformattedBrickError extends StoreFailedError {}

/** A brick's records on its store: the durable half of `ReplicaCore`. */
export class BrickStore {
  private constructor(
    readonly kv: KvStore,
    readonly identity: BrickIdentity,
    private readonly bootId: string,
    private readonly journalEntriesMax: number,
    private hard: HardState,
    private record: TailRecord,
    private mark: HealMark | undefined,
    private doubtful: boolean,
  ) {}

  /** Makes a brick in an empty store. A blank one has no vote until it has been healed. */
  static async format(
    kv: KvStore,
    identity: Omit<BrickIdentity, 'formatVersion'>,
    content: { readonly kind: 'blank' } | { readonly kind: 'member'; readonly members: readonly BrickId[] },
  ): Promise<void> {
    const edits: Edit[] = [
      { key: IDENTITY_KEY, value: encodeIdentity({ ...identity, formatVersion: FORMAT_VERSION }) },
      { key: HARD_STATE_KEY, value: encodeHardState({ term: 0, votedFor: undefined }) },
      { key: TAIL_KEY, value: encodeTail({ tail: ORIGIN, commitIndex: 0, journalBaseIndex: 0 }) },
      { key: BOOT_KEY, value: encodeBoot(CLOSED_IN_ORDER) },
    ];
    if (content.kind === 'member') {
      edits.push({ key: MEMBERS_KEY, value: encodeMembers(content.members) });
    } else {
      const mark: HealMark = { health: 'blank', baseIndex: 0, taintedKeys: [] };
      edits.push({ key: HEAL_MARK_KEY, value: encodeHealMark(mark) });
    }
    await kv.commit(edits, { sync: true });
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

  private static async load(kv: KvStore, bootId: string, journalEntriesMax: number): Promise<BrickStore> {
    const identity = await kv.get(IDENTITY_KEY);
    if (identity === undefined) throw new UnformattedBrickError('there is no brick in this directory');
    const known = decodeIdentity(identity);
    if (known.formatVersion !== FORMAT_VERSION) {
      throw new StoreFailedError(
        `the brick has format ${known.formatVersion}, this hafs reads ${FORMAT_VERSION}`,
      );
    }
    const mark = await kv.get(HEAL_MARK_KEY);
    const lastBoot = decodeBoot(present('boot', await kv.get(BOOT_KEY)));
    return new BrickStore(
      kv,
      known,
      bootId,
      journalEntriesMax,
      decodeHardState(present('term', await kv.get(HARD_STATE_KEY))),
      decodeTail(present('tail', await kv.get(TAIL_KEY))),
      mark === undefined ? undefined : decodeHealMark(mark),
      kv.hasLostCommits || (lastBoot !== CLOSED_IN_ORDER && lastBoot !== bootId),
    );
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
    await this.kv.commit([{ key: BOOT_KEY, value: encodeBoot(bootId) }], { sync: true });
  }

  /** Of the commits that were not synced one may be there while an earlier one is not: such a brick must be healed. */
  private async markHoles(): Promise<void> {
    if (this.mark !== undefined) return;
    const { tail, commitIndex, journalBaseIndex } = this.record;
    let soundIndex = journalBaseIndex;
    for await (const { index } of this.journal(this.kv, journalBaseIndex, tail.index)) {
      if (index !== soundIndex + 1) break;
      soundIndex = index;
    }
    if (soundIndex === tail.index) return;
    const baseIndex = Math.min(soundIndex, commitIndex);
    await this.saveHealMark({ health: 'healing', baseIndex, taintedKeys: [] });
  }

  get healMark(): HealMark | undefined {
    return this.mark;
  }

  get journalBaseIndex(): number {
    return this.record.journalBaseIndex;
  }

  members(): BrickId[] {
    const bytes = this.kv.getSync(MEMBERS_KEY);
    return bytes === undefined ? [] : decodeMembers(bytes);
  }

  restored(): RestoredState {
    return {
      self: this.identity.brick,
      members: this.members(),
      hard: this.hard,
      tail: this.record.tail,
      commitIndex: this.mark?.baseIndex ?? this.record.commitIndex,
      health: this.mark?.health ?? 'whole',
      isDoubtful: this.doubtful,
    };
  }

  async saveHardState(hard: HardState): Promise<void> {
    this.hard = hard;
    // The vote that is sent next depends on this being on disk.
    await this.kv.commit([{ key: HARD_STATE_KEY, value: encodeHardState(hard) }], { sync: true });
  }

  /** One batch: the changes, their journal records, the new tail. */
  async append(entries: readonly Entry[], commitIndex: number): Promise<void> {
    const last = defined(entries.at(-1));
    const edits: Edit[] = [];
    for (const entry of entries) {
      edits.push(...entry.edits);
      if (entry.members !== undefined) edits.push({ key: MEMBERS_KEY, value: encodeMembers(entry.members) });
      edits.push({ key: journalKey(entry.index), value: encodeJournalRecord(journalRecordOf(entry)) });
    }
    const journalBaseIndex = this.trimJournal(last.index, edits);
    const tail = { term: last.term, index: last.index };
    this.record = { tail, commitIndex: Math.min(commitIndex, last.index), journalBaseIndex };
    edits.push({ key: TAIL_KEY, value: encodeTail(this.record) });
    await this.kv.commit(edits, { sync: entries.some((entry) => entry.sync) });
  }

  /** The changes `fromIndex` < index <= `toIndex`, as `reader` has them. */
  async *journal(
    reader: KvReader,
    fromIndex: number,
    toIndex: number,
  ): AsyncGenerator<{ index: number; bytes: Uint8Array; record: JournalRecord }> {
    for await (const { key, value } of reader.scan({
      from: journalKey(fromIndex + 1),
      to: journalKey(toIndex + 1),
    })) {
      yield { index: journalIndexOf(key), bytes: value, record: decodeJournalRecord(value) };
    }
  }

  /** The tail as of a snapshot. */
  async tailIn(snapshot: KvSnapshot): Promise<TailRecord> {
    return decodeTail(defined(await snapshot.get(TAIL_KEY)));
  }

  async saveHealMark(mark: HealMark): Promise<void> {
    this.mark = mark;
    // Durable before the first healed key: a crash between the two then costs a repeated heal. The other
    // order would let a half-healed brick stand for election.
    await this.kv.commit([{ key: HEAL_MARK_KEY, value: encodeHealMark(mark) }], { sync: true });
  }

  /** The brick is whole again, at `record.tail`. Journal records outside of base and tail belong to no history. */
  async endHeal(record: TailRecord): Promise<void> {
    await this.dropJournal(journalKey(0), journalKey(record.journalBaseIndex + 1));
    await this.dropJournal(journalKey(record.tail.index + 1), AFTER_JOURNAL);
    const edits = [
      { key: HEAL_MARK_KEY, value: undefined },
      { key: TAIL_KEY, value: encodeTail(record) },
    ];
    this.mark = undefined;
    this.record = record;
    await this.kv.commit(edits, { sync: true });
  }

  private async dropJournal(from: Uint8Array, to: Uint8Array): Promise<void> {
    let edits: Edit[] = [];
    for await (const { key } of this.kv.scan({ from, to })) {
      edits.push({ key, value: undefined });
      if (edits.length < JOURNAL_TRIM_ENTRIES) continue;
      await this.kv.commit(edits);
      edits = [];
    }
    await this.kv.commit(edits);
  }

  private trimJournal(tailIndex: number, edits: Edit[]): number {
    const base = this.record.journalBaseIndex;
    const step = Math.min(JOURNAL_TRIM_ENTRIES, this.journalEntriesMax);
    if (tailIndex - base < this.journalEntriesMax + step) return base;
    for (let index = base + 1; index <= base + step; index++) {
      edits.push({ key: journalKey(index), value: undefined });
    }
    return base + step;
  }
}

const AFTER_JOURNAL = journalKey(Number.MAX_SAFE_INTEGER);

function present(what: string, bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new CorruptionError(`the brick's ${what} is missing`);
  return bytes;
}

function journalRecordOf(entry: Entry): JournalRecord {
  const touched = entry.edits.map(({ key, value }) => ({ key, sizeBytes: value?.length ?? 0 }));
  if (entry.members !== undefined) touched.push({ key: MEMBERS_KEY, sizeBytes: 0 });
  return { term: entry.term, touched };
}
