import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IdentityService } from '../../brick/identity/identity-service.js';
import { NodeIdentity } from '../../brick/identity/node-identity.js';
import { RenewalTurns } from '../../brick/identity/renewal-turns.js';
import { StorageNode } from '../../brick/storage-node.js';
import { RefusedError } from '../../src/core/errors.js';
import { Channel } from '../../src/rpc/channel.js';
import { makeRequest, type Authority } from '../../src/rpc/identity/certificates.js';
import { IDENTITY_METHODS } from '../../src/rpc/services.js';
import { RpcServer } from '../../src/rpc/server.js';
import { SystemClock, wallMs } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { SystemRandom } from '../../src/runtime/random.js';
import { issued, newAuthority } from '../support/identities.js';
import { ManualClock } from '../support/manual-clock.js';

const CALL_TIMEOUT_MS = 30_000;
const INTERVAL_MS = 2_000;
const CALLERS_MAX = 2_048;

/** No certificate is renewed by it. */
const NOTHING = Object.create(StorageNode.prototype) as StorageNode;

const clock = new ManualClock();
const channels: Channel[] = [];
let scratch = '';
let authority: Authority;
let server: RpcServer;
let address = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-renewal-'));
  authority = await newAuthority();
  const systemClock = new SystemClock();
  const credential = await issued(authority, 'node');
  const identity = await NodeIdentity.save(scratch, authority, credential, { nowMs: wallMs(systemClock) });
  server = new RpcServer(silentLogger, { credential, clock: systemClock, standing: () => 'good' });
  const deps = { node: NOTHING, identity, clock, random: new SystemRandom() };
  new IdentityService(deps).addTo(server);
  address = `127.0.0.1:${await server.listen('127.0.0.1:0')}`;
});

afterAll(async () => {
  for (const channel of channels) channel.close();
  server.close();
  await rm(scratch, { recursive: true, force: true });
});

async function renewing(kind: 'admin' | 'client'): Promise<() => Promise<string>> {
  const channel = new Channel(address, await issued(authority, kind));
  channels.push(channel);
  const { request } = await makeRequest();
  return async () => (await channel.call(IDENTITY_METHODS.Renew, { request }, CALL_TIMEOUT_MS)).certificate;
}

test('renewal: a client asks for one certificate after the other: gets one in two seconds, others get theirs', async () => {
  const [byClient, byAdmin] = [await renewing('client'), await renewing('admin')];
  const certificate = /BEGIN CERTIFICATE/;
  expect(await byClient()).toMatch(certificate);
  await expect(byClient()).rejects.toThrow(/just been renewed/);
  expect(await byAdmin()).toMatch(certificate);
  await clock.advance(INTERVAL_MS);
  expect(await byClient()).toMatch(certificate);
});

test('renewal: one that is under way for long: the caller has no other one meanwhile', async () => {
  const turns = new RenewalTurns(clock);
  const caller = { kind: 'client', id: 'c1' } as const;
  let finish = (): void => undefined;
  const first = turns.take(caller, () => new Promise<void>((resolve) => (finish = resolve)));
  await clock.advance(10 * INTERVAL_MS);
  await expect(turns.take(caller, () => Promise.resolve())).rejects.toThrow(RefusedError);
  finish();
  await first;
  await clock.advance(INTERVAL_MS);
  await turns.take(caller, () => Promise.resolve());
});

test('renewal: more callers than a pool has, or whose requests fail: are remembered for two seconds, and no more than a few thousand', async () => {
  const turns = new RenewalTurns(clock);
  const take = (nth: number): Promise<void> =>
    turns.take({ kind: 'client', id: `c${nth}` }, () => Promise.reject(new RangeError('no request')));
  for (let nth = 0; nth < CALLERS_MAX; nth++) await expect(take(nth)).rejects.toThrow(RangeError);
  await expect(take(CALLERS_MAX)).rejects.toThrow(/too many/);
  await clock.advance(INTERVAL_MS);
  await expect(take(CALLERS_MAX)).rejects.toThrow(RangeError);
});
