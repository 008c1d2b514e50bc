import { HttpServer, plainText, type HttpRoute } from '../../src/runtime/http-server.js';
import type { Logger } from '../../src/runtime/logger.js';
import { noMetrics, systemMetrics, type Metrics } from '../../src/runtime/metrics.js';

export interface MountMetrics {
  readonly metrics: Metrics;
  close(): void;
}

/** Serves the metrics of a mount; without an address there are none. @throws {RefusedError} when it cannot be had. */
export async function openMetrics(address: string | undefined, log: Logger): Promise<MountMetrics> {
  if (address === undefined) return { metrics: noMetrics, close: () => undefined };
  const metrics = systemMetrics();
  const routes: (readonly [string, HttpRoute])[] = [
    ['/metrics', async () => ({ contentType: metrics.contentType, body: await metrics.text() })],
    ['/healthz', () => plainText('ok')],
  ];
  const server = new HttpServer(new Map(routes), log);
  await server.listen(address);
  return { metrics, close: () => server.close() };
}
