import type { HafsError } from '../core/errors.js';
import { ino, type Ino } from '../core/ids.js';
import { leaseEpochOf } from '../rpc/lease-codec.js';
import { failureFromWire } from '../rpc/reply-codec.js';
import type { hafs } from '../rpc/wire.js';
import type { Clock, Timer } from '../runtime/clock.js';
import type { LeaseKeeper } from './cache/lease-keeper.js';
import { OrphanFilter } from './orphan-filter.js';
import { Pulse, TICK_MS } from './pulse.js';
import type { SessionStream } from './session-stream.js';

export interface KeepAliveEvents {
  /** Unlinked inodes that the session is believed to hold. */
  readonly orphans: (inos: readonly Ino[]) => void;
  readonly refused: (error: HafsError) => void;
  /** The node has not answered anything for too long. */
  readonly silent: () => void;
}

/** Watches over one stream from its beginning to its end, and keeps its session from expiring. */
export class KeepAlive {
  private readonly pulse = new Pulse();
  private readonly orphanFilter = new OrphanFilter();
  private timer: Timer | undefined;
  private isSessionOpen = false;

  constructor(
    private readonly stream: SessionStream,
    private readonly clock: Clock,
    private readonly events: KeepAliveEvents,
    private readonly keeper: LeaseKeeper | undefined,
  ) {}

  start(): void {
    this.timer = this.clock.after(TICK_MS, () => this.beat());
  }

  /** From now on the session is kept alive; before, and after `leave`, only silence is noticed. */
  sessionOpened(): void {
    this.isSessionOpen = true;
  }

  leave(): void {
    this.isSessionOpen = false;
  }

  stop(): void {
    this.timer?.stop();
  }

  private beat(): void {
    const beat = this.pulse.beat(this.stream.answerCount);
    if (beat === 'silent') {
      this.events.silent();
      return;
    }
    if (beat === 'keepAlive') this.send();
    this.start();
  }

  private send(): void {
    // What waits to be written keeps the session alive just as well, and wants answers too.
    if (!this.isSessionOpen || !this.stream.isWritable) return;
    const askedAtMs = this.clock.monotonicMs();
    const returned = [...(this.keeper?.takeReturned() ?? [])];
    this.stream.send({ keepAlive: { returned } }, (response) => {
      this.answered(response);
      if (!this.isSessionOpen || !response.alive) return;
      this.keeper?.givenBack(returned);
      this.keeper?.renewed(askedAtMs, leaseEpochOf(response.alive));
    });
  }

  private answered({ failure, alive }: hafs.v1.IFileResponse): void {
    if (failure) {
      this.events.refused(failureFromWire(failure));
      return;
    }
    const numbers = (alive?.orphans ?? []).filter((number) => Number.isSafeInteger(number) && number >= 1);
    const confirmed = this.orphanFilter.confirm(numbers.map(ino));
    if (confirmed.length > 0) this.events.orphans(confirmed);
  }
}
