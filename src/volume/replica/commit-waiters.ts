import { OutcomeUnknownError } from '../../core/errors.js';

interface Waiter {
  readonly index: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait until a place in the order is committed. */
export class CommitWaiters {
  private waiters: Waiter[] = [];

  wait(index: number): Promise<void> {
    return new Promise((resolve, reject) => this.waiters.push({ index, resolve, reject }));
  }

  committed(index: number): void {
    const reached = this.waiters.filter((waiter) => waiter.index <= index);
    if (reached.length === 0) return;
    this.waiters = this.waiters.filter((waiter) => waiter.index > index);
    for (const waiter of reached) waiter.resolve();
  }

  /** The manager stepped down: what it had sent may be committed by the next one, or undone. */
  lost(): void {
    const lost = this.waiters;
    this.waiters = [];
    for (const waiter of lost) {
      waiter.reject(new OutcomeUnknownError('the volume manager changed while this was under way'));
    }
  }
}
