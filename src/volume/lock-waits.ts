import { FileError, LockConflictError } from '../core/errors.js';
import type { SessionId } from '../core/ids.js';
import type { LockOwner } from '../core/lock.js';
import type { Mutation } from '../core/operation.js';
import type { Clock } from '../runtime/clock.js';

/** Who waits asks again much sooner than this. */
const WAIT_FORGOTTEN_MS = 2_000;
/**
 * Remembered of those who hold up one that waits. A circle that leads through others is noticed only once so many of the
 * first have let go that these are among them: whoever still waits asks again.
 */
const HOLDERS_MAX = 64;
/** Looked at for one request; a circle of more than these waits for ever. */
const LOOKED_AT_MAX = 1_024;

interface Owner {
  readonly session: SessionId;
  readonly owner: LockOwner;
}

interface Wait {
  readonly holders: Set<string>;
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
    for (const { holders } of this.waits.values()) holders.delete(holder);
  }

  private note(asker: Owner, holders: readonly Owner[]): void {
    const nowMs = this.clock.monotonicMs();
    for (const [name, { untilMs }] of this.waits) if (untilMs < nowMs) this.waits.delete(name);
    const names = firstNames(holders);
    if (this.leadsTo(names, nameOf(asker))) {
      this.waits.delete(nameOf(asker));
      throw new FileError('EDEADLK', 'each would wait for the other');
    }
    this.waits.set(nameOf(asker), { holders: names, untilMs: nowMs + WAIT_FORGOTTEN_MS });
  }

  private leadsTo(names: Iterable<string>, goal: string): boolean {
    const seen = new Set(names);
    // Grows while it is gone through.
    for (const name of seen) {
      if (name === goal) return true;
      if (seen.size > LOOKED_AT_MAX) continue;
      for (const holder of this.waits.get(name)?.holders ?? []) seen.add(holder);
    }
    return false;
  }
}

/** Each once: one who holds many ranges of a file is one. */
function firstNames(holders: readonly Owner[]): Set<string> {
  const names = new Set<string>();
  for (const holder of holders) {
    if (names.size === HOLDERS_MAX) break;
    names.add(nameOf(holder));
  }
  return names;
}
