import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { NodeLink } from '../../brick/node-link.js';
import { RpcServer } from '../../src/rpc/server.js';
import { REPLICA_METHODS } from '../../src/rpc/services.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { eventually } from '../support/eventually.js';
import { ManualClock } from '../support/manual-clock.js';

const CONNECT_MS_MAX = 4_000;
const RECONNECT_MS_MIN = 100;
/** A sign of life is asked for every two seconds, and waited for five. */
const LOSS_SEEN_MS_MAX = 8_000;

/** Passes on what it gets, until it is cut off: from then on nothing goes through what was connected before, and nothing is said. */
async function lossyNetwork(port: number) {
  const sockets: Socket[] = [];
  let connectionCount = 0;
  const proxy = createServer((near) => {
    connectionCount++;
    const far = createConnection(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    sockets.push(near, far);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    address: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    connectionCount: () => connectionCount,
    cut: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}

test('link: the network loses all that is sent, without a word: the link is made anew within eight seconds', async () => {
  const server = new RpcServer(silentLogger);
  server.stream(REPLICA_METHODS.Link, (call) =>
    call.on('data', () => undefined).on('error', () => undefined),
  );
  const network = await lossyNetwork(await server.listen('127.0.0.1:0'));
  let downCount = 0;
  const onDown = (): void => {
    downCount++;
  };
  const deps = { clock: new SystemClock(), log: silentLogger, onUp: () => undefined, onDown };
  const link = new NodeLink(network.address, { ...deps, trust: () => undefined });
  try {
    link.connect();
    await eventually(() => expect(link.isOpen).toBe(true));
    network.cut();
    await eventually(() => expect(downCount).toBe(1), LOSS_SEEN_MS_MAX);
    await eventually(() => expect([link.isOpen, network.connectionCount()]).toEqual([true, 2]));
  } finally {
    link.close();
    network.close();
    server.close();
  }
});

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
