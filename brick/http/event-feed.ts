import type { hafs } from '../../src/rpc/wire.js';
import type { EventService } from '../events/event-service.js';

/** Of all nodes together, for a page that has just been opened. */
const LATEST_MAX = 100;

export interface EventsDocument {
  readonly events: readonly object[];
  /** Names of the nodes that did not answer. */
  readonly silent: readonly string[];
}

/** The events of all nodes, for the status page. */
export class EventFeed {
  private after: Record<string, number> = {};

  constructor(private readonly service: EventService) {}

  async latest(): Promise<EventsDocument> {
    return documentOf(await this.service.all({}));
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
