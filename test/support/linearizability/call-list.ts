import type { Operation } from './history.js';

interface Event {
  readonly kind: 'call' | 'return';
  /** Of the operation among all. */
  readonly place: number;
  readonly at: number;
  previous: Event | undefined;
  next: Event | undefined;
}

/** The calls and returns of the operations that have no place in the order yet, by time. */
export class CallList {
  private readonly head: Event = {
    kind: 'call',
    place: -1,
    at: -Infinity,
    previous: undefined,
    next: undefined,
  };
  private readonly calls: Event[] = [];
  /** Unknown outcomes have none: their effect may come at any time, or never. */
  private readonly returns: (Event | undefined)[] = [];

  constructor(operations: readonly Operation<unknown, unknown>[]) {
    for (const [place, { outcome, calledAt, returnedAt }] of operations.entries()) {
      this.calls.push(eventOf('call', place, calledAt));
      this.returns.push(outcome.kind === 'known' ? eventOf('return', place, returnedAt) : undefined);
    }
    const events = [...this.calls, ...this.returns].filter((event) => event !== undefined);
    // At the same time calls come first: what touches is taken to overlap.
    events.sort((a, b) => a.at - b.at || Number(a.kind === 'return') - Number(b.kind === 'return'));
    let last = this.head;
    for (const event of events) {
      insertAfter(last, event);
      last = event;
    }
  }

  /**
   * The operations that may take effect next: called before any of those left has returned. Sooner returned,
   * sooner tried; what may have had no effect at all comes last.
   */
  candidates(): number[] {
    const places: number[] = [];
    for (let event = this.head.next; event?.kind === 'call'; event = event.next) places.push(event.place);
    const lastAt = (place: number): number => this.returns[place]?.at ?? Infinity;
    return places.sort((a, b) => (lastAt(a) === lastAt(b) ? a - b : lastAt(a) - lastAt(b)));
  }

  /** Takes an operation out; `restore` in the opposite order. */
  remove(place: number): void {
    unlink(this.calls[place]!);
    const returned = this.returns[place];
    if (returned !== undefined) unlink(returned);
  }

  restore(place: number): void {
    const returned = this.returns[place];
    if (returned !== undefined) relink(returned);
    relink(this.calls[place]!);
  }
}

const eventOf = (kind: Event['kind'], place: number, at: number): Event => ({
  kind,
  place,
  at,
  previous: undefined,
  next: undefined,
});

function insertAfter(last: Event, event: Event): void {
  last.next = event;
  event.previous = last;
}

function unlink(event: Event): void {
  event.previous!.next = event.next;
  if (event.next !== undefined) event.next.previous = event.previous;
}

/** It still knows its neighbours of then, which are those of now. */
function relink(event: Event): void {
  event.previous!.next = event;
  if (event.next !== undefined) event.next.previous = event;
}
