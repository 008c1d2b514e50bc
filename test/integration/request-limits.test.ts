import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import { MIB } from '../../src/core/limits.js';
import { Channel } from '../../src/rpc/channel.js';
import { operationFromWire, operationToWire } from '../../src/rpc/operation-codec.js';
import { refuseOutsized, STREAM_LIMITS } from '../../src/rpc/request-limits.js';
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

test('limits: millions of empty fields: are counted, not made', () => {
  const pass = Buffer.of(0xe2, 0x03, 0x00);
  const crowd = Buffer.alloc(pass.length * 300_000, pass);
  expect(() => refuseOutsized(crowd, STREAM_LIMITS)).toThrow(InvalidRequestError);
  const write: hafs.v1.IFileRequest = { write: { ino: 1, data: Buffer.alloc(MIB) } };
  expect(() => refuseOutsized(wire.FileRequest.encode(write).finish(), STREAM_LIMITS)).not.toThrow();
});

test('limits: one client opens sessions without end: it is refused, others are not', async () => {
  const { manager } = await LoneManager.start();
  const open = (owner: string): Promise<unknown> => manager.openSession('host', undefined, owner);
  for (let count = 0; count < 256; count++) await open('client/1');
  await expect(open('client/1')).rejects.toThrow(InvalidRequestError);
  await open('client/2');
  await manager.stop();
});
