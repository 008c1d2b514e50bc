import { NotManagerError } from '../../core/errors.js';
import type { Ino, SessionId } from '../../core/ids.js';
import type { Touched } from '../../core/touched.js';
import type { Clock } from '../../runtime/clock.js';
import { ChangeMarks } from './change-marks.js';
import { Clearing } from './clearing.js';
import { LeaseHolder, type RecallPort } from './lease-holder.js';
import { LeaseTable } from './lease-table.js';

/**
 * What clients may have in their caches, as the volume manager knows it, so that nobody is ever told what is no longer
 * so: a change is proposed only when no other client has what it touches in its cache. Each client gives it up when it is
 * asked to, or its time runs out. Nothing of this is stored: a new manager asks, or waits for that time.
 * Source: docs/replication.md, "Caches".
 */
export class Leases {
  private readonly table = new LeaseTable();
  private readonly holders = new Map<SessionId, LeaseHolder>();
  private readonly waiting = new Set<() => void>();
  private marks = new ChangeMarks();
  private isActive = false;
  private lastRecall = 0;

  constructor(private readonly clock: Clock) {}

  /** This brick is manager. @param sessions those of earlier managers; what they hold is not known. */
  activate(sessions: Iterable<SessionId>): void {
    const nowMs = this.clock.monotonicMs();
    for (const session of sessions) this.holders.set(session, new LeaseHolder(nowMs, true));
    this.isActive = true;
  }

  /** Another brick may be manager: nothing more is given, and no change goes on. */
  deactivate(): void {
    this.isActive = false;
    this.marks = new ChangeMarks(this.marks.now);
    this.table.clear();
    this.holders.clear();
    this.wake();
  }

  /**
   * A client's stream is open.
   * @param held what it has in its caches.
   * @returns the number of its leases, as `renewed`.
   */
  connected(session: SessionId, port: RecallPort, held: readonly Ino[]): number {
    const holder = this.holders.get(session) ?? new LeaseHolder(this.clock.monotonicMs(), false);
    this.holders.set(session, holder);
    this.endLapsed();
    // Of whom is known what he holds, nothing is taken on his word: he may have to do without leases.
    if (holder.mayHoldAnything) this.table.add(session, held);
    holder.renew(this.clock.monotonicMs());
    holder.connected(port);
    this.wake();
    return holder.epoch;
  }

  disconnected(session: SessionId, port: RecallPort): void {
    this.holders.get(session)?.disconnected(port);
  }

  /**
   * A client was heard, and this brick was manager after that.
   * @param returned what it no longer has in its caches.
   * @returns the number of its leases; another one than before says that all that were given before are void.
   */
  renewed(session: SessionId, returned: readonly Ino[]): number {
    this.endLapsed();
    this.table.remove(session, returned);
    const holder = this.holders.get(session);
    holder?.renew(this.clock.monotonicMs());
    return holder?.epoch ?? 0;
  }

  /** A session is over: its client knows, or has been silent for much longer than leases last. */
  ended(session: SessionId): void {
    this.table.drop(session);
    this.holders.delete(session);
    this.wake();
  }

  /** To be taken before something is read that may go into a cache. */
  mark(): number {
    return this.marks.now;
  }

  /**
   * Lets a client cache what was read of all of `inos` after `mark`. To be asked in the same go in which the reply is
   * sent, so that no recall can come before it.
   */
  grant(session: SessionId, inos: readonly Ino[], mark: number): boolean {
    const holder = this.holders.get(session);
    if (!this.isActive || holder === undefined) return false;
    if (!holder.mayGetLeases(this.clock.monotonicMs())) return false;
    if (!inos.every((ino) => this.marks.isUnchangedSince(ino, mark))) return false;
    return this.table.add(session, inos);
  }

  /** A client has done what a recall asks for. */
  answered(session: SessionId, recall: number, givenUp: readonly Ino[]): void {
    if (this.holders.get(session)?.answered(recall) !== true) return;
    this.table.remove(session, givenUp);
    this.wake();
  }

  /** A change by `session` begins; to be ended in any case. */
  clearing(session: SessionId): Clearing {
    return new Clearing(this.marks, {
      holdersOf: (ino) => this.holdersOf(ino, session),
      recall: (holder, things) => this.recall(holder, things),
      isAnswered: (holder, recall) => this.holders.get(holder)?.owes(recall) !== true,
      isEveryoneKnown: () => this.isEveryoneKnown(session),
      until: (isDone) => this.until(isDone),
    });
  }

  /** Leases by client, for people. */
  countOf(session: SessionId): number {
    return this.table.countOf(session);
  }

  /** Recalls that a client has not answered. */
  recallsOwedBy(session: SessionId): number {
    return this.holders.get(session)?.owedCount ?? 0;
  }

  /** Of all clients. */
  get count(): number {
    return this.table.count;
  }

  /** Requests to give leases back, since this brick was opened. */
  get recallCount(): number {
    return this.lastRecall;
  }

  private *holdersOf(ino: Ino, except: SessionId): Iterable<SessionId> {
    for (const session of this.holders.keys()) {
      if (session !== except && this.table.holds(session, ino)) yield session;
    }
  }

  private recall(session: SessionId, things: readonly Touched[]): number {
    this.lastRecall++;
    this.holders.get(session)?.recall(this.lastRecall, things, this.clock.monotonicMs());
    return this.lastRecall;
  }

  private isEveryoneKnown(except: SessionId): boolean {
    for (const [session, holder] of this.holders) {
      if (session !== except && holder.mayHoldAnything) return false;
    }
    return true;
  }

  /** @throws {NotManagerError} this brick is no longer manager; nothing was applied. */
  private async until(isDone: () => boolean): Promise<void> {
    for (;;) {
      if (!this.isActive) throw new NotManagerError(undefined);
      this.endLapsed();
      if (isDone()) return;
      await this.somethingHappens();
    }
  }

  private somethingHappens(): Promise<void> {
    const ends = [...this.holders.values()].filter(({ isWaitedFor }) => isWaitedFor);
    const nextMs = Math.min(...ends.map(({ endsAtMs }) => endsAtMs)) - this.clock.monotonicMs();
    return new Promise((resolve) => {
      const resume = (): void => {
        timer.stop();
        this.waiting.delete(resume);
        resolve();
      };
      const timer = this.clock.after(Math.max(1, nextMs), resume);
      this.waiting.add(resume);
    });
  }

  private endLapsed(): void {
    const nowMs = this.clock.monotonicMs();
    for (const [session, holder] of this.holders) {
      if (nowMs < holder.endsAtMs || (!holder.isWaitedFor && this.table.countOf(session) === 0)) continue;
      this.table.drop(session);
      holder.lapse(nowMs);
    }
  }

  private wake(): void {
    for (const resume of [...this.waiting]) resume();
  }
}
