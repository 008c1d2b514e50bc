import { RefusedError } from '../../src/core/errors.js';
import { callerKey, type Named } from '../../src/rpc/identity/caller.js';
import type { Clock } from '../../src/runtime/clock.js';

/** A certificate lasts for weeks; who shares one with others asks another node, or again an hour later. */
const INTERVAL_MS = 2_000;
/** In one interval. A pool has a thousand clients, and they do not all come at once. */
const CALLERS_MAX = 2_048;

/** Making a certificate costs more than asking for one: each caller gets one at a time, and not one after the other. */
export class RenewalTurns {
  /** By caller, of whom has had a turn: when the next one may begin, which is not before this one is over. */
  private readonly nextAtMs = new Map<string, number>();

  constructor(private readonly clock: Pick<Clock, 'monotonicMs'>) {}

  /** @throws {RefusedError} it is not this caller's turn. */
  async take<T>(caller: Named, work: () => Promise<T>): Promise<T> {
    const key = callerKey(caller);
    this.forgetOver();
    if (this.nextAtMs.has(key))
      throw new RefusedError('this credential has just been renewed; try again in a few seconds');
    if (this.nextAtMs.size >= CALLERS_MAX)
      throw new RefusedError('too many credentials are being renewed; try again in a few seconds');
    this.nextAtMs.set(key, Number.POSITIVE_INFINITY);
    try {
      return await work();
    } finally {
      this.nextAtMs.set(key, this.clock.monotonicMs() + INTERVAL_MS);
    }
  }

  private forgetOver(): void {
    const nowMs = this.clock.monotonicMs();
    for (const [key, atMs] of this.nextAtMs) if (atMs <= nowMs) this.nextAtMs.delete(key);
  }
}
