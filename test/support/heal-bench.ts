/** Bricks and the heals between them, with no replica around: any message can be the last that gets through. */
import { bytesToMapKey } from '../../src/core/bytes.js';
import { editBytes, type Edit } from '../../src/core/edit.js';
import { UnreachableError } from '../../src/core/errors.js';
import { brickId, groupId, type BrickId } from '../../src/core/ids.js';
import { FIRST_REPLICATED_KIND, KEY_KIND } from '../../src/core/key-kind.js';
import { dataOf } from '../../src/core/seal.js';
import { MemoryDisk, MemoryKvStore } from '../../src/kv/memory-kv-store.js';
import type { SealedKvStore } from '../../src/kv/sealed-kv-store.js';
import type { Entry } from '../../src/replication/entry.js';
import type { Standing } from '../../src/replication/message.js';
import { envelopeFromWire, envelopeToWire } from '../../src/volume/replica-codec.js';
import { BrickStore } from '../../src/volume/replica/brick-store.js';
import { HealPace } from '../../src/volume/replica/heal-pace.js';
import type { HealProgress } from '../../src/volume/replica/heal-progress.js';
import { HealSink } from '../../src/volume/replica/heal-sink.js';
import { HealSource } from '../../src/volume/replica/heal-source.js';
import type { HealMessage } from '../../src/volume/replica/replica-message.js';
import { wire } from '../../src/rpc/wire.js';
import { ManualClock } from './manual-clock.js';

const GROUP = groupId('g');
const MEMBERS = ['a', 'b', 'c'].map(brickId);

export const inodeKeyNamed = (name: string): Uint8Array =>
  Buffer.concat([Buffer.of(KEY_KIND.inode), Buffer.from(name)]);

/** What one change does: values by name, `undefined` removes. */
export type Edits = Readonly<Record<string, string | undefined>>;

const editsOf = (edits: Edits): Edit[] =>
  Object.entries(edits).map(([name, value]) => ({
    key: inodeKeyNamed(name),
    value: value === undefined ? undefined : Buffer.from(value),
  }));

/** A history that goes on from `past` with changes of one term. */
export function extend(past: readonly Entry[], term: number, ...changes: readonly Edits[]): Entry[] {
  const added = changes.map((change, place): Entry => {
    const edits = editsOf(change);
    const sizeBytes = edits.reduce((sum, edit) => sum + editBytes(edit), 0);
    return { term, index: past.length + place + 1, sync: false, checkpoint: false, edits, sizeBytes };
  });
  return [...past, ...added];
}

/** The replicated state that a history leaves behind, by the dumbest way there is. */
export function stateAfter(history: readonly Entry[]): Record<string, string> {
  const state = new Map<string, string>();
  for (const { edits } of history) {
    for (const { key, value } of edits) {
      const name = Buffer.from(key.subarray(1)).toString('utf8');
      if (value === undefined) state.delete(name);
      else state.set(name, Buffer.from(value).toString('utf8'));
    }
  }
  return sorted(state);
}

const sorted = (state: Map<string, string>): Record<string, string> =>
  Object.fromEntries([...state].sort(([a], [b]) => (a < b ? -1 : 1)));

/** One brick on a disk of its own, as it stands between two messages. */
export class TestBrick {
  readonly disk = new MemoryDisk();
  store!: BrickStore;
  /** As its store sees it: sealed. */
  kv!: SealedKvStore;
  /** What its core knows to be committed. */
  commitIndex = 0;

  private constructor(readonly id: BrickId) {}

  static async create(name: string, kind: 'member' | 'blank' = 'member'): Promise<TestBrick> {
    const brick = new TestBrick(brickId(name));
    const identity = { group: GROUP, brick: brick.id, volume: 'vol' };
    const content = kind === 'blank' ? ({ kind } as const) : ({ kind, members: MEMBERS } as const);
    await BrickStore.format(new MemoryKvStore(brick.disk), identity, content);
    await brick.restart();
    return brick;
  }

  /** A brick that holds `history` and knows it to be committed up to `commitIndex`. */
  static async holding(name: string, history: readonly Entry[], commitIndex: number): Promise<TestBrick> {
    const brick = await TestBrick.create(name);
    await brick.take(history, commitIndex);
    return brick;
  }

  /** Only what the disk has is left. */
  async restart(): Promise<void> {
    this.store = await BrickStore.open(new MemoryKvStore(this.disk), 'boot');
    this.kv = this.store.kv;
    this.commitIndex = this.store.restored().commitIndex;
  }

  /** Appends what of `history` the brick does not have yet. */
  async take(history: readonly Entry[], commitIndex: number): Promise<void> {
    const { tail } = this.store.restored();
    this.commitIndex = Math.max(this.commitIndex, commitIndex);
    const entries = history.slice(tail.index);
    if (entries.length > 0) await this.store.append(entries, this.commitIndex);
  }

  standing(term: number): Standing {
    const { tail, health } = this.store.restored();
    const { commitIndex } = this;
    return {
      kind: 'standing',
      term,
      heartbeatSentAtMs: undefined,
      tail,
      commitIndex,
      health,
      incarnation: 1,
    };
  }

  /** Everything replicated, the members' list apart. */
  state(): Record<string, string> {
    const state = new Map<string, string>();
    for (const [key, value] of this.disk.read()) {
      const kind = key.charCodeAt(0);
      if (kind < FIRST_REPLICATED_KIND || kind === KEY_KIND.members) continue;
      state.set(
        Buffer.from(key.slice(1), 'latin1').toString('utf8'),
        Buffer.from(dataOf(value)).toString('utf8'),
      );
    }
    return sorted(state);
  }

  journalIndices(): number[] {
    const keys = [...this.disk.read().keys()].filter((key) => key.charCodeAt(0) === KEY_KIND.journal);
    return keys
      .map((key) => Number(Buffer.from(key.slice(1), 'latin1').readBigUInt64BE()))
      .sort((a, b) => a - b);
  }
}

export interface HealPlan {
  readonly term: number;
  readonly full?: boolean;
  /** The message (counted from 1, in either direction) that is lost, with all that follow. */
  readonly cutAt?: number;
  /** What the source believes, when it is not what the brick would say now. */
  readonly standing?: Standing;
  /** Whether what is committed is on a majority; it is if nothing is said. */
  readonly hasMajority?: boolean;
  /** Runs when the source has sent its nth message. */
  readonly afterSent?: (nth: number) => void;
}

export interface HealOutcome {
  readonly sent: readonly HealMessage[];
  readonly messages: number;
  /** As the source sees it. */
  readonly isDone: boolean;
  /** As the sink told its core. */
  readonly healed: boolean;
  readonly progress: HealProgress;
}

let lastHealId = 0;

/** Of the first change of `term`, as its manager knows it. */
async function firstIndexOf({ store }: TestBrick, term: number): Promise<number> {
  const { index: tailIndex } = store.restored().tail;
  for await (const { index, record } of store.journal(store.kv, store.journalBaseIndex, tailIndex)) {
    if (record.term === term) return index;
  }
  return tailIndex + 1;
}

/** One heal from beginning to end, or to where it is cut. */
export async function heal(source: TestBrick, sink: TestBrick, plan: HealPlan): Promise<HealOutcome> {
  const { term } = plan;
  const clock = new ManualClock();
  const failures: unknown[] = [];
  const sent: HealMessage[] = [];
  let messages = 0;
  let healed = false;
  const carry = (message: HealMessage, deliver: (message: HealMessage) => void): void => {
    messages++;
    if (plan.cutAt !== undefined && messages >= plan.cutAt) healSource.abort();
    else deliver(overTheWire(message));
  };
  const healSink = new HealSink({
    store: sink.store,
    send: (_, message) => carry(message, (carried) => healSource.receive(carried)),
    suspend: (_, baseIndex) => {
      sink.commitIndex = baseIndex;
      return Promise.resolve();
    },
    isManager: (_, messageTerm) => messageTerm === term,
    tail: () => sink.store.restored().tail,
    healed: (_term, _tail, commitIndex) => {
      healed = true;
      sink.commitIndex = commitIndex;
    },
    failed: (error) => failures.push(error),
  });
  const healSource = new HealSource({
    store: source.store,
    clock,
    order: { term, firstIndex: await firstIndexOf(source, term) },
    healId: ++lastHealId,
    pace: new HealPace({ clock, lastUsedAtMs: () => -Infinity, share: () => 1 }),
    send: (message) => {
      sent.push(message);
      carry(message, (carried) => healSink.receive(source.id, carried));
      plan.afterSent?.(sent.length);
    },
    commitIndex: () => source.commitIndex,
    hasMajority: () => plan.hasMajority ?? true,
  });
  const running = healSource.run(plan.standing ?? sink.standing(term), plan.full ?? false).then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof UnreachableError)) throw error;
      return false;
    },
  );
  const isDone = await running;
  await healSink.idle();
  if (failures.length > 0) throw failures[0];
  return { sent, messages, isDone, healed, progress: healSource.progress() };
}

/** As the other process gets it: encoded, decoded, checked. */
function overTheWire(message: HealMessage): HealMessage {
  const link = envelopeToWire({ group: GROUP, from: brickId('a'), to: brickId('b'), message });
  const bytes = wire.LinkMessage.encode(link).finish();
  return envelopeFromWire(wire.LinkMessage.decode(bytes)).message as HealMessage;
}

/** Keys that a list of messages carries values of. */
export const keysSent = (sent: readonly HealMessage[]): string[] =>
  sent
    .flatMap((message) => (message.kind === 'healBatch' ? message.edits : []))
    .map(({ key }) => bytesToMapKey(key).slice(1))
    .sort();
