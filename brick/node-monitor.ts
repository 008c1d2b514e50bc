import type { RpcServer } from '../src/rpc/server.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import type { MetricsPage } from '../src/runtime/metrics.js';
import { AvailabilityService } from './availability/availability-service.js';
import { EventService } from './events/event-service.js';
import { Webhook } from './events/webhook.js';
import { NodePages } from './http/node-pages.js';
import { lookAtBricks } from './metrics/brick-look.js';
import { NODE_METRICS } from './metrics/metric-names.js';
import { lookAtNode } from './metrics/node-look.js';
import type { NodeRecords } from './node-records.js';
import { NodeWatch } from './node-watch.js';
import { ServiceWatch } from './service-watch.js';
import type { StorageNode } from './storage-node.js';

export interface NodeMonitorDeps {
  readonly node: StorageNode;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: MetricsPage;
  readonly records: NodeRecords;
  readonly version: string;
}

/** Everything that tells people how a node and its pool are. The storage works the same without it. */
export class NodeMonitor {
  private readonly events: EventService;
  private readonly availability: AvailabilityService;
  private readonly serviceWatch: ServiceWatch;
  private readonly nodeWatch: NodeWatch;
  private readonly webhook: Webhook;
  private readonly pages: NodePages;
  private isStarted = false;

  constructor(private readonly deps: NodeMonitorDeps) {
    const { node, clock, log, metrics, records, version } = deps;
    const { tell } = records.events;
    this.events = new EventService(node, records.events);
    this.availability = new AvailabilityService(node, records.sightings, clock);
    this.serviceWatch = new ServiceWatch({ node, book: records.sightings, tell, clock, log });
    this.nodeWatch = new NodeWatch({ node, tell, clock, log });
    this.webhook = this.makeWebhook();
    this.pages = new NodePages({
      ...{ node, clock, log, metrics },
      events: this.events,
      availability: this.availability,
    });
    records.events.onEvent((event) => {
      metrics.count(NODE_METRICS.events, { kind: event.kind }).add();
      this.webhook.send(event);
    });
    metrics.watch((say) => lookAtNode(node, clock, version, say));
    metrics.watch((say) => lookAtBricks(node, clock, say));
  }

  addTo(server: RpcServer): void {
    this.events.addTo(server);
    this.availability.addTo(server);
  }

  /** @param address HOST:PORT or PORT. @throws {RefusedError} when it cannot be had. */
  async serve(address: string): Promise<void> {
    await this.pages.listen(address);
  }

  start(): void {
    const { node, records, version } = this.deps;
    this.isStarted = true;
    records.events.tell('server-started', `${node.self.name} has started (hafs ${version})`);
    this.serviceWatch.start();
    this.nodeWatch.start();
  }

  /** Nothing is looked at any more; what is told until the node is closed is still written down. */
  async stop(): Promise<void> {
    const { node, records } = this.deps;
    this.serviceWatch.stop();
    this.nodeWatch.stop();
    if (this.isStarted) records.events.tell('server-stopping', `${node.self.name} stops`);
    await this.pages.close();
  }

  async close(): Promise<void> {
    await this.webhook.close();
    await this.deps.records.close();
  }

  private makeWebhook(): Webhook {
    const { node, clock, log, metrics } = this.deps;
    return new Webhook({
      url: () => (node.isInPool ? node.catalogue.options['webhook'] : undefined),
      node: node.self.name,
      clock,
      log,
      delivered: metrics.count(NODE_METRICS.webhookDelivered),
      dropped: metrics.count(NODE_METRICS.webhookDropped),
    });
  }
}
