import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessDeniedError } from '../../src/core/errors.js';
import { Channel, refusalOf } from '../../src/rpc/channel.js';
import { RpcServer } from '../../src/rpc/server.js';
import * as services from '../../src/rpc/services.js';
import type { Method } from '../../src/rpc/services.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { issued, newAuthority } from '../support/identities.js';

const CALL_TIMEOUT_MS = 30_000;
const KINDS = ['none', 'client', 'admin', 'node'] as const;
type Kind = (typeof KINDS)[number];
type AnyMethod = Method<object, object, object, object>;

const ADMINS: readonly Kind[] = ['admin', 'node'];
const NODES: readonly Kind[] = ['node'];
const USERS: readonly Kind[] = ['client', 'admin'];

/** Spelled out a second time, by method, so that neither a new method nor a changed rule goes unnoticed. */
const EXPECTED: readonly (readonly [string, readonly Kind[], string])[] = [
  ['Pool', ADMINS, 'Probe Detach ListNodes Identify Events SetPoolOption GetPoolOptions Drain DrainStatus'],
  ['Pool', NODES, 'Join Leave NodeEvents'],
  [
    'Volume',
    ADMINS,
    'Create Start Stop Delete List SetOption HealStatus Heal MoveManager Verify Scrub Availability',
  ],
  [
    'Volume',
    ADMINS,
    'ReplaceBrick AbortReplacement RestBrick RotateKey Clients Evict Profile Paths StateDump',
  ],
  [
    'Brick',
    NODES,
    'Prepare Discard TryKey Status Heal Move Verify Scrub Sightings Clients Evict Profile Paths StateDump',
  ],
  ['Volume', NODES, 'NoteIsolation EndReplacement'],
  ['Replica', NODES, 'Link'],
  ['File', USERS, 'Session Locate'],
  ['Identity', ADMINS, 'CreateClient ListClients RevokeClient'],
  ['Identity', ['admin'], 'CreateToken'],
  ['Identity', ['none'], 'Enroll'],
  ['Identity', ['client', 'admin', 'node'], 'Renew'],
];

const methods = Object.values(services)
  .flatMap((service) => Object.values(service) as unknown as AnyMethod[])
  .filter(({ path }) => typeof path === 'string');

const expectedFor = (path: string): readonly Kind[] | undefined => {
  const [, service, name] = /^\/hafs\.v1\.(\w+)\/(\w+)$/.exec(path) ?? [];
  return EXPECTED.find(([known, , names]) => known === service && names.split(' ').includes(name ?? ''))?.[1];
};

const channels = new Map<Kind, Channel>();
const server = { close: (): void => undefined };

beforeAll(async () => {
  const authority = await newAuthority();
  const credential = await issued(authority, 'node');
  const rpc = new RpcServer(silentLogger, { credential, clock: new SystemClock(), standing: () => 'good' });
  for (const method of methods) {
    if (method.requestStream) rpc.stream(method, (call) => call.end());
    else rpc.unary(method, () => Promise.resolve({}));
  }
  server.close = () => rpc.close();
  const address = `127.0.0.1:${await rpc.listen('127.0.0.1:0')}`;
  channels.set('none', new Channel(address, { authorityPem: authority.certificatePem }));
  for (const kind of ['client', 'admin', 'node'] as const)
    channels.set(kind, new Channel(address, await issued(authority, kind)));
});

afterAll(() => {
  for (const channel of channels.values()) channel.close();
  server.close();
});

/** @returns whether the call came through; any other trouble is thrown. */
async function comesThrough(method: AnyMethod, kind: Kind): Promise<boolean> {
  const channel = channels.get(kind);
  if (channel === undefined) throw new Error(`nobody is ${kind}`);
  try {
    await (method.requestStream ? untilEnd(channel, method) : channel.call(method, {}, CALL_TIMEOUT_MS));
    return true;
  } catch (error) {
    if (error instanceof AccessDeniedError) return false;
    throw error;
  }
}

function untilEnd(channel: Channel, method: AnyMethod): Promise<void> {
  const stream = channel.stream(method);
  return new Promise((resolve, reject) => {
    stream.on('error', () => undefined);
    stream.on('data', () => undefined);
    stream.on('status', (status) => {
      const refusal = refusalOf(status);
      if (refusal === undefined) resolve();
      else reject(refusal);
    });
  });
}

const cases = methods.flatMap((method) => KINDS.map((kind) => ({ path: method.path, kind, method })));

test('access: there are methods, so the checks below mean something', () => {
  expect(methods.length).toBeGreaterThan(30);
  expect(methods.filter(({ path }) => expectedFor(path) === undefined).map(({ path }) => path)).toEqual([]);
});

test.each(cases)('access: $path called by $kind: as the table has it', async ({ path, kind, method }) => {
  expect(await comesThrough(method, kind)).toBe(expectedFor(path)?.includes(kind));
});
