import type { FileOperation } from '../../src/core/operation.js';
import { DurationSummary } from '../metrics/duration-summary.js';
import { OperationCounts } from '../profile/operation-counts.js';

/** Of each kind of operation; some 100 bytes each, and there may be thousands of clients. */
const FILES_COUNTED_MAX = 32;

/** What came over a client's stream since it was opened, and how long it took until the answer was known. */
export class ClientUsage {
  readonly operations = new OperationCounts(FILES_COUNTED_MAX);
  readBytes = 0;
  writtenBytes = 0;
  private readonly durations = new DurationSummary();

  note(operation: FileOperation, durationMs: number): void {
    this.operations.note(operation, durationMs);
    this.durations.note(durationMs);
  }

  /** Of all kinds together. */
  figures() {
    const { readBytes, writtenBytes } = this;
    return { ...this.durations.figures(), readBytes, writtenBytes };
  }
}
