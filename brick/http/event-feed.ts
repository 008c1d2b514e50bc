import type { hafs } from '../../src/rpc/wire.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { EventService } from '../events/event-service.js';
import { sharedFor } from './shared-answer.js';

/** However many ask: the other nodes are asked no more often. */
const LATEST_FRESH_MS = 500;
/** Of all nodes together, for a page that has just been opened. */
const LATEST_MAX = 100;

export interface EventsDocument {
  readonly events: readonly object[];
  /** Names of the nodes that did not answer. */
  readonly silent: readonly string[];
}

/** The events of all nodes, for the status page. */
export class EventFeed {
  readonly latest: () => Promise<EventsDocument>;
  private after: Record<string, number> = {};

  constructor(
    private readonly service: Pick<EventService, 'all'>,
    clock: Pick<Clock, 'monotonicMs'>,
  ) {
    this.latest = sharedFor(clock, LATEST_FRESH_MS, async () => documentOf(await service.all({})));
  }

  /** What has come since the last call. */
  async news(): Promise<{ readonly events?: EventsDocument }> {
    const isFirst = Object.keys(this.after).length === 0;
    const response = await this.service.all({ after: this.after });
    this.after = { ...this.after, ...response.last };
    return isFirst || response.events.length === 0 ? {} : { events: documentOf(response) };
  }
}

const documentOf = ({ events, silent }: hafs.v1.EventsResponse): EventsDocument => ({
  // The wire leaves out what is empty.
  events: events.slice(-LATEST_MAX).map((event) => ({ volume: '', ...event })),
  silent,
});
