import { assert, defined } from '../core/assert.js';
import { SESSION_SLOTS_MAX } from '../core/limits.js';

/** What a mutation has of the session: its slot, and its number in there. */
export interface SlotUse {
  /** 0..SESSION_SLOTS_MAX-1 */
  readonly slot: number;
  /** Rises with each use of the slot; first is 1. */
  readonly sequence: number;
}

/**
 * The slots of one session. The one given back last is taken next: the volume keeps a reply for each slot
 * that was ever used, so the fewer the better.
 */
export class Slots {
  private readonly free = Array.from({ length: SESSION_SLOTS_MAX }, (_, i) => SESSION_SLOTS_MAX - 1 - i);
  private readonly sequences = new Map<number, number>();

  get hasFree(): boolean {
    return this.free.length > 0;
  }

  take(): SlotUse {
    return this.nextUse(defined(this.free.pop(), 'no slot is free'));
  }

  /** The next number in a slot that is still held. */
  takeAgain(use: SlotUse): SlotUse {
    assert(!this.free.includes(use.slot), `slot ${use.slot} is not held`);
    return this.nextUse(use.slot);
  }

  give(use: SlotUse): void {
    assert(this.sequences.get(use.slot) === use.sequence, `slot ${use.slot} was used again meanwhile`);
    this.free.push(use.slot);
  }

  private nextUse(slot: number): SlotUse {
    const sequence = (this.sequences.get(slot) ?? 0) + 1;
    this.sequences.set(slot, sequence);
    return { slot, sequence };
  }
}
