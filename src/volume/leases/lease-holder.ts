import { CACHE_LEASE_WAITED_MS, type Touched } from '../../core/touched.js';

/** The way to a client. What is sent over it arrives in order with the replies, or not at all. */
export interface RecallPort {
  /** These things are about to change. The client answers once nobody can be told the old state from its caches. */
  recall(id: number, things: readonly Touched[]): void;
}

/** Who was heard, and answered no recall for as long as a lease lasts, gets no leases for so long: others wait for it. */
const DENIED_MS = 10_000;

interface Owed {
  readonly things: readonly Touched[];
  readonly sinceMs: number;
}

/** One client, as far as leases go. */
export class LeaseHolder {
  private port: RecallPort | undefined;
  /** The oldest first. */
  private readonly recalls = new Map<number, Owed>();
  private epochNumber = 0;
  /** It is told that its leases are void; they are respected until it must have heard that, or has trusted them for too long. */
  private isVoid = false;
  private deniedUntilMs = -Infinity;

  /**
   * @param isUnclear it may hold leases of an earlier manager that are not known here, until it says which or they
   * have run out.
   */
  constructor(
    nowMs: number,
    private isUnclear: boolean,
  ) {
    this.endsAtMs = nowMs + CACHE_LEASE_WAITED_MS;
  }

  /** Until then its leases must be respected, whether it answers or not. */
  endsAtMs: number;

  /** What it is told. Another one than before: the leases given before are void. */
  get epoch(): number {
    return this.epochNumber + (this.isVoid ? 1 : 0);
  }

  mayGetLeases(nowMs: number): boolean {
    return !this.isVoid && nowMs < this.endsAtMs && nowMs >= this.deniedUntilMs;
  }

  get mayHoldAnything(): boolean {
    return this.isUnclear;
  }

  get isWaitedFor(): boolean {
    return this.isUnclear || this.isVoid || this.recalls.size > 0;
  }

  get owedCount(): number {
    return this.recalls.size;
  }

  owes(recall: number): boolean {
    return this.recalls.has(recall);
  }

  /** It was heard. Its time goes on, unless it keeps others waiting: then it runs out as if it were silent. */
  renew(nowMs: number): void {
    const [oldest] = this.recalls.values();
    if (oldest !== undefined && nowMs >= oldest.sinceMs + CACHE_LEASE_WAITED_MS) this.isVoid = true;
    if (this.isVoid) return;
    this.endsAtMs = nowMs + CACHE_LEASE_WAITED_MS;
  }

  connected(port: RecallPort): void {
    this.port = port;
    this.isUnclear = false;
    // Those sent over an earlier stream may be lost.
    for (const [id, { things }] of this.recalls) port.recall(id, things);
  }

  disconnected(port: RecallPort): void {
    if (this.port === port) this.port = undefined;
  }

  recall(id: number, things: readonly Touched[], nowMs: number): void {
    this.recalls.set(id, { things, sinceMs: nowMs });
    this.port?.recall(id, things);
  }

  /** @returns whether it was asked for that. */
  answered(id: number): boolean {
    return this.recalls.delete(id);
  }

  /** Its time was over before it answered. */
  lapse(nowMs: number): void {
    if (this.isVoid) this.deniedUntilMs = nowMs + DENIED_MS;
    this.isVoid = false;
    this.recalls.clear();
    this.isUnclear = false;
    this.epochNumber++;
  }
}
