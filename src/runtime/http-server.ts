import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { messageOf, RefusedError } from '../core/errors.js';
import type { Logger } from './logger.js';

/** Who dawdles must not hold a connection. */
const REQUEST_TIMEOUT_MS = 5_000;
/** How often Node looks who does. */
const REQUEST_CHECK_INTERVAL_MS = 1_000;
const IDLE_TIMEOUT_MS = 10_000;
/** Nor who takes nothing of an answer. */
const STALLED_MS = 15_000;
const CONNECTIONS_MAX = 64;
const LOOPBACK = '127.0.0.1';
const LOOPBACK_HOST = /^(127(\.\d+){3}|localhost|\[?::1\]?)$/;

/** Nothing from elsewhere, nothing inline, no frame around it. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export interface HttpAnswer {
  readonly status?: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

/** Answers GET of one path; or goes on answering, and returns nothing. */
export type HttpRoute = (
  response: ServerResponse,
) => HttpAnswer | undefined | Promise<HttpAnswer | undefined>;

export const plainText = (text: string, status = 200): HttpAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${text}\n`,
});

export const json = (document: unknown): HttpAnswer => ({
  contentType: 'application/json; charset=utf-8',
  body: `${JSON.stringify(document)}\n`,
});

/** `PORT`, `:PORT` or `HOST:PORT`; without a host only this machine can ask. @throws {RefusedError} */
export function parseHttpAddress(text: string): { readonly host: string; readonly port: number } {
  const [, , host = LOOPBACK, port] = /^(?:(\[?([^\]]*?)\]?)?:)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) throw new RefusedError(`"${text}" is not HOST:PORT`);
  return { host: host === '' ? LOOPBACK : host, port: Number(port) };
}

/** A read-only HTTP server with bounds: few connections, short requests, fixed paths. */
export class HttpServer {
  private readonly server: Server;
  private isForThisMachine = true;

  constructor(
    private readonly routes: ReadonlyMap<string, HttpRoute>,
    private readonly log: Logger,
    stalledMs = STALLED_MS,
  ) {
    const options = {
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: REQUEST_CHECK_INTERVAL_MS,
      keepAliveTimeout: IDLE_TIMEOUT_MS,
    };
    this.server = createServer(options, (request, response) => {
      // An answer that goes on may be silent for longer, as long as what was said is taken.
      response.setTimeout(stalledMs, () => {
        if (response.writableLength > 0) response.destroy();
      });
      this.serve(request, response).catch((error: unknown) => this.failed(request, response, error));
    });
    this.server.maxConnections = CONNECTIONS_MAX;
  }

  /** @param address as `parseHttpAddress` takes it. @returns the port. @throws {RefusedError} when it cannot be had. */
  async listen(address: string): Promise<number> {
    const { host, port } = parseHttpAddress(address);
    this.isForThisMachine = LOOPBACK_HOST.test(host);
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => {
        reject(new RefusedError(`cannot serve HTTP on ${address}: ${messageOf(error)}`, { cause: error }));
      });
      this.server.listen(port, host, resolve);
    });
    const bound = this.server.address();
    return typeof bound === 'object' && bound !== null ? bound.port : port;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume(); // Whatever it carries is not wanted.
    const answer = this.refusal(request) ?? (await this.routeOf(request)?.(response));
    if (answer !== undefined) send(request, response, answer);
    else if (!response.headersSent) send(request, response, plainText('there is no such page', 404));
  }

  private refusal({ method, headers }: IncomingMessage): HttpAnswer | undefined {
    if (method !== 'GET' && method !== 'HEAD') return plainText('this can only be read', 405);
    // A page from elsewhere could give its own name our address, and read what is meant for this machine.
    const host = (headers.host ?? '').replace(/:\d+$/, '');
    if (this.isForThisMachine && !LOOPBACK_HOST.test(host)) return plainText('not for this host name', 403);
    return undefined;
  }

  private routeOf({ url }: IncomingMessage): HttpRoute | undefined {
    return this.routes.get((url ?? '').split('?', 1)[0] ?? '');
  }

  private failed({ url }: IncomingMessage, response: ServerResponse, error: unknown): void {
    this.log.error('http.failed', { url, reason: messageOf(error) });
    if (response.headersSent) response.destroy();
    else response.writeHead(500, SECURITY_HEADERS).end();
  }
}

function send({ method }: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
  const { status = 200, contentType, body } = answer;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

/** Begins an answer that does not end: server-sent events (HTML Living Standard, 9.2). */
export function beginEventStream(response: ServerResponse): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream' });
}
