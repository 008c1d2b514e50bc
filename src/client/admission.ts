import { assert, defined } from '../core/assert.js';
import { FileError } from '../core/errors.js';
import { MIB } from '../core/limits.js';
import type { PendingOperation } from './pending-operation.js';
import { Slots, type SlotUse } from './slots.js';

export const QUERIES_UNDER_WAY_MAX = 512;
/** Data of writes that are sent and not answered. */
export const WRITE_UNDER_WAY_BYTES_MAX = 16 * MIB;
/** In each of the two lines. Whoever comes later is refused. */
export const WAITING_MAX = 4_096;

/**
 * How much of a session may be under way at once. Mutations need a slot, and room for their data; queries only
 * count. The others wait in two lines, each in the order they came.
 */
export class Admission {
  private readonly slots = new Slots();
  private readonly waitingMutations = new Set<PendingOperation>();
  private readonly waitingQueries = new Set<PendingOperation>();
  private dataBytes = 0;
  private queryCount = 0;

  /** @param admitted is called for each in its turn, a mutation's `use` being set. */
  constructor(private readonly admitted: (pending: PendingOperation) => void) {}

  /** @throws {FileError} EAGAIN when too many wait. */
  enter(pending: PendingOperation): void {
    const line = this.lineOf(pending);
    if (line.size >= WAITING_MAX) throw new FileError('EAGAIN', 'too many operations wait for the volume');
    line.add(pending);
    this.admitWaiting();
  }

  /** Gives up waiting. @returns whether it did still wait. */
  withdraw(pending: PendingOperation): boolean {
    const hasWaited = this.lineOf(pending).delete(pending);
    // It may have been what the others stood behind.
    if (hasWaited) this.admitWaiting();
    return hasWaited;
  }

  /** An admitted one is over. */
  leave(pending: PendingOperation): void {
    if (pending.use !== undefined) this.slots.give(pending.use);
    this.freeAllButSlot(pending);
  }

  /** An admitted mutation is over, but its slot is still needed. @returns the slot's next use. */
  leaveSlotHeld(pending: PendingOperation): SlotUse {
    const next = this.slots.takeAgain(defined(pending.use));
    this.freeAllButSlot(pending);
    return next;
  }

  private freeAllButSlot(pending: PendingOperation): void {
    this.dataBytes -= pending.dataBytes;
    if (!pending.isMutation) this.queryCount--;
    assert(this.dataBytes >= 0 && this.queryCount >= 0, 'left twice');
    this.admitWaiting();
  }

  private lineOf(pending: PendingOperation): Set<PendingOperation> {
    return pending.isMutation ? this.waitingMutations : this.waitingQueries;
  }

  private admitWaiting(): void {
    for (const pending of this.waitingMutations) {
      if (!this.slots.hasFree) break;
      if (this.dataBytes + pending.dataBytes > WRITE_UNDER_WAY_BYTES_MAX) break;
      this.waitingMutations.delete(pending);
      this.dataBytes += pending.dataBytes;
      pending.use = this.slots.take();
      this.admitted(pending);
    }
    for (const pending of this.waitingQueries) {
      if (this.queryCount >= QUERIES_UNDER_WAY_MAX) break;
      this.waitingQueries.delete(pending);
      this.queryCount++;
      this.admitted(pending);
    }
  }
}
