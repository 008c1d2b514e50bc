import { FileError, HafsError, NotManagerError } from '../../src/core/errors.js';
import type { FileOperation, FileReply } from '../../src/core/operation.js';
import { dataBytesOf } from '../../src/core/reply-bytes.js';
import type { hafs } from '../../src/rpc/wire.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { CountMetric, DurationMetric, Metrics } from '../../src/runtime/metrics.js';
import type { ClientUsage } from '../clients/client-usage.js';
import { OperationCounts } from '../profile/operation-counts.js';
import { LatencyCounts } from './latency-counts.js';
import { FILE_METRICS } from './metric-names.js';

/** An answer that takes longer has held up somebody. */
const STALL_MS = 1_000;
/** Of each kind of operation: a few more than are ever told, so that those that are told are the right ones. */
const FILES_COUNTED_MAX = 128;

/** What clients have asked of one brick as volume manager, and how it went. */
export class FileActivity {
  private readonly latencies = new LatencyCounts();
  /** By kind of operation. */
  readonly operations = new OperationCounts(FILES_COUNTED_MAX);
  private readonly durations = new Map<FileOperation['kind'], DurationMetric>();
  private readonly errors = new Map<string, CountMetric>();
  private readonly readBytes: CountMetric;
  private readonly writtenBytes: CountMetric;
  private readonly stalls: CountMetric;
  private readonly sums = { operations: 0, errors: 0, readBytes: 0, writtenBytes: 0 };

  constructor(
    private readonly metrics: Metrics,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {
    this.readBytes = metrics.count(FILE_METRICS.readBytes);
    this.writtenBytes = metrics.count(FILE_METRICS.writtenBytes);
    this.stalls = metrics.count(FILE_METRICS.stalls);
  }

  /** Does `work`, and takes down how long it took, with its client's as well, and how it ended. */
  async measure<T>(
    operation: FileOperation,
    work: () => Promise<T>,
    replyOf: (result: T) => FileReply,
    ofClient: Pick<ClientUsage, 'note'>,
  ): Promise<T> {
    const beganAtMs = this.clock.monotonicMs();
    try {
      const result = await work();
      this.noteBytes(operation, replyOf(result));
      return result;
    } catch (error) {
      this.noteError(error);
      throw error;
    } finally {
      const durationMs = this.clock.monotonicMs() - beganAtMs;
      this.noteDuration(operation, durationMs);
      ofClient.note(operation, durationMs);
    }
  }

  /** All of it growing for as long as the brick is open. */
  totals(): hafs.v1.IActivity {
    return { ...this.sums, latencyCounts: [...this.latencies.counts] };
  }

  private noteBytes(operation: FileOperation, reply: FileReply): void {
    const readBytes = dataBytesOf(reply);
    if (readBytes > 0) {
      this.sums.readBytes += readBytes;
      this.readBytes.add(readBytes);
    } else if (operation.kind === 'write') {
      this.sums.writtenBytes += operation.data.length;
      this.writtenBytes.add(operation.data.length);
    }
  }

  private noteDuration(operation: FileOperation, durationMs: number): void {
    this.sums.operations++;
    this.latencies.note(durationMs);
    this.operations.note(operation, durationMs);
    this.durationOf(operation.kind).observe(durationMs / 1_000);
    // Who waits for a lock waits because it was asked to.
    if (durationMs > STALL_MS && operation.kind !== 'lock') this.stalls.add();
  }

  private noteError(error: unknown): void {
    const isOrdinary = error instanceof FileError || error instanceof NotManagerError;
    if (!isOrdinary) this.sums.errors++;
    const { errno, code } = error instanceof HafsError ? error : { errno: 'EIO', code: 'unexpected' };
    const key = `${errno} ${code}`;
    const known = this.errors.get(key) ?? this.metrics.count(FILE_METRICS.errors, { errno, code });
    this.errors.set(key, known);
    known.add();
  }

  private durationOf(operation: FileOperation['kind']): DurationMetric {
    const known =
      this.durations.get(operation) ?? this.metrics.duration(FILE_METRICS.duration, { operation });
    this.durations.set(operation, known);
    return known;
  }
}
