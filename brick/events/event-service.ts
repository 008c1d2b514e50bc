import { POOL_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { textField, wholeField } from '../../src/rpc/validate.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { askNodes } from '../ask-nodes.js';
import type { StorageNode } from '../storage-node.js';
import { EVENTS_KEPT_MAX, type EventLog, type NodeEvent } from './event-log.js';

const VOLUME_LENGTH_MAX = 63;

/** What has happened, from any node: each event is the word of one node, and all of them are told. */
export class EventService {
  constructor(
    private readonly node: StorageNode,
    private readonly log: EventLog,
  ) {}

  addTo(server: RpcServer): void {
    server.unary(POOL_METHODS.NodeEvents, (request) => Promise.resolve(this.own(request)));
    server.unary(POOL_METHODS.Events, (request) => this.all(request));
  }

  private own(request: hafs.v1.NodeEventsRequest): hafs.v1.NodeEventsResponse {
    const after = wholeField(request.after, 'after', Number.MAX_SAFE_INTEGER);
    const { id, name } = this.node.self;
    const events = this.log.since(after).map((event) => eventToWire(event, id, name));
    return new wire.NodeEventsResponse({ events, last: this.log.lastSequence });
  }

  async all(request: Partial<hafs.v1.EventsRequest>): Promise<hafs.v1.EventsResponse> {
    const volume = textField(request.volume, 'volume', VOLUME_LENGTH_MAX);
    const { nodes } = this.node.catalogue;
    const { answers, silent } = await askNodes(this.node, nodes, POOL_METHODS.NodeEvents, ({ id }) => ({
      after: wholeField(request.after?.[id], 'after', Number.MAX_SAFE_INTEGER),
    }));
    const told = answers.flatMap(({ answer }) => answer.events).sort(byTime);
    return new wire.EventsResponse({
      events: told.filter((event) => volume === '' || event.volume === volume).slice(-EVENTS_KEPT_MAX),
      last: Object.fromEntries(answers.map(({ node, answer }) => [node.id, answer.last])),
      silent: [...silent],
    });
  }
}

/** Clocks differ: between two nodes this is a guess, on one node the sequence is right. */
const byTime = (a: hafs.v1.IPoolEvent, b: hafs.v1.IPoolEvent): number =>
  (a.atMs ?? 0) - (b.atMs ?? 0) ||
  (a.nodeId ?? '').localeCompare(b.nodeId ?? '') ||
  (a.sequence ?? 0) - (b.sequence ?? 0);

const eventToWire = (event: NodeEvent, nodeId: string, node: string): hafs.v1.IPoolEvent => ({
  ...event,
  nodeId,
  node,
});
