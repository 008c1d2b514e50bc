/**
 * Reads every record of a brick from time to time, so that damage is found while other bricks have sound copies.
 *
 * One record after the other is repaired; what cannot be (no quorum, no sound copy) is counted and met again by
 * the next pass. Position and counts are durable: a restarted brick goes on where it was.
 */
import { DamagedRecordError, messageOf } from '../../core/errors.js';
import { MIB } from '../../core/limits.js';
import type { SealedKvStore } from '../../kv/sealed-kv-store.js';
import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import { AFTER_LAST_KEY, SCRUB_KEY } from './brick-records.js';
import { encodeScrub, loadScrub, NEVER_SCRUBBED, type ScrubRecord } from './scrub-record.js';

export interface ScrubSettings {
  /** From the end of one pass to the beginning of the next; 0: only when it is asked for. */
  readonly intervalMs: number;
  readonly bytesPerSecond: number;
}

/** Read in one go. */
const STEP_BYTES = MIB;
const STEP_ENTRIES_MAX = 1_000;
const SAVE_INTERVAL_MS = 5_000;
/** Settings may have changed, or the scrub may be due: looked at so often. */
const LOOK_INTERVAL_MS = 30_000;
/** A record whose repair takes longer is left to the next pass. */
const REPAIR_WAIT_MS = 10_000;
const REPAIR_POLL_MS_MIN = 20;
const REPAIR_POLL_MS_MAX = 1_000;
const MS_PER_SECOND = 1_000;
const FIRST_KEY = Buffer.of(0);

export interface ScrubDeps {
  readonly kv: SealedKvStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: () => ScrubSettings;
  /** Has a damaged record repaired; may be said again. */
  readonly report: (key: Uint8Array) => void;
}

interface Step {
  readonly bytes: number;
  readonly damagedKeys: readonly Uint8Array[];
  /** Where the next one begins; `undefined` at the end. */
  readonly next: Uint8Array | undefined;
}

export class Scrub {
  private record: ScrubRecord = NEVER_SCRUBBED;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;
  /** A pass was asked for: it begins now, and does not spare anybody. */
  private isAsked = false;
  private savedAtMs = 0;
  private wake: () => void = () => undefined;

  constructor(private readonly deps: ScrubDeps) {}

  start(): void {
    this.running = this.run();
  }

  /** A pass over everything begins now, at full pace. */
  ask(): void {
    this.isAsked = true;
    this.record = { ...this.record, isUnderWay: false };
    this.wake();
  }

  state(): ScrubRecord {
    return { ...this.record, isUnderWay: this.record.isUnderWay || this.isAsked };
  }

  /** Nothing more is begun. */
  halt(): void {
    this.isStopped = true;
    this.wake();
  }

  /** The store is left alone when this resolves. */
  async stop(): Promise<void> {
    this.halt();
    await this.running;
  }

  private async run(): Promise<void> {
    let isLoaded = false;
    while (!this.stopped()) {
      try {
        if (!isLoaded) this.record = await loadScrub(this.deps.kv);
        isLoaded = true;
        if (this.isDue()) await this.pass();
        if (this.isAsked) continue;
      } catch (error) {
        // The store's own failure stops the brick; this goes on by itself only if it was something else.
        if (!this.stopped()) this.deps.log.warn('scrub.failed', { reason: messageOf(error) });
      }
      await this.pause(LOOK_INTERVAL_MS);
    }
    // A store that has failed takes nothing more; then the pass goes on from where it was saved before.
    if (this.isUnderWay()) await this.save().catch(() => undefined);
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
    while (this.isUnderWay() && this.isDue() && !this.stopped()) {
      const step = await this.step();
      for (const key of step.damagedKeys) await this.mend(key);
      if (!this.isUnderWay() || this.stopped()) return;
      if (step.next === undefined) await this.end();
      else await this.goOn(step.next, step.bytes);
    }
  }

  private async begin(): Promise<void> {
    const { endedAtMs } = this.record;
    this.record = { ...NEVER_SCRUBBED, isUnderWay: true, startedAtMs: this.wallMs(), endedAtMs };
    await this.save();
    this.deps.log.info('scrub.begun', {});
  }

  private async end(): Promise<void> {
    this.isAsked = false;
    this.record = { ...this.record, isUnderWay: false, endedAtMs: this.wallMs(), position: new Uint8Array() };
    await this.save();
    const { damagedCount, repairedCount } = this.record;
    this.deps.log.info('scrub.done', { damagedCount, repairedCount });
  }

  private async goOn(position: Uint8Array, bytes: number): Promise<void> {
    this.record = { ...this.record, position };
    if (this.deps.clock.monotonicMs() - this.savedAtMs >= SAVE_INTERVAL_MS) await this.save();
    const { bytesPerSecond } = this.deps.settings();
    await this.pause(this.isAsked ? 0 : (bytes / bytesPerSecond) * MS_PER_SECOND);
  }

  private async step(): Promise<Step> {
    const damagedKeys: Uint8Array[] = [];
    let bytes = 0;
    let last: Uint8Array | undefined;
    let count = 0;
    const { position } = this.record;
    const from = position.length === 0 ? FIRST_KEY : position;
    const range = { from, to: AFTER_LAST_KEY, entriesMax: STEP_ENTRIES_MAX };
    for await (const { key, sizeBytes, isSound } of this.deps.kv.audit(range)) {
      bytes += key.length + sizeBytes;
      last = key;
      count++;
      if (!isSound) damagedKeys.push(Uint8Array.from(key));
      if (bytes >= STEP_BYTES) break;
    }
    const isEnd = last === undefined || (bytes < STEP_BYTES && count < STEP_ENTRIES_MAX);
    return { bytes, damagedKeys, next: isEnd || last === undefined ? undefined : justAfter(last) };
  }

  private async mend(key: Uint8Array): Promise<void> {
    if (await this.isSound(key)) return; // Rewritten since it was read.
    this.count({ damaged: 1, repaired: 0 });
    const giveUpAtMs = this.deps.clock.monotonicMs() + REPAIR_WAIT_MS;
    for (
      let pollMs = REPAIR_POLL_MS_MIN;
      !this.stopped();
      pollMs = Math.min(2 * pollMs, REPAIR_POLL_MS_MAX)
    ) {
      this.deps.report(key);
      await this.pause(pollMs);
      if (await this.isSound(key)) {
        this.count({ damaged: 0, repaired: 1 });
        return;
      }
      if (this.deps.clock.monotonicMs() >= giveUpAtMs) return;
    }
  }

  private count({ damaged, repaired }: { damaged: number; repaired: number }): void {
    const { damagedCount, repairedCount } = this.record;
    const counts = { damagedCount: damagedCount + damaged, repairedCount: repairedCount + repaired };
    this.record = { ...this.record, ...counts };
  }

  private async isSound(key: Uint8Array): Promise<boolean> {
    try {
      await this.deps.kv.get(key);
      return true;
    } catch (error) {
      if (error instanceof DamagedRecordError) return false;
      throw error;
    }
  }

  private async save(): Promise<void> {
    this.savedAtMs = this.deps.clock.monotonicMs();
    await this.deps.kv.commit([{ key: SCRUB_KEY, value: encodeScrub(this.record) }]);
  }

  /** Until then, or until something else is to be done. */
  private async pause(delayMs: number): Promise<void> {
    if (this.isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = this.deps.clock.after(delayMs, resolve);
      this.wake = () => {
        timer.stop();
        resolve();
      };
    });
  }

  private isUnderWay(): boolean {
    return this.record.isUnderWay;
  }

  private stopped(): boolean {
    return this.isStopped;
  }

  private wallMs(): number {
    return this.deps.clock.wallTime().seconds * MS_PER_SECOND;
  }
}

const justAfter = (key: Uint8Array): Uint8Array => Buffer.concat([key, Buffer.of(0)]);
