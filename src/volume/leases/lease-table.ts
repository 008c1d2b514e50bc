import type { Ino, SessionId } from '../../core/ids.js';
import { LEASES_PER_SESSION_MAX } from '../../core/touched.js';

/** Which sessions may have something of which inodes in their caches. */
export class LeaseTable {
  private readonly inosOf = new Map<SessionId, Set<Ino>>();

  /** @returns `false` when the session holds as many as it may. */
  add(session: SessionId, inos: readonly Ino[]): boolean {
    const held = this.inosOf.get(session) ?? new Set();
    if (held.size + inos.length > LEASES_PER_SESSION_MAX) return false;
    for (const ino of inos) held.add(ino);
    this.inosOf.set(session, held);
    return true;
  }

  remove(session: SessionId, inos: readonly Ino[]): void {
    const held = this.inosOf.get(session);
    for (const ino of inos) held?.delete(ino);
  }

  drop(session: SessionId): void {
    this.inosOf.delete(session);
  }

  clear(): void {
    this.inosOf.clear();
  }

  holds(session: SessionId, ino: Ino): boolean {
    return this.inosOf.get(session)?.has(ino) === true;
  }

  get count(): number {
    return [...this.inosOf.values()].reduce((sum, { size }) => sum + size, 0);
  }

  countOf(session: SessionId): number {
    return this.inosOf.get(session)?.size ?? 0;
  }
}
