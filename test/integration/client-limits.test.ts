import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http2 from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import { Channel } from '../../src/rpc/channel.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import { wire, type hafs as Hafs } from '../../src/rpc/wire.js';
import { eventually } from '../support/eventually.js';
import { hafs } from '../support/nodes.js';

const HAFS = fileURLToPath(new URL('../../bin/hafs.js', import.meta.url));
const ADDRESS = '127.0.0.1:22941';
const START_MS_MAX = 60_000;
const DROPPED_MS_MAX = 40_000;
const ASKED = 10_000;
/** Far longer than who reads nothing is put up with. */
const SLOW_MS = 25_000;
const SLOW_PAUSE_MS = 250;
const SLOW_READ_BYTES = 65_536;
const SLOW_REPLIES = 50;

let scratch = '';
let server: ChildProcess | undefined;

const ask = (...words: string[]) => hafs('--server', ADDRESS, ...words);

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-limits-'));
  const words = ['server', '--data', join(scratch, 'data'), '--name', 'n1', '--listen', ADDRESS];
  server = spawn(process.execPath, [HAFS, ...words], { stdio: 'ignore' });
  await eventually(async () => expect((await ask('peer', 'status')).status).toBe(0), START_MS_MAX);
  const bricks = [1, 2, 3].map((brick) => `${ADDRESS}:${join(scratch, `brick${brick}`)}`);
  await ask('volume', 'create', 'www', 'replica', '3', ...bricks, 'force');
  await ask('volume', 'start', 'www');
}, 3 * START_MS_MAX);

afterAll(async () => {
  if (server !== undefined) await ended(server);
  await rm(scratch, { recursive: true, force: true });
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test.concurrent('limits: a stream that never opens a session: is ended', async () => {
  const channel = new Channel(ADDRESS);
  const stream = channel.stream(FILE_METHODS.Session);
  stream.on('error', () => undefined).resume();
  const beganAtMs = performance.now();
  await once(stream, 'end');
  expect(performance.now() - beganAtMs).toBeLessThan(DROPPED_MS_MAX);
  channel.close();
});

test.concurrent('limits: a connection on which nothing is said: is ended', async () => {
  const socket = connect(22_941, '127.0.0.1').on('error', () => undefined);
  const beganAtMs = performance.now();
  socket.resume();
  await once(socket, 'close');
  expect(performance.now() - beganAtMs).toBeLessThan(DROPPED_MS_MAX);
});

test('limits: calls without end on one connection: it is ended, others go on', async () => {
  const session = http2.connect(`http://${ADDRESS}`).on('error', () => undefined);
  await once(session, 'connect');
  const headers = {
    ':method': 'POST',
    ':path': '/hafs.v1.Pool/Identify',
    'content-type': 'application/grpc',
  };
  const timer = setInterval(() => {
    for (let count = 0; count < 100 && !session.destroyed && !session.closed; count++) {
      const stream = session.request(headers, { endStream: true });
      stream.on('error', () => undefined).resume();
    }
  }, 10);
  await once(session, 'close');
  clearInterval(timer);
  expect((await ask('peer', 'status')).status).toBe(0);
});

/** A gRPC message on the wire: not compressed, its length, itself. */
function framed(request: Hafs.v1.IFileRequest): Buffer {
  const bytes = wire.FileRequest.encode(request).finish();
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

interface RawSession {
  readonly connection: http2.ClientHttp2Session;
  readonly stream: http2.ClientHttp2Stream;
  readonly ask: (request: Hafs.v1.IFileRequest) => void;
}

/** A session whose replies are read by the test itself, or not. */
async function openRaw(client: string): Promise<RawSession> {
  const connection = http2.connect(`http://${ADDRESS}`).on('error', () => undefined);
  const stream = connection.request({
    ':method': 'POST',
    ':path': FILE_METHODS.Session.path,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  stream.on('error', () => undefined);
  const askRaw = (request: Hafs.v1.IFileRequest): void => void stream.write(framed(request));
  askRaw({ id: 1, open: { volume: 'www', client } });
  await once(stream, 'readable');
  return { connection, stream, ask: askRaw };
}

test.concurrent(
  'limits: a client that asks for much and reads nothing: is disconnected, others go on',
  async () => {
    const { connection, ask: askRaw } = await openRaw('deaf');
    const closed = once(connection, 'close');
    for (let id = 2; id < ASKED; id++) askRaw({ id, getattr: { ino: 1 } });
    const beganAtMs = performance.now();
    await closed;
    expect(performance.now() - beganAtMs).toBeLessThan(DROPPED_MS_MAX);
    expect((await ask('peer', 'status')).status).toBe(0);
  },
);

test.concurrent(
  'limits: a client on a slow line that reads on: is served for as long as it takes',
  async () => {
    const { connection, stream, ask: askRaw } = await openRaw('slow');
    const file = { parent: 1, name: Buffer.from('large'), type: 8, mode: 0o644 };
    askRaw({ id: 2, slot: 1, sequence: 1, make: file });
    askRaw({ id: 3, slot: 1, sequence: 2, write: { ino: 2, offsetBytes: 0, data: Buffer.alloc(MIB, 1) } });
    for (let id = 4; id < 4 + SLOW_REPLIES; id++) {
      askRaw({ id, read: { ino: 2, offsetBytes: 0, lengthBytes: MIB } });
    }
    let readBytes = 0;
    const beganAtMs = performance.now();
    while (performance.now() - beganAtMs < SLOW_MS && !connection.destroyed) {
      await new Promise((resolve) => setTimeout(resolve, SLOW_PAUSE_MS));
      readBytes += (stream.read(SLOW_READ_BYTES) as Buffer | null)?.length ?? 0;
    }
    expect({ isCut: connection.destroyed, isAllRead: readBytes > (SLOW_REPLIES * MIB) / 2 }).toEqual({
      isCut: false,
      isAllRead: false,
    });
    expect(readBytes).toBeGreaterThan(2 * MIB);
    connection.destroy();
  },
);

test.concurrent('limits: a stream whose session was refused: is ended', async () => {
  const channel = new Channel(ADDRESS);
  const stream = channel.stream(FILE_METHODS.Session);
  stream.on('error', () => undefined).resume();
  stream.write({ id: 1, open: { volume: 'www', client: 'x', session: 4_711 } });
  const beganAtMs = performance.now();
  await once(stream, 'end');
  expect(performance.now() - beganAtMs).toBeLessThan(DROPPED_MS_MAX);
  channel.close();
});
