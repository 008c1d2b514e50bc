import { HttpServer, plainText, type HttpRoute } from '../../src/runtime/http-server.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { MetricsPage } from '../../src/runtime/metrics.js';

/** Serves the metrics of a mount. @throws {RefusedError} when the address cannot be had. */
export async function serveMetrics(address: string, metrics: MetricsPage, log: Logger): Promise<HttpServer> {
  const routes: (readonly [string, HttpRoute])[] = [
    ['/metrics', async () => ({ contentType: metrics.contentType, body: await metrics.text() })],
    ['/healthz', () => plainText('ok')],
  ];
  const server = new HttpServer(new Map(routes), log);
  await server.listen(address);
  return server;
}
