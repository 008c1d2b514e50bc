/** One brick's core on the bench: events are put in by hand, effects are looked at. */
import { editBytes, type Edit } from '../../src/core/edit.js';
import { brickId, type BrickId } from '../../src/core/ids.js';
import type { Effect } from '../../src/replication/core-state.js';
import type { WindowLimits } from '../../src/replication/entry-window.js';
import type { Change, Entry, Position } from '../../src/replication/entry.js';
import type { Append, Message, MessageOf, Standing } from '../../src/replication/message.js';
import type { Event, RestoredState } from '../../src/replication/core-events.js';
import { ReplicaCore } from '../../src/replication/replica-core.js';
import { ELECTION_TIMEOUT_MS_MAX } from '../../src/replication/timing.js';

export const A = brickId('a');
export const B = brickId('b');
export const C = brickId('c');
export const D = brickId('d');
export const E = brickId('e');

export const START_MS = 10_000;
const CHANCE = 0.5;

export const at = (term: number, index: number): Position => ({ term, index });

export const change = (key = 'k', value = 'v'): Change => ({
  edits: [{ key: Buffer.from(key), value: Buffer.from(value) } satisfies Edit],
  sync: false,
  checkpoint: false,
});

export const entry = (term: number, index: number, extra: Partial<Entry> = {}): Entry => {
  const { edits, ...rest } = change(`k${index}`);
  return { ...rest, edits, term, index, sizeBytes: editBytes(edits[0]!), ...extra };
};

/** Brick A, unless said otherwise: whole, in term 4, at (4, 10), all of it committed. */
export class CoreBench {
  nowMs = START_MS;
  readonly core: ReplicaCore;

  constructor(restored: Partial<RestoredState> = {}, limits?: WindowLimits) {
    const standing: RestoredState = {
      self: A,
      members: [A, B, C],
      hard: { term: 4, votedFor: undefined },
      tail: at(4, 10),
      commitIndex: 10,
      health: 'whole',
      isDoubtful: false,
      ...restored,
    };
    this.core = new ReplicaCore(standing, START_MS, CHANCE, limits);
  }

  on(event: Event): Effect[] {
    return this.core.step(event, this.nowMs, CHANCE);
  }

  hear(from: BrickId, message: Message): Effect[] {
    return this.on({ kind: 'message', from, message });
  }

  tick(): Effect[] {
    return this.on({ kind: 'tick' });
  }

  pass(durationMs: number): this {
    this.nowMs += durationMs;
    return this;
  }

  get view() {
    return this.core.view(this.nowMs);
  }

  heartbeat(from: BrickId, term: number, commitIndex = 0): Effect[] {
    return this.hear(from, { kind: 'heartbeat', term, commitIndex, sentAtMs: 77 });
  }

  append(from: BrickId, fields: Partial<Append> & { term: number; previous: Position }): Effect[] {
    return this.hear(from, { kind: 'append', commitIndex: 0, feedId: 1, entries: [], ...fields });
  }

  stored(index: number): Effect[] {
    return this.on({ kind: 'stored', index });
  }

  propose(...changes: Change[]): Effect[] {
    return this.on({ kind: 'propose', changes: changes.length === 0 ? [change()] : changes });
  }
}

/** A core that was just elected in the term after its last; its first entry is not stored yet. */
export class ManagerBench extends CoreBench {
  readonly election: readonly Effect[];

  constructor(restored: Partial<RestoredState> = {}, limits?: WindowLimits) {
    super(restored, limits);
    const { members, term } = this.view;
    this.pass(ELECTION_TIMEOUT_MS_MAX).tick();
    const grant = (preVote: boolean): Effect[] =>
      members.slice(1).flatMap((from) => {
        const reply = {
          kind: 'voteReply',
          term: term + 1,
          preVote,
          granted: true,
          memory: 'sure',
          canStand: true,
        } as const;
        return this.view.isManager ? [] : this.hear(from, reply);
      });
    const preVotes = grant(true);
    this.election = [...preVotes, ...grant(false)];
  }

  get term(): number {
    return this.view.term;
  }

  /** `from` says where it stands, by default in answer to a heartbeat of right now. */
  standing(from: BrickId, fields: Partial<Standing> = {}): Effect[] {
    return this.hear(from, {
      kind: 'standing',
      term: this.term,
      heartbeatSentAtMs: this.nowMs,
      tail: at(4, 10),
      commitIndex: 10,
      health: 'whole',
      incarnation: 1,
      ...fields,
    });
  }

  reply(from: BrickId, matchIndex: number, feedId = this.feedOf(from)): Effect[] {
    return this.hear(from, { kind: 'appendReply', term: this.term, matchIndex, feedId });
  }

  feedOf(peer: BrickId): number {
    const feed = this.view.peers.get(peer)!.feed;
    if (feed.kind !== 'streaming') throw new Error(`${peer} is ${feed.kind}`);
    return feed.feedId;
  }

  isInSync(peer: BrickId): boolean {
    return this.view.peers.get(peer)?.inSync === true;
  }

  /** `peers` take everything there is, and say so. */
  catchUp(...peers: BrickId[]): this {
    for (const peer of peers) {
      if (this.view.peers.get(peer)!.feed.kind !== 'streaming') this.standing(peer);
      this.reply(peer, this.view.tail.index);
    }
    return this;
  }

  /** Everybody has everything, and it is committed. */
  settle(): this {
    this.stored(this.view.tail.index);
    return this.catchUp(...this.view.members.filter((member) => member !== this.view.manager));
  }
}

export const sentTo = (effects: readonly Effect[], to: BrickId): Message[] =>
  effects.flatMap((effect) => (effect.kind === 'send' && effect.to === to ? [effect.message] : []));

export const messagesOf = <Kind extends Message['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): MessageOf<Kind>[] =>
  effects.flatMap((effect) =>
    effect.kind === 'send' && effect.message.kind === kind ? [effect.message as MessageOf<Kind>] : [],
  );

export const effectsOf = <Kind extends Effect['kind']>(
  effects: readonly Effect[],
  kind: Kind,
): Extract<Effect, { kind: Kind }>[] =>
  effects.filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);

/** The last index that these effects commit. */
export const committedBy = (effects: readonly Effect[]): number | undefined =>
  effectsOf(effects, 'committed').at(-1)?.index;
