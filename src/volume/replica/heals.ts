import { DamagedRecordError, messageOf } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import type { Standing } from '../../replication/message.js';
import type { Observer } from '../observer.js';
import { AFTER_LAST_KEY } from './brick-records.js';
import type { BrickStore } from './brick-store.js';
import { HealPace } from './heal-pace.js';
import type { Amount, HealProgress } from './heal-progress.js';
import { HealSource, type OwnTerm } from './heal-source.js';
import type { HealMessage } from './replica-message.js';

/** After a heal that failed, before the next try with the same brick. */
const RETRY_PAUSE_MS = 500;
/** A brick that was healed and is behind again gets this much more of the time, so that it catches up at last. */
const SHARE_GROWTH = 2;
/** The first time the record may be on its way to being repaired. */
const BLOCKED_TRIES = 2;
/** As many as are repaired at once (repairs.ts), … */
const DAMAGED_MAX = 256;
/** … of those that are found in so long. */
const DAMAGE_SOUGHT_MS = 5_000;

export interface HealsDeps {
  readonly store: BrickStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly observe: Observer;
  readonly send: (to: BrickId, message: HealMessage) => void;
  readonly commitIndex: () => number;
  /** When a client last asked for something, on the clock's monotonic time. */
  readonly lastUsedAtMs: () => number;
  /** Of the time that a heal may take while clients are at work; 0 < share <= 1. */
  readonly share: () => number;
  /** A record of this brick is damaged; the heal goes on with the next try, once it is sound again. */
  readonly damaged: (key: Uint8Array) => void;
  /** Whether what is committed is on a majority, this brick among them. */
  readonly hasMajority: () => boolean;
  /** Nobody can be healed: what they need is damaged here. */
  readonly blocked: () => void;
  /** The heal of `peer` is over, well or not. */
  readonly ended: (peer: BrickId, isDone: boolean) => void;
}

/** The heals that this brick feeds as manager: at most one a brick. */
export class Heals {
  private readonly sources = new Map<BrickId, HealSource>();
  /** Of heals that are over. */
  private readonly progresses = new Map<BrickId, HealProgress>();
  private readonly fullWanted = new Set<BrickId>();
  /** Heals of a brick since it was last in sync. */
  private readonly rounds = new Map<BrickId, number>();
  /** Heals of a brick in succession that failed since a record is damaged here. */
  private readonly blockedTries = new Map<BrickId, number>();
  private lastHealId = 0;

  constructor(private readonly deps: HealsDeps) {}

  /** The next heal of this brick compares everything. */
  wantFull(peer: BrickId): void {
    this.fullWanted.add(peer);
  }

  isActive(peer: BrickId): boolean {
    return this.sources.has(peer);
  }

  /** What changes after this index, the heal under way does not bring over. */
  targetIndexOf(peer: BrickId): number | undefined {
    return this.sources.get(peer)?.targetIndex;
  }

  /** Of the heal under way, or of the last one. @param later what has changed after the target index. */
  progressOf(peer: BrickId, later?: Amount): HealProgress | undefined {
    return this.sources.get(peer)?.progress(later) ?? this.progresses.get(peer);
  }

  /** The brick has caught up. */
  settled(peer: BrickId): void {
    this.rounds.delete(peer);
  }

  begin(peer: BrickId, standing: Standing, order: OwnTerm): void {
    this.abort(peer);
    this.rounds.set(peer, (this.rounds.get(peer) ?? 0) + 1);
    const source = new HealSource({
      store: this.deps.store,
      clock: this.deps.clock,
      order,
      healId: ++this.lastHealId,
      send: (message) => this.deps.send(peer, message),
      pace: this.paceFor(peer),
      commitIndex: this.deps.commitIndex,
      hasMajority: this.deps.hasMajority,
    });
    this.sources.set(peer, source);
    const full = this.fullWanted.has(peer);
    this.deps.log.info('heal.begun', {
      brick: peer,
      health: standing.health,
      fromIndex: standing.commitIndex,
      full,
    });
    this.deps.observe({ kind: 'healBegun', brick: peer, isFull: full });
    void this.run(peer, source, standing, full);
  }

  receive(from: BrickId, message: HealMessage): void {
    this.sources.get(from)?.receive(message);
  }

  abort(peer: BrickId): void {
    this.sources.get(peer)?.abort();
  }

  abortAll(): void {
    for (const source of this.sources.values()) source.abort();
  }

  private paceFor(peer: BrickId): HealPace {
    const { clock, lastUsedAtMs, share } = this.deps;
    const growth = SHARE_GROWTH ** ((this.rounds.get(peer) ?? 1) - 1);
    return new HealPace({ clock, lastUsedAtMs, share: () => Math.min(1, growth * share()) });
  }

  private async run(peer: BrickId, source: HealSource, standing: Standing, full: boolean): Promise<void> {
    let isDone = false;
    try {
      await source.run(standing, full);
      isDone = true;
      this.blockedTries.delete(peer);
      if (full) this.fullWanted.delete(peer);
      this.done(peer, source.progress());
    } catch (error) {
      this.failed(peer, messageOf(error));
      if (error instanceof DamagedRecordError)
        await this.reportFrom(error.key).catch((cause: unknown) => this.failed(peer, messageOf(cause)));
      this.noteBlocked(peer, error);
      await this.deps.clock.sleep(RETRY_PAUSE_MS);
    }
    if (this.sources.get(peer) !== source) return;
    this.progresses.set(peer, source.progress());
    this.sources.delete(peer);
    this.deps.ended(peer, isDone);
  }

  /** A heal ends at the first damaged record that it meets: without those that follow, it would be tried once for each. */
  private async reportFrom(key: Uint8Array): Promise<void> {
    const { clock, store, damaged } = this.deps;
    const giveUpAtMs = clock.monotonicMs() + DAMAGE_SOUGHT_MS;
    let count = 0;
    for await (const record of store.kv.audit({ from: key, to: AFTER_LAST_KEY })) {
      if (!record.isSound) {
        damaged(Uint8Array.from(record.key));
        count++;
      }
      if (count === DAMAGED_MAX || clock.monotonicMs() > giveUpAtMs) return;
    }
  }

  private noteBlocked(peer: BrickId, error: unknown): void {
    if (!(error instanceof DamagedRecordError)) {
      this.blockedTries.delete(peer);
      return;
    }
    this.blockedTries.set(peer, (this.blockedTries.get(peer) ?? 0) + 1);
    const isBlocked = (each: BrickId): boolean => (this.blockedTries.get(each) ?? 0) >= BLOCKED_TRIES;
    if ([...this.sources.keys()].every(isBlocked)) this.deps.blocked();
  }

  private done(peer: BrickId, { healedEntries, healedBytes }: HealProgress): void {
    this.deps.log.info('heal.done', { brick: peer, healedEntries, healedBytes });
    this.deps.observe({ kind: 'healDone', brick: peer, entries: healedEntries, bytes: healedBytes });
  }

  private failed(peer: BrickId, reason: string): void {
    this.deps.log.warn('heal.failed', { brick: peer, reason });
    this.deps.observe({ kind: 'healFailed', brick: peer, reason });
  }
}
