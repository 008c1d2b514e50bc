/**
 * Reads every record of a brick from time to time, so that damage is found while other bricks have sound copies.
 *
 * One record after the other is repaired; what cannot be (no quorum, no sound copy) is counted and met again by
 * the next pass. Position and counts are durable: a restarted brick goes on where it was.
 */
import { messageOf } from '../../core/errors.js';
import type { Logger } from '../../runtime/logger.js';
import type { Observer } from '../observer.js';
import { SCRUB_KEY } from './brick-records.js';
import { Pause } from './pause.js';
import { ScrubReader, type ScrubReaderDeps } from './scrub-reader.js';
import { encodeScrub, loadScrub, NEVER_SCRUBBED, type ScrubRecord } from './scrub-record.js';
import { TableScrub, type TableDepth, type TableScrubDeps } from './table-scrub.js';

export interface ScrubSettings {
  /** From the end of one pass to the beginning of the next; 0: only when it is asked for. */
  readonly intervalMs: number;
  readonly bytesPerSecond: number;
}

const SAVE_INTERVAL_MS = 5_000;
/** Settings may have changed, or the scrub may be due: looked at so often. */
const LOOK_INTERVAL_MS = 30_000;
const MS_PER_SECOND = 1_000;

export interface ScrubDeps extends ScrubReaderDeps, Omit<TableScrubDeps, 'kv'> {
  readonly log: Logger;
  readonly observe: Observer;
  readonly settings: () => ScrubSettings;
}

/** When a pass is due, how far it has come, what it has found. */
export class Scrub {
  private readonly reader: ScrubReader;
  private readonly tables: TableScrub;
  private readonly pause: Pause;
  private record: ScrubRecord = NEVER_SCRUBBED;
  private running: Promise<void> = Promise.resolve();
  /** A pass was asked for: it begins now, and does not spare anybody. */
  private isAsked = false;
  private savedAtMs = 0;

  constructor(private readonly deps: ScrubDeps) {
    this.pause = new Pause(deps.clock);
    this.reader = new ScrubReader(deps, this.pause);
    this.tables = new TableScrub(deps, this.pause);
  }

  start(): void {
    this.running = this.run();
  }

  /** A pass over everything begins now, at full pace. */
  ask(): void {
    this.isAsked = true;
    this.record = { ...this.record, isUnderWay: false };
    this.pause.wake();
  }

  state(): ScrubRecord {
    return { ...this.record, isUnderWay: this.record.isUnderWay || this.isAsked };
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
    let isLoaded = false;
    while (!this.pause.isStopped()) {
      try {
        if (!isLoaded) await this.load();
        isLoaded = true;
        if (this.isDue()) await this.pass();
        if (this.isAsked) continue;
      } catch (error) {
        // The store's own failure stops the brick; this goes on by itself only if it was something else.
        if (!this.pause.isStopped()) this.deps.log.warn('scrub.failed', { reason: messageOf(error) });
      }
      await this.pause.for(LOOK_INTERVAL_MS);
    }
    // A store that has failed takes nothing more; then the pass goes on from where it was saved before.
    if (this.isUnderWay()) await this.save().catch(() => undefined);
  }

  private async load(): Promise<void> {
    this.record = await loadScrub(this.deps.kv);
    if (this.deps.settings().intervalMs > 0) await this.checkTables({ withRecords: false });
  }

  private isDue(): boolean {
    const { intervalMs } = this.deps.settings();
    if (this.isAsked) return true;
    if (intervalMs === 0) return false;
    return this.record.isUnderWay || this.wallMs() - this.record.endedAtMs >= intervalMs;
  }

  private async pass(): Promise<void> {
    if (!this.record.isUnderWay) await this.begin();
    // It is not under way any more when another one was asked for meanwhile.
    while (this.isUnderWay() && this.isDue() && !this.pause.isStopped()) {
      const step = await this.reader.step(this.record.position);
      for (const key of step.damagedKeys) await this.mend(key);
      if (!this.isUnderWay() || this.pause.isStopped()) return;
      if (step.next === undefined) await this.end();
      else await this.goOn(step.next, step.bytes);
    }
  }

  private async begin(): Promise<void> {
    const { endedAtMs } = this.record;
    this.record = { ...NEVER_SCRUBBED, isUnderWay: true, startedAtMs: this.wallMs(), endedAtMs };
    await this.save();
    this.deps.log.info('scrub.begun', {});
    await this.checkTables({ withRecords: true });
  }

  private async end(): Promise<void> {
    this.isAsked = false;
    this.record = { ...this.record, isUnderWay: false, endedAtMs: this.wallMs(), position: new Uint8Array() };
    await this.save();
    const { damagedCount, repairedCount } = this.record;
    this.deps.log.info('scrub.done', { damagedCount, repairedCount });
    this.deps.observe({ kind: 'scrubDone', damagedCount, repairedCount });
  }

  private async goOn(position: Uint8Array, bytes: number): Promise<void> {
    this.record = { ...this.record, position };
    if (this.deps.clock.monotonicMs() - this.savedAtMs >= SAVE_INTERVAL_MS) await this.save();
    const { bytesPerSecond } = this.deps.settings();
    await this.pause.for(this.isAsked ? 0 : (bytes / bytesPerSecond) * MS_PER_SECOND);
  }

  private async checkTables(depth: TableDepth): Promise<void> {
    const pace = (): number => (this.isAsked ? Infinity : this.deps.settings().bytesPerSecond);
    const found = await this.tables.pass(pace, depth);
    this.count(found);
    if (found.damaged > 0) await this.save();
  }

  private async mend(key: Uint8Array): Promise<void> {
    if (await this.reader.isSound(key)) return; // Rewritten since it was read.
    this.count({ damaged: 1, repaired: 0 });
    if (await this.reader.mend(key)) this.count({ damaged: 0, repaired: 1 });
  }

  private count({ damaged, repaired }: { damaged: number; repaired: number }): void {
    const { damagedCount, repairedCount } = this.record;
    const counts = { damagedCount: damagedCount + damaged, repairedCount: repairedCount + repaired };
    this.record = { ...this.record, ...counts };
  }

  private async save(): Promise<void> {
    this.savedAtMs = this.deps.clock.monotonicMs();
    await this.deps.kv.commit([{ key: SCRUB_KEY, value: encodeScrub(this.record) }]);
  }

  private isUnderWay(): boolean {
    return this.record.isUnderWay;
  }

  private wallMs(): number {
    return this.deps.clock.wallTime().seconds * MS_PER_SECOND;
  }
}
