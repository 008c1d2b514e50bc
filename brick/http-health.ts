import { createServer, type Server, type ServerResponse } from 'node:http';
import { messageOf, RefusedError } from '../src/core/errors.js';
import type { StorageNode } from './storage-node.js';

/** A probe that dawdles must not hold a connection. */
const REQUEST_TIMEOUT_MS = 5_000;

/** For load balancers and supervisors: `/healthz` (the process lives), `/readyz` (its pool has a manager). */
export class HttpHealth {
  private readonly server: Server;

  constructor(private readonly node: StorageNode) {
    this.server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      this.answer(request.url ?? '', response);
    });
  }

  /** @param address HOST:PORT @throws {RefusedError} when it cannot be had. */
  async listen(address: string): Promise<void> {
    const [, host, port] = /^\[?([^\]]*)\]?:(\d+)$/.exec(address) ?? [];
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error) => {
        reject(new RefusedError(`cannot serve HTTP on ${address}: ${messageOf(error)}`, { cause: error }));
      });
      this.server.listen(Number(port), host, resolve);
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(url: string, response: ServerResponse): void {
    if (url === '/healthz') say(response, 200, 'ok');
    else if (url === '/readyz') this.answerReady(response);
    else say(response, 404, 'there are /healthz and /readyz');
  }

  private answerReady(response: ServerResponse): void {
    if (this.node.hasPoolManager) say(response, 200, 'ready');
    else say(response, 503, 'the pool has no majority of its nodes');
  }
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
