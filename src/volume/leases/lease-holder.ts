import { CACHE_LEASE_WAITED_MS, type Touched } from '../../core/touched.js';

/** The way to a client. What is sent over it arrives in order with the replies, or not at all. */
export interface RecallPort {
  /** These things are about to change. The client answers once nobody can be told the old state from its caches. */
  recall(id: number, things: readonly Touched[]): void;
}

/** One client, as far as leases go. */
export class LeaseHolder {
  private port: RecallPort | undefined;
  private readonly recalls = new Map<number, readonly Touched[]>();
  private epochNumber = 0;

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

  /** Another one than before: the leases given before are void. */
  get epoch(): number {
    return this.epochNumber;
  }

  get mayHoldAnything(): boolean {
    return this.isUnclear;
  }

  get isWaitedFor(): boolean {
    return this.isUnclear || this.recalls.size > 0;
  }

  get owedCount(): number {
    return this.recalls.size;
  }

  owes(recall: number): boolean {
    return this.recalls.has(recall);
  }

  renew(nowMs: number): void {
    this.endsAtMs = nowMs + CACHE_LEASE_WAITED_MS;
  }

  connected(port: RecallPort): void {
    this.port = port;
    this.isUnclear = false;
    // Those sent over an earlier stream may be lost.
    for (const [id, things] of this.recalls) port.recall(id, things);
  }

  disconnected(port: RecallPort): void {
    if (this.port === port) this.port = undefined;
  }

  recall(id: number, things: readonly Touched[]): void {
    this.recalls.set(id, things);
    this.port?.recall(id, things);
  }

  /** @returns whether it was asked for that. */
  answered(id: number): boolean {
    return this.recalls.delete(id);
  }

  /** Its time was over before it answered. */
  lapse(): void {
    this.recalls.clear();
    this.isUnclear = false;
    this.epochNumber++;
  }
}
