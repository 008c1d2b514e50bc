import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import { MIB, RELEASE_INOS_MAX, XATTR_VALUE_BYTES_MAX } from '../../src/core/limits.js';
import { LEASES_PER_MESSAGE_MAX } from '../../src/core/touched.js';
import { Channel } from '../../src/rpc/channel.js';
import { operationFromWire, operationToWire } from '../../src/rpc/operation-codec.js';
import { refuseOutsized, SESSION_LIMITS } from '../../src/rpc/request-limits.js';
import { RpcServer } from '../../src/rpc/server.js';
import * as services from '../../src/rpc/services.js';
import type { Method } from '../../src/rpc/services.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { LoneManager } from '../fuzz/support/lone-manager.js';
import { operation } from '../support/wire-arbitraries.js';

const CALL_TIMEOUT_MS = 30_000;
const FIELD_SAMPLES = 3_000;
type AnyMethod = Method<object, object, object, object>;

const calls = Object.values(services)
  .flatMap((service) => Object.values(service) as unknown as AnyMethod[])
  .filter(({ path, requestStream }) => typeof path === 'string' && !requestStream);

/** What protobufjs made of the fields: their defaults stand in the prototype. */
const fieldsOf = ({ requestDeserialize }: AnyMethod): [string, unknown][] =>
  Object.entries(Object.getPrototypeOf(requestDeserialize(Buffer.alloc(0))) as object);

/** As its kind of field goes too far; `undefined`: it cannot. */
function tooMuch(value: unknown): unknown {
  if (typeof value === 'string') return 'x'.repeat(4_096);
  if (typeof value === 'number') return 2 ** 53;
  if (value instanceof Uint8Array) return Buffer.alloc(4_097);
  return undefined;
}

/** Fields of 32 bits cannot be too large for a number. */
function isCarried(
  { requestSerialize, requestDeserialize }: AnyMethod,
  field: string,
  value: unknown,
): boolean {
  const sent = requestDeserialize(requestSerialize({ [field]: value })) as Record<string, unknown>;
  return typeof value !== 'number' || sent[field] === value;
}

const CASES = calls.flatMap((method) =>
  fieldsOf(method).flatMap(([field, value]) => {
    const hostile = tooMuch(value);
    const isUnbounded = hostile === undefined || !isCarried(method, field, hostile);
    return isUnbounded ? [] : [{ path: method.path, field, hostile, method }];
  }),
);

const rpc = new RpcServer(silentLogger);
let channel: Channel | undefined;

beforeAll(async () => {
  for (const method of calls) rpc.unary(method, () => Promise.resolve({}));
  channel = new Channel(`127.0.0.1:${await rpc.listen('127.0.0.1:0')}`);
});

afterAll(() => {
  channel?.close();
  rpc.close();
});

test('limits: there are fields, so the checks below mean something', () => {
  expect(CASES.length).toBeGreaterThan(40);
});

test.each(CASES)('limits: $path with too much of $field: is refused before it is looked at', async (one) => {
  const call = (request: object): Promise<object> =>
    defined(channel).call(one.method, request, CALL_TIMEOUT_MS);
  await expect(call({ [one.field]: one.hostile })).rejects.toThrow(InvalidRequestError);
  expect(await call({})).toBeTypeOf('object');
});

/** Of 32 bits. */
const SHORT: ReadonlySet<string> = new Set([
  'mode',
  'type',
  'umask',
  'loses',
  'wanted',
  'lengthBytes',
  'entriesMax',
]);
/** Every number of 32 bits is one. */
const ANYTHING_GOES: ReadonlySet<string> = new Set(['uid', 'gid', 'rdev', 'pid']);

/** By kind of operation. */
const samples = new Map(
  fc
    .sample(operation, { numRuns: FIELD_SAMPLES, seed: 1 })
    .map((one) => [one.kind, operationToWire(one)] as const),
);
const REQUEST_CASES = [...samples].flatMap(([kind, request]) => {
  const [[name, body] = ['', {}]] = Object.entries(request);
  return Object.entries(body as object).flatMap(([field, value]: [string, unknown]) => {
    const isText = value instanceof Uint8Array;
    if ((typeof value !== 'number' && !isText) || ANYTHING_GOES.has(field)) return [];
    const number = SHORT.has(field) ? 2 ** 32 - 1 : 2 ** 53;
    return [{ kind, name, body: body as object, field, hostile: isText ? Buffer.alloc(2 * MIB) : number }];
  });
});

test.each(REQUEST_CASES)('limits: $kind with too much of $field: is no operation', (one) => {
  const request = { [one.name]: { ...one.body, [one.field]: one.hostile } };
  const sent = wire.FileRequest.decode(wire.FileRequest.encode(request).finish());
  expect(() => operationFromWire(sent)).toThrow(InvalidRequestError);
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, nth) => 2 ** 20 + nth);
const bytesOf = (request: hafs.v1.IFileRequest): Uint8Array => wire.FileRequest.encode(request).finish();
const ofMany = (...part: number[]): Buffer => Buffer.alloc(part.length * MIB, Buffer.of(...part));
/** field:2 length:4, then what is in it. */
const within = (field: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    wire.FileRequest.encode({})
      .uint32(field * 8 + 2)
      .bytes(bytes)
      .finish(),
  ]);

test.each<{ what: string; bytes: Uint8Array }>([
  { what: 'empty passes', bytes: Buffer.alloc(900_000, Buffer.of(0xe2, 0x03, 0x00)) },
  { what: 'inodes given up', bytes: bytesOf({ recalled: { givenUp: numbers(MIB) } }) },
  { what: 'inodes returned', bytes: bytesOf({ keepAlive: { returned: numbers(MIB) } }) },
  { what: 'inodes held', bytes: bytesOf({ open: { held: numbers(MIB) } }) },
  { what: 'inodes released', bytes: bytesOf({ release: { inos: numbers(MIB) } }) },
  { what: 'inodes whose locks go', bytes: bytesOf({ dropLocks: { inos: numbers(MIB) } }) },
  { what: 'inodes one by one', bytes: within(13, ofMany(0x10, 0x01)) },
  { what: 'inodes in many parts', bytes: Buffer.alloc(6 * MIB, within(13, within(2, Buffer.alloc(250, 1)))) },
  { what: 'fields of one pass', bytes: within(60, ofMany(0x08, 0x01)) },
  { what: 'fields of a time', bytes: within(25, within(6, ofMany(0x08, 0x02))) },
  { what: 'fields beside what is written', bytes: within(26, ofMany(0x08, 0x01)) },
])('limits: millions of $what: are counted, not made', ({ bytes }) => {
  expect(() => refuseOutsized(bytes, SESSION_LIMITS)).toThrow(InvalidRequestError);
});

const seal = Buffer.alloc(16, 1);
const passes = numbers(LEASES_PER_MESSAGE_MAX).map((ino) => ({ ino, seal }));
const name = Buffer.alloc(255, 'x');

test.each<{ what: string; request: hafs.v1.IFileRequest }>([
  {
    what: 'a write',
    request: { id: 1, write: { ino: 1, data: Buffer.alloc(MIB, 1) }, passes: passes.slice(0, 1) },
  },
  {
    what: 'an attribute',
    request: { setxattr: { ino: 1, name, value: Buffer.alloc(XATTR_VALUE_BYTES_MAX, 1) } },
  },
  { what: 'a symbolic link', request: { make: { parent: 1, name, target: Buffer.alloc(4_095, 'x') } } },
  {
    what: 'a release',
    request: { release: { inos: numbers(RELEASE_INOS_MAX) }, passes: passes.slice(0, RELEASE_INOS_MAX) },
  },
  {
    what: 'an answer to a recall',
    request: { recalled: { recall: 1, givenUp: numbers(LEASES_PER_MESSAGE_MAX) } },
  },
  { what: 'a keep-alive', request: { keepAlive: { returned: numbers(LEASES_PER_MESSAGE_MAX) } } },
  {
    what: 'a session that goes on, with a pass for each lease',
    request: {
      open: {
        volume: 'v'.repeat(63),
        session: 2 ** 52,
        client: 'c'.repeat(1_000),
        held: numbers(LEASES_PER_MESSAGE_MAX),
      },
      passes,
    },
  },
])('limits: $what, as large as any client makes it: is let through', ({ request }) => {
  expect(() => refuseOutsized(bytesOf(request), SESSION_LIMITS)).not.toThrow();
});

test('limits: a message in which a field reaches beyond its end: is refused', () => {
  expect(() =>
    refuseOutsized(Buffer.of(0xd2, 0x01, 0x02, 0x22, 0x05, 1, 1, 1, 1, 1), SESSION_LIMITS),
  ).toThrow(InvalidRequestError);
});

test.each(['/hafs.v1.Volume/Paths', '/hafs.v1.Brick/Paths'])(
  'limits: %s of all that three bricks tell: is answered, of one more it is not',
  async (path) => {
    const method = defined(calls.find((known) => known.path === path));
    const call = (inos: number[]): Promise<object> =>
      defined(channel).call(method, { inos }, CALL_TIMEOUT_MS);
    expect(await call(numbers(300))).toBeTypeOf('object');
    await expect(call(numbers(301))).rejects.toThrow(InvalidRequestError);
  },
);

test('limits: one client opens sessions without end: it is refused, others are not', async () => {
  const { manager } = await LoneManager.start();
  const open = (owner: string): Promise<unknown> => manager.openSession('host', undefined, owner);
  for (let count = 0; count < 256; count++) await open('client/1');
  await expect(open('client/1')).rejects.toThrow(InvalidRequestError);
  await open('client/2');
  await manager.stop();
});
