import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { NodeLink } from '../../brick/node-link.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { ManualClock } from '../support/manual-clock.js';

const CONNECT_MS_MAX = 4_000;
const RECONNECT_MS_MIN = 100;

test('link: a node that takes the connection and says nothing: is connected to anew after four seconds', async () => {
  const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const clock = new ManualClock();
  const nothing = (): void => undefined;
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const link = new NodeLink(address, {
    ...{ trust: () => undefined, clock, log: silentLogger, onUp: nothing, onDown: nothing },
  });
  try {
    const first = once(server, 'connection');
    link.connect();
    await first;
    const second = once(server, 'connection');
    await clock.advance(CONNECT_MS_MAX);
    await clock.advance(RECONNECT_MS_MIN);
    await second;
    expect(link.isOpen).toBe(false);
  } finally {
    link.close();
    server.close();
  }
});
