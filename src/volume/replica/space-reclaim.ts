/**
 * Gives back the disk space of removed chunks while the disk is nearly full.
 *
 * LevelDB does it when it compacts, and compacts because it is written to: while writers are refused for want of
 * room, room would never come. Here ranges of removed chunks are compacted first, small step by small step; then,
 * since a restarted brick knows of no such range, everything once, the walk.
 */
import type { DiskSpace } from '../../core/disk-space.js';
import { messageOf } from '../../core/errors.js';
import type { CompactionOutcome, KvStore } from '../../kv/kv-store.js';
import type { Entry } from '../../replication/entry.js';
import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import { compactionRoom, reserveOf } from '../space.js';
import { ALL_CHUNKS, FreedRanges } from './freed-ranges.js';
import { Pause } from './pause.js';

const LOOK_INTERVAL_MS = 1_000;
/** A step rests as long as it took, and not less than this. */
const REST_MS_MIN = 20;
/** What was replaced is not noted, only what was removed: so all is walked again, while space is low. */
const WALK_INTERVAL_MS = 600_000;
/** Below so many times the reserve space is low. */
const LOW_RESERVES = 2;

export interface SpaceReclaimDeps {
  readonly store: Pick<KvStore, 'compact'>;
  readonly space: () => DiskSpace;
  readonly clock: Clock;
  readonly log: Logger;
}

interface Work {
  readonly kind: 'freed' | 'walk';
  from: Uint8Array;
  readonly to: Uint8Array;
  /** Of the steps taken: how many, and what the largest might have needed. */
  steps: number;
  neededBytesMax: number;
  readonly begunAtMs: number;
  readonly availableBytes: number;
}

export class SpaceReclaim {
  private readonly freed = new FreedRanges();
  private readonly pause: Pause;
  private work: Work | undefined;
  private walkAtMs = -Infinity;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly deps: SpaceReclaimDeps) {
    this.pause = new Pause(deps.clock);
  }

  start(): void {
    this.running = this.run();
  }

  /** Entries that are in the store now. */
  stored(entries: readonly Entry[]): void {
    for (const { edits } of entries) {
      for (const { key, value } of edits) {
        if (value === undefined && this.freed.note(key)) this.walkAtMs = -Infinity;
      }
    }
  }

  /** Nothing more is begun. */
  halt(): void {
    this.pause.stop();
  }

  /** The store is left alone when this resolves. */
  async stop(): Promise<void> {
    this.halt();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.pause.isStopped()) {
      const beganAtMs = this.nowMs();
      const hasStepped = await this.step();
      const restMs = Math.max(REST_MS_MIN, this.nowMs() - beganAtMs);
      await this.pause.for(hasStepped ? restMs : LOOK_INTERVAL_MS);
    }
  }

  /** @returns whether to go on soon. */
  private async step(): Promise<boolean> {
    const space = this.deps.space();
    if (space.availableBytes >= LOW_RESERVES * reserveOf(space)) return false;
    const work = (this.work ??= this.nextWork(space));
    if (work === undefined) return false;
    const roomBytes = compactionRoom(space);
    const withRecent = work.steps === 0;
    try {
      return this.judge(work, await this.deps.store.compact({ range: work, roomBytes, withRecent }));
    } catch (error) {
      // The store's own failure stops the brick; this goes on only if it was something else.
      if (!this.pause.isStopped()) this.deps.log.warn('space.not_reclaimed', { reason: messageOf(error) });
      return false;
    }
  }

  private nextWork({ availableBytes }: DiskSpace): Work | undefined {
    const range = this.freed.take();
    if (range === undefined && this.nowMs() < this.walkAtMs) return undefined;
    const kind = range === undefined ? 'walk' : 'freed';
    const begun = { steps: 0, neededBytesMax: 0, begunAtMs: this.nowMs(), availableBytes };
    return { kind, ...(range ?? ALL_CHUNKS), ...begun };
  }

  private judge(work: Work, outcome: CompactionOutcome): boolean {
    switch (outcome.kind) {
      case 'stepped':
        work.from = outcome.next;
        work.steps++;
        work.neededBytesMax = Math.max(work.neededBytesMax, outcome.neededBytes);
        return true;
      case 'tooLittleRoom':
        this.deps.log.warn('space.too_little_to_reclaim', { neededBytes: outcome.neededBytes });
        return false;
      case 'readersOpen':
        this.deps.log.info('space.readers_open');
        return false;
      case 'done':
        this.end(work);
        return true;
    }
  }

  private end({ kind, steps, neededBytesMax, begunAtMs, availableBytes }: Work): void {
    this.work = undefined;
    const nowMs = this.nowMs();
    if (kind === 'walk') this.walkAtMs = nowMs + WALK_INTERVAL_MS;
    if (steps === 0) return;
    const durationMs = Math.round(nowMs - begunAtMs);
    const found = { kind, steps, neededBytesMax, durationMs };
    this.deps.log.info('space.reclaimed', {
      ...found,
      beforeBytes: availableBytes,
      afterBytes: this.deps.space().availableBytes,
    });
  }

  private nowMs(): number {
    return this.deps.clock.monotonicMs();
  }
}
