import { defined } from '../../core/assert.js';
import type { Entry } from '../../replication/entry.js';
import { MIB } from '../../core/limits.js';
import type { BrickStore } from './brick-store.js';

/** Entries that queued up behind a batch go out together in the next one: group commit under load. */
const BATCH_BYTES_MAX = 4 * MIB;

interface WriterEvents {
  /** To be said before anything that follows from it. */
  readonly written: (entries: readonly Entry[]) => void;
  readonly stored: (index: number) => void;
  readonly checkpoint: (index: number) => void;
  readonly failed: (error: unknown) => void;
}

/** Brings entries into the brick's store, in order, as many at a time as have queued up. */
export class StoreWriter {
  private queue: Entry[] = [];
  private running: Promise<void> | undefined;

  constructor(
    private readonly store: BrickStore,
    private readonly commitIndex: () => number,
    private readonly events: WriterEvents,
  ) {}

  add(entries: readonly Entry[]): void {
    this.queue.push(...entries);
    this.running ??= this.run();
  }

  /** Resolves once nothing is queued or under way. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.queue.length > 0) await this.writeNext();
    } catch (error) {
      this.queue = [];
      this.events.failed(error);
    } finally {
      this.running = undefined;
    }
  }

  private async writeNext(): Promise<void> {
    const entries = this.takeBatch();
    const last = defined(entries.at(-1));
    await this.store.append(entries, this.commitIndex());
    this.events.written(entries);
    // Between this batch and the next the store is exactly at this index on every brick.
    if (last.checkpoint) this.events.checkpoint(last.index);
    this.events.stored(last.index);
  }

  private takeBatch(): Entry[] {
    let bytes = 0;
    let count = 0;
    for (const entry of this.queue) {
      if (count > 0 && bytes + entry.sizeBytes > BATCH_BYTES_MAX) break;
      bytes += entry.sizeBytes;
      count++;
      if (entry.checkpoint) break;
    }
    return this.queue.splice(0, count);
  }
}
