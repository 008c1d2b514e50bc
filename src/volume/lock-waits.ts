import { FileError, LockConflictError } from '../core/errors.js';
import type { SessionId } from '../core/ids.js';
import type { LockOwner } from '../core/lock.js';
import type { Mutation } from '../core/operation.js';
import type { Clock } from '../runtime/clock.js';

/** Who waits asks again much sooner than this. */
const WAIT_FORGOTTEN_MS = 2_000;

interface Owner {
  readonly session: SessionId;
  readonly owner: LockOwner;
}

interface Wait {
  readonly holders: readonly string[];
  readonly untilMs: number;
}

const nameOf = ({ session, owner }: Owner): string => `${session}/${owner}`;

/** Who waits for whose lock. A circle of them would wait for ever, so whoever would close it is refused (fcntl(2), EDEADLK). */
export class LockWaits {
  private readonly waits = new Map<string, Wait>();

  constructor(private readonly clock: Clock) {}

  /** Does `work`, and notes who has to wait. @throws {FileError} EDEADLK; what `work` throws. */
  async observe<T>(session: SessionId, mutation: Mutation, work: () => Promise<T>): Promise<T> {
    // flock(2) knows no deadlocks.
    if (mutation.kind !== 'lock' || mutation.lock.family !== 'range') return work();
    const asker = { session, owner: mutation.lock.owner };
    // It may be granted, and others be told so, before the answer is back here: until then it asks, and does not wait.
    this.waits.delete(nameOf(asker));
    try {
      const reply = await work();
      if (mutation.lock.type !== 'write') this.gaveWay(nameOf(asker));
      return reply;
    } catch (error) {
      if (mutation.waits && error instanceof LockConflictError) this.note(asker, error.holders);
      throw error;
    }
  }

  /** Some of its locks are gone. Who still has to wait for the others will ask again, and be noted again. */
  private gaveWay(holder: string): void {
    for (const [name, { holders, untilMs }] of this.waits) {
      this.waits.set(name, { holders: holders.filter((other) => other !== holder), untilMs });
    }
  }

  private note(asker: Owner, holders: readonly Owner[]): void {
    const nowMs = this.clock.monotonicMs();
    for (const [name, { untilMs }] of this.waits) if (untilMs < nowMs) this.waits.delete(name);
    const names = holders.map(nameOf);
    if (this.leadsTo(names, nameOf(asker))) {
      this.waits.delete(nameOf(asker));
      throw new FileError('EDEADLK', 'each would wait for the other');
    }
    this.waits.set(nameOf(asker), { holders: names, untilMs: nowMs + WAIT_FORGOTTEN_MS });
  }

  private leadsTo(names: readonly string[], goal: string): boolean {
    const seen = new Set<string>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === goal) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...(this.waits.get(name)?.holders ?? []));
    }
    return false;
  }
}
