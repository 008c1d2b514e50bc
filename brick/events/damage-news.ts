import type { Clock, Timer } from '../../src/runtime/clock.js';
import type { EventKind } from './event-kinds.js';
import type { Tell } from './event-log.js';

/** A rotting disk must not push everything else out of the history: of one kind so often. */
const NEWS_INTERVAL_MS = 10_000;

interface Held {
  readonly timer: Timer;
  count: number;
  message: string;
}

/** Tells the first of a kind at once, and what follows within some seconds as one event with a count. */
export class DamageNews {
  private readonly held = new Map<EventKind, Held>();

  constructor(
    private readonly clock: Clock,
    private readonly tell: Tell,
    private readonly volume: string,
  ) {}

  add(kind: EventKind, message: string): void {
    const held = this.held.get(kind);
    if (held !== undefined) {
      held.count++;
      held.message = message;
      return;
    }
    this.tell(kind, message, this.volume);
    const timer = this.clock.after(NEWS_INTERVAL_MS, () => this.release(kind));
    this.held.set(kind, { timer, count: 0, message });
  }

  stop(): void {
    for (const kind of [...this.held.keys()]) this.release(kind);
  }

  private release(kind: EventKind): void {
    const held = this.held.get(kind);
    this.held.delete(kind);
    held?.timer.stop();
    if (held === undefined || held.count === 0) return;
    this.tell(kind, `${held.message} (${held.count} in ${NEWS_INTERVAL_MS / 1_000} s)`, this.volume);
  }
}
