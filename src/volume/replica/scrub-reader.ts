import { DamagedRecordError } from '../../core/errors.js';
import { MIB } from '../../core/limits.js';
import type { SealedKvStore } from '../../kv/sealed-kv-store.js';
import type { Clock } from '../../runtime/clock.js';
import { AFTER_LAST_KEY } from './brick-records.js';
import type { Pause } from './pause.js';

/** Read in one go. */
const STEP_BYTES = MIB;
const STEP_ENTRIES_MAX = 1_000;
/** A record whose repair takes longer is left to the next pass. */
const REPAIR_WAIT_MS = 10_000;
const REPAIR_POLL_MS_MIN = 20;
const REPAIR_POLL_MS_MAX = 1_000;
const FIRST_KEY = Buffer.of(0);

export interface ScrubReaderDeps {
  readonly kv: SealedKvStore;
  readonly clock: Clock;
  /** Has a damaged record repaired; may be said again. */
  readonly report: (key: Uint8Array) => void;
}

export interface ScrubStep {
  readonly bytes: number;
  readonly damagedKeys: readonly Uint8Array[];
  /** Where the next one begins; `undefined` at the end. */
  readonly next: Uint8Array | undefined;
}

/** Reads a brick's records, and has the damaged ones repaired. */
export class ScrubReader {
  constructor(
    private readonly deps: ScrubReaderDeps,
    private readonly pause: Pause,
  ) {}

  /** @param position where the step before said; empty for the beginning. */
  async step(position: Uint8Array): Promise<ScrubStep> {
    const damagedKeys: Uint8Array[] = [];
    let bytes = 0;
    let last: Uint8Array | undefined;
    let count = 0;
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

  /** Until it is sound, for a while. @returns whether it is. */
  async mend(key: Uint8Array): Promise<boolean> {
    const giveUpAtMs = this.deps.clock.monotonicMs() + REPAIR_WAIT_MS;
    for (
      let pollMs = REPAIR_POLL_MS_MIN;
      !this.pause.isStopped();
      pollMs = Math.min(2 * pollMs, REPAIR_POLL_MS_MAX)
    ) {
      this.deps.report(key);
      await this.pause.for(pollMs);
      if (await this.isSound(key)) return true;
      if (this.deps.clock.monotonicMs() >= giveUpAtMs) return false;
    }
    return false;
  }

  async isSound(key: Uint8Array): Promise<boolean> {
    try {
      await this.deps.kv.get(key);
      return true;
    } catch (error) {
      if (error instanceof DamagedRecordError) return false;
      throw error;
    }
  }
}

const justAfter = (key: Uint8Array): Uint8Array => Buffer.concat([key, Buffer.of(0)]);
