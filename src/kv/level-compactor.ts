import { compareBytes } from '../core/bytes.js';
import { firstOverlap, roomNeeded, type TableLimits } from './compaction-plan.js';
import type { CompactionOrder, CompactionOutcome } from './kv-store.js';
import { readManifest, type Table } from './leveldb-manifest.js';

/**
 * Compacts a LevelDB key by key: of a whole range it would merge as many tables in one go as the range has.
 */
export class LevelCompactor {
  private isMemtableEmpty = false;
  /** Open when the range was begun: what was removed before may still be read by them, and would be kept. */
  private awaited: ReadonlySet<object> | undefined;

  /**
   * @param compactKey asks LevelDB for it.
   * @param readers open now.
   */
  constructor(
    private readonly directory: string,
    private readonly limits: TableLimits,
    private readonly compactKey: (key: Uint8Array) => Promise<void>,
    private readonly readers: ReadonlySet<object>,
  ) {}

  noteCommit(): void {
    this.isMemtableEmpty = false;
  }

  async step({ range, roomBytes, withRecent }: CompactionOrder): Promise<CompactionOutcome> {
    if (withRecent && this.mustWait()) return { kind: 'readersOpen' };
    const tables = await this.tables();
    const overlap = firstOverlap(tables, range);
    const hasRecent = withRecent && !this.isMemtableEmpty;
    if (compareBytes(range.from, range.to) >= 0 || (overlap === undefined && !hasRecent)) {
      return { kind: 'done' };
    }
    const key = overlap ?? range.from;
    const { isMemtableEmpty } = this;
    const neededBytes = roomNeeded(tables, key, { ...this.limits, isMemtableEmpty });
    if (neededBytes > roomBytes) return { kind: 'tooLittleRoom', neededBytes };
    this.awaited = undefined;
    this.isMemtableEmpty = true;
    await this.compactKey(key);
    // What was in the memtable may have come to lie anywhere in the range.
    return { kind: 'stepped', next: hasRecent ? range.from : key, neededBytes };
  }

  private mustWait(): boolean {
    this.awaited ??= new Set(this.readers);
    return [...this.awaited].some((reader) => this.readers.has(reader));
  }

  private async tables(): Promise<readonly Table[]> {
    const manifest = await readManifest(this.directory);
    return manifest === undefined ? [] : [...manifest.tables.values()];
  }
}
