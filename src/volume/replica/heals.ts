import { DamagedRecordError, messageOf } from '../../core/errors.js';
import type { BrickId } from '../../core/ids.js';
import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import type { Standing } from '../../replication/message.js';
import type { BrickStore } from './brick-store.js';
import type { HealProgress } from './heal-progress.js';
import { HealSource } from './heal-source.js';
import type { HealMessage } from './replica-message.js';

/** After a heal that failed, before the next try with the same brick. */
const RETRY_PAUSE_MS = 500;

export interface HealsDeps {
  readonly store: BrickStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly send: (to: BrickId, message: HealMessage) => void;
  readonly commitIndex: () => number;
  /** A record of this brick is damaged; the heal goes on with the next try, once it is sound again. */
  readonly damaged: (key: Uint8Array) => void;
  /** The heal of `peer` is over, well or not. */
  readonly ended: (peer: BrickId) => void;
}

/** The heals that this brick feeds as manager: at most one a brick. */
export class Heals {
  private readonly sources = new Map<BrickId, HealSource>();
  private readonly progresses = new Map<BrickId, HealProgress>();
  private readonly fullWanted = new Set<BrickId>();
  private lastHealId = 0;

  constructor(private readonly deps: HealsDeps) {}

  /** The next heal of this brick compares everything. */
  wantFull(peer: BrickId): void {
    this.fullWanted.add(peer);
  }

  isActive(peer: BrickId): boolean {
    return this.sources.has(peer);
  }

  /** Of the heal under way, or of the last one. */
  progressOf(peer: BrickId): HealProgress | undefined {
    return this.progresses.get(peer);
  }

  begin(peer: BrickId, standing: Standing, term: number): void {
    this.abort(peer);
    const source = new HealSource({
      store: this.deps.store,
      clock: this.deps.clock,
      term,
      healId: ++this.lastHealId,
      send: (message) => this.deps.send(peer, message),
      commitIndex: this.deps.commitIndex,
      onProgress: (progress) => this.progresses.set(peer, progress),
    });
    this.sources.set(peer, source);
    const full = this.fullWanted.has(peer);
    this.deps.log.info('heal.begun', {
      brick: peer,
      health: standing.health,
      fromIndex: standing.commitIndex,
      full,
    });
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

  private async run(peer: BrickId, source: HealSource, standing: Standing, full: boolean): Promise<void> {
    try {
      await source.run(standing, full);
      if (full) this.fullWanted.delete(peer);
      this.deps.log.info('heal.done', { brick: peer, ...this.progresses.get(peer) });
    } catch (error) {
      this.deps.log.warn('heal.failed', { brick: peer, reason: messageOf(error) });
      if (error instanceof DamagedRecordError) this.deps.damaged(error.key);
      await this.deps.clock.sleep(RETRY_PAUSE_MS);
    }
    if (this.sources.get(peer) !== source) return;
    this.sources.delete(peer);
    this.deps.ended(peer);
  }
}
