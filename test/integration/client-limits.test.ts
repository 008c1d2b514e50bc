import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http2 from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Channel } from '../../src/rpc/channel.js';
import { FILE_METHODS } from '../../src/rpc/services.js';
import { wire, type hafs as Hafs } from '../../src/rpc/wire.js';
import { eventually } from '../support/eventually.js';
import { hafs } from '../support/nodes.js';

const HAFS = fileURLToPath(new URL('../../bin/hafs.js', import.meta.url));
const ADDRESS = '127.0.0.1:22941';
const START_MS_MAX = 30_000;
const DROPPED_MS_MAX = 40_000;
const ASKED = 10_000;

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

test.concurrent(
  'limits: a client that asks for much and reads nothing: is disconnected, others go on',
  async () => {
    const session = http2.connect(`http://${ADDRESS}`).on('error', () => undefined);
    const closed = once(session, 'close');
    const stream = session.request({
      ':method': 'POST',
      ':path': FILE_METHODS.Session.path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.on('error', () => undefined);
    stream.write(framed({ id: 1, open: { volume: 'www', client: 'deaf' } }));
    await once(stream, 'data');
    stream.pause();
    for (let id = 2; id < ASKED; id++) {
      stream.write(framed({ id, getattr: { ino: 1 } }));
    }
    const beganAtMs = performance.now();
    await closed;
    expect(performance.now() - beganAtMs).toBeLessThan(DROPPED_MS_MAX);
    expect((await ask('peer', 'status')).status).toBe(0);
  },
);
