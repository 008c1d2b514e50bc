import { CACHE_LEASE_MS } from '../../core/touched.js';
import type { Clock } from '../../runtime/clock.js';

/** How long the leases of this client hold: counted from when it last asked a manager who has answered. */
export class LeaseTerm {
  private endsAtMs = -Infinity;
  private epoch: number | undefined;

  constructor(
    private readonly clock: Clock,
    /** Whatever was leased is void. */
    private readonly lapsed: () => void,
  ) {}

  /** 0 when nothing may be told from the caches. */
  get leftMs(): number {
    return Math.max(0, this.endsAtMs - this.clock.monotonicMs());
  }

  /** To be called before anything is passed on that was told without a lease: what is kept under one that is over is void. */
  lapseIfOver(): void {
    if (this.endsAtMs === -Infinity || this.leftMs > 0) return;
    this.endsAtMs = -Infinity;
    this.lapsed();
  }

  /** The manager has answered, be it over another stream or another manager: then the leases go on if it counts as before. */
  renewed(askedAtMs: number, epoch: number): void {
    if (this.leftMs === 0 || epoch !== this.epoch) this.lapsed();
    this.epoch = epoch;
    this.endsAtMs = Math.max(this.endsAtMs, askedAtMs + CACHE_LEASE_MS);
  }
}
