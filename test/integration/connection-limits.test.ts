/** What one connection may ask of a server, and how many connections one caller may have. */
import { once } from 'node:events';
import http2 from 'node:http2';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { KIB, MIB } from '../../src/core/limits.js';
import { Channel } from '../../src/rpc/channel.js';
import { issueOwn, type Authority } from '../../src/rpc/identity/certificates.js';
import type { Credential } from '../../src/rpc/identity/credential.js';
import { RpcServer } from '../../src/rpc/server.js';
import { FILE_METHODS, IDENTITY_METHODS } from '../../src/rpc/services.js';
import { wire } from '../../src/rpc/wire.js';
import { SystemClock, wallMs } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { eventually } from '../support/eventually.js';
import { issued, newAuthority } from '../support/identities.js';

const CALL_TIMEOUT_MS = 30_000;
const STRANGER_STREAMS_MAX = 2;
const CONNECTIONS_OF_CLIENT_MAX = 1_024;
/** Long before a stranger has to go anyway, and a request has to be complete. */
const ENDED_MS_MAX = 5_000;
const MESSAGE_HEAD_BYTES = 5;

const connections: http2.ClientHttp2Session[] = [];
const servers: RpcServer[] = [];
let requestCount = 0;
let authority: Authority;
let plainPort = 0;
let tlsPort = 0;

beforeAll(async () => {
  authority = await newAuthority();
  const credential = await issued(authority, 'node');
  const clock = new SystemClock();
  plainPort = await serve(new RpcServer(silentLogger));
  tlsPort = await serve(new RpcServer(silentLogger, { credential, clock, standing: () => 'good' }));
});

beforeEach(() => {
  requestCount = 0;
});

afterEach(async () => {
  const open = connections.splice(0).filter(({ destroyed }) => !destroyed);
  const closed = open.map((connection) => once(connection, 'close'));
  for (const connection of open) connection.destroy();
  await Promise.all(closed);
});

afterAll(() => {
  for (const server of servers) server.close();
});

function serve(server: RpcServer): Promise<number> {
  servers.push(server);
  const count = (): Promise<object> => {
    requestCount++;
    return Promise.resolve({});
  };
  server.unary(FILE_METHODS.Locate, count);
  server.unary(IDENTITY_METHODS.Enroll, count);
  server.stream(FILE_METHODS.Session, (call) => {
    call.on('error', () => undefined);
    call.on('data', () => requestCount++);
  });
  return server.listen('127.0.0.1:0');
}

/** To the TLS server, with a certificate or without. */
function connect(credential?: Credential): http2.ClientHttp2Session {
  const own = credential && { key: credential.keyPem, cert: credential.certificatePem };
  const options = { ...own, rejectUnauthorized: false };
  const connection = http2.connect(`https://127.0.0.1:${tlsPort}`, options).on('error', () => undefined);
  connections.push(connection);
  return connection;
}

function begin(connection: http2.ClientHttp2Session, path: string, more: http2.OutgoingHttpHeaders = {}) {
  const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
  const stream = connection.request({ ...headers, ...more }, { endStream: false });
  return stream.on('error', () => undefined).resume();
}

/** compressed:1 length:4, then the message. */
function framed(bytes: Uint8Array, isCompressed: boolean): Buffer {
  const head = Buffer.alloc(MESSAGE_HEAD_BYTES);
  head.writeUInt8(isCompressed ? 1 : 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Once it is answered, the other side has heard what was said before. */
const heard = (connection: http2.ClientHttp2Session): Promise<unknown> =>
  new Promise((resolve) => void connection.ping(resolve));

test.each(['gzip', 'deflate', 'identity, gzip'])(
  'connection: a request of a few KiB that %s makes millions of numbers of: it is ended before anything is inflated',
  async (encoding) => {
    const connection = http2.connect(`http://127.0.0.1:${plainPort}`).on('error', () => undefined);
    connections.push(connection);
    const givenUp = Array.from({ length: 200_000 }, () => 1);
    const bomb = gzipSync(wire.FileRequest.encode({ recalled: { givenUp } }).finish());
    const closed = once(connection, 'close');
    begin(connection, FILE_METHODS.Session.path, { 'grpc-encoding': encoding }).write(framed(bomb, true));
    await closed;
    expect(requestCount).toBe(0);
  },
);

test('connection: a request that says that it is not compressed: is heard', async () => {
  const connection = http2.connect(`http://127.0.0.1:${plainPort}`).on('error', () => undefined);
  connections.push(connection);
  const stream = begin(connection, FILE_METHODS.Session.path, { 'grpc-encoding': 'identity' });
  stream.write(framed(wire.FileRequest.encode({ id: 1, getattr: { ino: 1 } }).finish(), false));
  await eventually(() => expect(requestCount).toBe(1));
});

test('connection: somebody without a certificate begins a third call beside two: it is ended', async () => {
  const connection = connect();
  const closed = once(connection, 'close');
  for (let count = 0; count < STRANGER_STREAMS_MAX; count++) begin(connection, IDENTITY_METHODS.Enroll.path);
  await heard(connection);
  await heard(connection);
  expect(connection.destroyed).toBe(false);
  begin(connection, IDENTITY_METHODS.Enroll.path);
  await closed;
});

test('connection: somebody without a certificate makes one call after the other: each is answered', async () => {
  const channel = new Channel(`127.0.0.1:${tlsPort}`, { authorityPem: authority.certificatePem });
  for (let count = 0; count < 2 * STRANGER_STREAMS_MAX; count++)
    await channel.call(IDENTITY_METHODS.Enroll, { secret: 'x' }, CALL_TIMEOUT_MS);
  channel.close();
  expect(requestCount).toBe(2 * STRANGER_STREAMS_MAX);
});

test.each([
  { who: 'somebody without a certificate', kind: undefined, then: 'it is ended' },
  { who: 'a client', kind: 'client' as const, then: 'it stands' },
])('connection: $who sends a mebibyte of a request: $then', async ({ kind, then }) => {
  const connection = connect(kind && (await issued(authority, kind)));
  const path = kind === undefined ? IDENTITY_METHODS.Enroll.path : FILE_METHODS.Locate.path;
  const ended = once(connection, 'close').then(() => 'it is ended');
  begin(connection, path).write(framed(Buffer.alloc(4 * MIB), false).subarray(0, MIB + KIB));
  const stands = new Promise((resolve) => setTimeout(resolve, ENDED_MS_MAX, 'it stands'));
  expect(await Promise.race([ended, stands])).toBe(then);
});

/** @returns whether the server speaks, or ends the connection without a word. */
const isAdmitted = (connection: http2.ClientHttp2Session): Promise<boolean> =>
  new Promise((resolve) => {
    connection.on('remoteSettings', () => resolve(true));
    connection.on('close', () => resolve(false));
  });

test('connection: one client opens them without end: it has 1,024, and others get theirs', async () => {
  const greedy = await issued(authority, 'client');
  const mine: http2.ClientHttp2Session[] = [];
  for (let count = 0; count < CONNECTIONS_OF_CLIENT_MAX; count++) {
    const connection = connect(greedy);
    mine.push(connection);
    expect(await isAdmitted(connection)).toBe(true);
  }
  expect(await isAdmitted(connect(greedy))).toBe(false);
  const other = { kind: 'client', id: 'client-2' } as const;
  const clock = new SystemClock();
  expect(await isAdmitted(connect(await issueOwn(authority, other, { nowMs: wallMs(clock) })))).toBe(true);
  expect(await isAdmitted(connect(await issued(authority, 'admin')))).toBe(true);
  mine[0]?.destroy();
  await eventually(async () => expect(await isAdmitted(connect(greedy))).toBe(true));
});
