import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { SightingBook } from './availability/sighting-book.js';
import { EventLog } from './events/event-log.js';

export interface NodeRecordsDeps {
  /** The node's data directory. */
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What a node writes down about the life of the pool: nobody's data, but somebody's night. */
export class NodeRecords {
  private constructor(
    readonly events: EventLog,
    readonly sightings: SightingBook,
  ) {}

  static async open(deps: NodeRecordsDeps): Promise<NodeRecords> {
    return new NodeRecords(await EventLog.open(deps), await SightingBook.open(deps));
  }

  async close(): Promise<void> {
    await this.events.close();
    await this.sightings.close();
  }
}
