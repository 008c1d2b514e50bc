import type { Clock } from '../../src/runtime/clock.js';
import { HttpServer, json, type HttpRoute } from '../../src/runtime/http-server.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { MetricsPage } from '../../src/runtime/metrics.js';
import type { AvailabilityService } from '../availability/availability-service.js';
import type { EventService } from '../events/event-service.js';
import type { StorageNode } from '../storage-node.js';
import { EventFeed } from './event-feed.js';
import { healthRoutes } from './health-routes.js';
import { LiveStream } from './live-stream.js';
import { pageRoutes } from './page-files.js';
import { sharedFor } from './shared-answer.js';
import { statusDocument } from './status-document.js';

/** However many ask: the pool is asked no more often. */
const STATUS_FRESH_MS = 500;
const AVAILABILITY_FRESH_MS = 5_000;
const METRICS_FRESH_MS = 250;

export interface NodePagesDeps {
  readonly node: StorageNode;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: MetricsPage;
  readonly events: EventService;
  readonly availability: AvailabilityService;
}

/** What a node serves over HTTP: health, metrics, the status page and its data. */
export class NodePages {
  private readonly server: HttpServer;
  private readonly live: LiveStream;

  constructor(deps: NodePagesDeps) {
    const { node, clock, log } = deps;
    const status = sharedFor(clock, STATUS_FRESH_MS, () => statusDocument(node, clock));
    const feed = new EventFeed(deps.events, clock);
    this.live = new LiveStream({
      clock,
      log,
      look: async () => ({ status: await status(), ...(await feed.news()) }),
    });
    const routes: (readonly [string, HttpRoute])[] = [
      ...healthRoutes(node),
      ...pageRoutes(),
      ['/metrics', metricsRoute(deps)],
      ['/api/status', async () => json(await status())],
      ['/api/availability', availabilityRoute(deps)],
      ['/api/events', async () => json(await feed.latest())],
      ['/api/live', (response) => this.live.accept(response)],
    ];
    this.server = new HttpServer(new Map(routes), log);
  }

  /** @param address HOST:PORT or PORT. @throws {RefusedError} when it cannot be had. */
  listen(address: string): Promise<number> {
    return this.server.listen(address);
  }

  async close(): Promise<void> {
    this.server.close();
    await this.live.close();
  }
}

function metricsRoute({ metrics, clock }: NodePagesDeps): HttpRoute {
  const text = sharedFor(clock, METRICS_FRESH_MS, () => metrics.text());
  return async () => ({ contentType: metrics.contentType, body: await text() });
}

function availabilityRoute({ node, availability, clock }: NodePagesDeps): HttpRoute {
  const document = sharedFor(clock, AVAILABILITY_FRESH_MS, () =>
    Promise.all(
      node.catalogue.volumes.map(async ({ name }) => ({
        volume: name,
        ...(await availability.of(name)),
      })),
    ),
  );
  return async () => json(await document());
}
