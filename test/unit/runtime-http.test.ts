import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { RefusedError } from '../../src/core/errors.js';
import { MIB } from '../../src/core/limits.js';
import {
  beginEventStream,
  HttpServer,
  parseHttpAddress,
  plainText,
  type HttpRoute,
} from '../../src/runtime/http-server.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { eventually } from '../support/eventually.js';

const CONNECTIONS_MAX = 64;
/** More than what buffers on the way take in of an answer that nobody reads. */
const LARGE = { contentType: 'text/plain', body: new Uint8Array(16 * MIB) };
const STALLED_MS = 300;

const servers: HttpServer[] = [];
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function serve(): Promise<number> {
  const routes = new Map<string, HttpRoute>([
    ['/large', () => LARGE],
    ['/healthz', () => plainText('ok')],
    ['/live', liveRoute],
  ]);
  const server = new HttpServer(routes, silentLogger, STALLED_MS);
  servers.push(server);
  return server.listen('127.0.0.1:0');
}

/** Says something now and then, and less often than a reader may stall. */
function liveRoute(response: ServerResponse): undefined {
  beginEventStream(response);
  response.write('data: 1\n\n');
  setTimeout(() => response.end('data: 2\n\n'), 3 * STALLED_MS);
}

/** Asks, and never reads. */
function askWithoutReading(port: number, path: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`, () => resolve());
    });
    socket.on('error', () => undefined);
    socket.pause();
    sockets.push(socket);
  });
}

test.each([
  { text: '8080', host: '127.0.0.1', port: 8_080 },
  { text: ':8080', host: '127.0.0.1', port: 8_080 },
  { text: '0.0.0.0:80', host: '0.0.0.0', port: 80 },
  { text: 'n1.example:8080', host: 'n1.example', port: 8_080 },
  { text: '[::1]:8080', host: '::1', port: 8_080 },
])('http address: $text: is $host and $port', ({ text, host, port }) => {
  expect(parseHttpAddress(text)).toEqual({ host, port });
});

test.each(['', 'n1', 'n1:', 'n1:x', '70000', 'n1:123456'])('http address: "%s": is refused', (text) => {
  expect(() => parseHttpAddress(text)).toThrow(RefusedError);
});

test('http: as many as are let in ask and do not read: they are let go, and others are answered', async () => {
  const port = await serve();
  for (let count = 0; count < CONNECTIONS_MAX; count++) await askWithoutReading(port, '/large');
  await eventually(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1_000) });
    expect(await answer.text()).toBe('ok\n');
  }, 10_000);
});

test('http: an answer that goes on, of which nothing comes for a while: its reader stays', async () => {
  const answer = await fetch(`http://127.0.0.1:${await serve()}/live`);
  expect(await answer.text()).toBe('data: 1\n\ndata: 2\n\n');
});
