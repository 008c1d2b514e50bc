import type { Ino } from '../../src/core/ids.js';
import type { FileOperation } from '../../src/core/operation.js';
import type { hafs } from '../../src/rpc/wire.js';
import { DurationSummary } from '../metrics/duration-summary.js';
import { HotKeys } from './hot-keys.js';

/** Told of one kind. */
const HOT_FILES_MAX = 100;

interface Counts {
  readonly durations: DurationSummary;
  readonly files: HotKeys<Ino>;
}

/** What was asked of a brick, by one client or all, by kind of operation: how often, how long it took, and of which files. */
export class OperationCounts {
  private readonly byKind = new Map<FileOperation['kind'], Counts>();

  /** @param filesMax of each kind, that are counted. */
  constructor(private readonly filesMax: number) {}

  note(operation: FileOperation, durationMs: number): void {
    const counts = this.countsOf(operation.kind);
    counts.durations.note(durationMs);
    for (const ino of askedAbout(operation)) counts.files.note(ino);
  }

  /** The most frequent kind first. */
  profile(): hafs.v1.IOperationProfile[] {
    const all = [...this.byKind].sort(([, a], [, b]) => b.durations.count - a.durations.count);
    return all.map(([operation, { durations, files }]) => ({
      ...durations.figures(),
      operation,
      files: files.top(HOT_FILES_MAX).map(({ key, ...file }) => ({ ino: key, ...file })),
    }));
  }

  private countsOf(kind: FileOperation['kind']): Counts {
    const known = this.byKind.get(kind);
    if (known !== undefined) return known;
    const files = new HotKeys<Ino>(this.filesMax);
    const counts = { durations: new DurationSummary(), files };
    this.byKind.set(kind, counts);
    return counts;
  }
}

/** The files, or the directory. */
function askedAbout(operation: FileOperation): readonly Ino[] {
  if ('ino' in operation) return [operation.ino];
  if (operation.kind === 'readFiles') return operation.inos;
  return 'parent' in operation ? [operation.parent] : [];
}
