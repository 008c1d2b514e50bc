import { once } from 'node:events';
import http2 from 'node:http2';
import { afterEach, expect, test } from 'vitest';
import { poolChecks } from '../../src/cli/doctor/pool-checks.js';
import { AccessDeniedError, UnreachableError } from '../../src/core/errors.js';
import { Channel, type Trust } from '../../src/rpc/channel.js';
import type { Caller, Named } from '../../src/rpc/identity/caller.js';
import type { Authority } from '../../src/rpc/identity/certificates.js';
import { RpcServer, type Standing } from '../../src/rpc/server.js';
import { FILE_METHODS, IDENTITY_METHODS, POOL_METHODS } from '../../src/rpc/services.js';
import { SystemClock, type Clock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { issued, newAuthority } from '../support/identities.js';
import { ManualClock } from '../support/manual-clock.js';

const clock = new SystemClock();
const CALL_TIMEOUT_MS = 30_000;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A server that answers with who it believes has called. */
async function serve(
  authority: Authority,
  standing: (caller: Named) => Standing = () => 'good',
  serverClock: Clock = clock,
) {
  const callers: Caller[] = [];
  const credential = await issued(authority, 'node');
  const server = new RpcServer(silentLogger, { credential, clock: serverClock, standing });
  const note = (_: unknown, caller: Caller) => {
    callers.push(caller);
    return Promise.resolve({});
  };
  server.unary(POOL_METHODS.Identify, note);
  server.unary(POOL_METHODS.ListNodes, note);
  server.unary(IDENTITY_METHODS.Enroll, note);
  server.unary(FILE_METHODS.Locate, note);
  server.stream(FILE_METHODS.Session, (call, caller) => {
    callers.push(caller);
    call.on('data', () => call.write({}));
    call.on('error', () => undefined);
  });
  ends.push(() => server.close());
  return { server, callers, address: `127.0.0.1:${await server.listen('127.0.0.1:0')}` };
}

function channelTo(address: string, trust?: Trust): Channel {
  const channel = new Channel(address, trust);
  ends.push(() => channel.close());
  return channel;
}

const listNodes = (channel: Channel) => channel.call(POOL_METHODS.ListNodes, {}, CALL_TIMEOUT_MS);

test('identity: an administrator calls over TLS: the server knows by the certificate who it is', async () => {
  const authority = await newAuthority();
  const { address, callers } = await serve(authority);
  await listNodes(channelTo(address, await issued(authority, 'admin')));
  expect(callers).toEqual([{ kind: 'admin', id: 'admin-1' }]);
});

test('identity: no certificate: only a token can be redeemed', async () => {
  const authority = await newAuthority();
  const { address, callers } = await serve(authority);
  const stranger = channelTo(address, { authorityPem: authority.certificatePem });
  await expect(listNodes(stranger)).rejects.toThrow(AccessDeniedError);
  await stranger.call(IDENTITY_METHODS.Enroll, {}, CALL_TIMEOUT_MS);
  expect(callers).toEqual([{ kind: 'stranger' }]);
});

test('identity: a certificate of another pool: neither side speaks with the other', async () => {
  const [ours, theirs] = [await newAuthority(), await newAuthority()];
  const { address, callers } = await serve(ours);
  const foreign = await issued(theirs, 'admin');
  await expect(listNodes(channelTo(address, foreign))).rejects.toThrow(UnreachableError);
  const half = { ...foreign, authorityPem: ours.certificatePem };
  await expect(listNodes(channelTo(address, half))).rejects.toThrow(UnreachableError);
  expect(callers).toEqual([]);
});

test('identity: a client that plays a node: it is not believed to be one', async () => {
  const authority = await newAuthority();
  const credential = await issued(authority, 'client');
  const server = new RpcServer(silentLogger, { credential, clock, standing: () => 'good' });
  server.unary(POOL_METHODS.ListNodes, () => Promise.resolve({}));
  ends.push(() => server.close());
  const address = `127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  await expect(listNodes(channelTo(address, await issued(authority, 'admin')))).rejects.toThrow(
    UnreachableError,
  );
});

test('identity: no TLS at one end: it says so instead of speaking in the clear', async () => {
  const authority = await newAuthority();
  const { address } = await serve(authority);
  await expect(listNodes(channelTo(address))).rejects.toThrow(UnreachableError);
  const plain = new RpcServer(silentLogger);
  plain.unary(POOL_METHODS.ListNodes, () => Promise.resolve({}));
  ends.push(() => plain.close());
  const plainAddress = `127.0.0.1:${await plain.listen('127.0.0.1:0')}`;
  const admin = channelTo(plainAddress, await issued(authority, 'admin'));
  await expect(listNodes(admin)).rejects.toThrow(/does not speak TLS/);
});

/** A call of which the server has been sent the beginning only. */
async function begunCall(address: string, path: string, who: { keyPem: string; certificatePem: string }) {
  const connection = http2.connect(`https://${address}`, {
    ...{ key: who.keyPem, cert: who.certificatePem, rejectUnauthorized: false },
  });
  ends.push(() => connection.destroy());
  await once(connection, 'connect');
  const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
  const stream = connection.request(headers, { endStream: false }).on('error', () => undefined);
  const answered = once(stream, 'response').then(
    ([head]) => (head as http2.IncomingHttpHeaders)['grpc-status'],
  );
  // A message of 4 MiB begins, of which most never comes.
  stream.write(Buffer.concat([Buffer.from([0, 0, 0x40, 0, 0]), Buffer.alloc(10_000)]));
  return { connection, answered };
}

test('identity: a call that its caller may not make: refused before its request is complete', async () => {
  const authority = await newAuthority();
  const { address, callers } = await serve(authority);
  const client = await issued(authority, 'client');
  const { answered } = await begunCall(address, POOL_METHODS.ListNodes.path, client);
  expect(await answered).toBe('7'); // PERMISSION_DENIED
  expect(callers).toEqual([]);
});

test('identity: a call whose request is never complete: ended after a quarter of a minute', async () => {
  const authority = await newAuthority();
  const serverClock = new ManualClock();
  const { address, callers } = await serve(authority, undefined, serverClock);
  const admin = await issued(authority, 'admin');
  const { connection, answered } = await begunCall(address, POOL_METHODS.ListNodes.path, admin);
  // A ping overtakes what waits to be sent: once the second one is answered the server has seen the call.
  const ping = (): Promise<unknown> => new Promise((resolve) => void connection.ping(resolve));
  await ping();
  await ping();
  await serverClock.advance(15_000);
  expect(await answered).toBe('4'); // DEADLINE_EXCEEDED
  expect(callers).toEqual([]);
});

test('identity: a client is revoked: its stream is cut off and its calls are refused', async () => {
  const authority = await newAuthority();
  let standing: Standing = 'good';
  const { server, address } = await serve(authority, () => standing);
  const channel = channelTo(address, await issued(authority, 'client'));
  const stream = channel.stream(FILE_METHODS.Session);
  let ended = false;
  let answered = false;
  stream.on('data', () => (answered = true));
  stream.on('error', () => undefined);
  stream.on('status', () => (ended = true));
  stream.write({ id: 1 });
  await expect.poll(() => answered, { timeout: CALL_TIMEOUT_MS }).toBe(true);
  server.cutOff();
  standing = 'revoked';
  expect(ended).toBe(false);
  server.cutOff();
  await expect.poll(() => ended, { timeout: CALL_TIMEOUT_MS }).toBe(true);
  await expect(channel.call(FILE_METHODS.Locate, {}, CALL_TIMEOUT_MS)).rejects.toThrow(
    'this credential was revoked; an administrator makes another',
  );
});

test.each([
  { standing: 'good', level: 'ok', says: "this machine has a client's credential" },
  { standing: 'revoked', level: 'broken', says: 'this credential was revoked' },
  { standing: 'unknown', level: 'broken', says: 'does not know the client yet' },
] as const)('identity: a client asks the doctor, $standing: $level', async ({ standing, level, says }) => {
  const authority = await newAuthority();
  const { address } = await serve(authority, () => standing);
  const { findings } = await poolChecks([address], clock, '1.2.3', await issued(authority, 'client'));
  const message = expect.stringContaining(says) as string;
  expect(findings).toMatchObject([{ check: 'pool', level, message }]);
});

test('identity: a certificate runs out while connected: the connection is ended', async () => {
  const authority = await newAuthority();
  const { server, address } = await serve(authority);
  const shortLived = await issued(authority, 'client', 2_000);
  const stream = channelTo(address, shortLived).stream(FILE_METHODS.Session);
  let ended = false;
  stream.on('error', () => undefined);
  stream.on('status', () => (ended = true));
  stream.on('data', () => undefined);
  await expect
    .poll(
      () => {
        server.cutOff();
        return ended;
      },
      { timeout: CALL_TIMEOUT_MS },
    )
    .toBe(true);
});

test('identity: the certificate of a server is exchanged: those who connect then see the new one', async () => {
  const [before, after] = [await newAuthority(), await newAuthority()];
  const { server, address } = await serve(before);
  const standing = channelTo(address, await issued(before, 'admin'));
  await listNodes(standing);
  server.use(await issued(after, 'node'));
  await listNodes(channelTo(address, await issued(after, 'admin')));
  await listNodes(standing);
  await expect(listNodes(channelTo(address, await issued(before, 'admin')))).rejects.toThrow(
    UnreachableError,
  );
});
