import { ERRNO } from '../../src/core/errno.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { CountMetric, DurationMetric, Metrics } from '../../src/runtime/metrics.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest, RequestKind } from '../protocol/kernel-request.js';
import { MOUNT_METRICS as NAMES } from './mount-metric-names.js';

const ERRNO_NAMES = new Map<number, string>(Object.entries(ERRNO).map(([name, number]) => [number, name]));

/** Takes down how long each request of the kernel took, and how it ended. */
export class RequestMeter {
  private readonly durations = new Map<RequestKind, DurationMetric>();
  private readonly errors = new Map<number, CountMetric>();
  private readonly readBytes: CountMetric;
  private readonly writtenBytes: CountMetric;
  private underWayCount = 0;

  constructor(
    private readonly metrics: Metrics,
    private readonly clock: Pick<Clock, 'monotonicMs'>,
  ) {
    this.readBytes = metrics.count(NAMES.readBytes);
    this.writtenBytes = metrics.count(NAMES.writtenBytes);
    metrics.watch((say) => say(NAMES.underWay, this.underWayCount));
  }

  /** @returns what to call with the answer. */
  begin({ body }: KernelRequest): (reply: KernelReply) => void {
    this.underWayCount++;
    const beganAtMs = this.clock.monotonicMs();
    return (reply) => {
      this.underWayCount--;
      this.durationOf(body.kind).observe((this.clock.monotonicMs() - beganAtMs) / 1_000);
      if (reply.kind === 'error') this.errorsOf(reply.errno).add();
      else if (reply.kind === 'data' && body.kind === 'read') this.readBytes.add(reply.data.length);
      else if (reply.kind === 'written' && body.kind === 'write') this.writtenBytes.add(reply.sizeBytes);
    };
  }

  private durationOf(request: RequestKind): DurationMetric {
    const known = this.durations.get(request) ?? this.metrics.duration(NAMES.duration, { request });
    this.durations.set(request, known);
    return known;
  }

  private errorsOf(errno: number): CountMetric {
    const name = ERRNO_NAMES.get(errno) ?? String(errno);
    const known = this.errors.get(errno) ?? this.metrics.count(NAMES.errors, { errno: name });
    this.errors.set(errno, known);
    return known;
  }
}
