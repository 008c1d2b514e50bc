import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const CALL_TIMEOUT_MS = 30_000;

let nodes: Nodes;
let scratch: string;
let client: Client;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-hostile-'));
  nodes = await startNodes(1, scratch, 24_561);
  client = new Client(nodes.address(1), credentials.createInsecure());
});

afterAll(async () => {
  client.close();
  await nodes.stop();
  await rm(scratch, { recursive: true });
});

const raw = (bytes: Buffer): Buffer => bytes;

/** Sends the bytes as one message and waits for the end of the call. @returns its status code. */
function send(path: string, bytes: Buffer): Promise<number> {
  const call = client.makeBidiStreamRequest(path, raw, raw, { deadline: Date.now() + CALL_TIMEOUT_MS });
  return new Promise((resolve) => {
    call.on('data', () => undefined);
    call.on('error', () => undefined);
    call.on('status', ({ code }) => resolve(code));
    call.write(bytes);
    call.end();
  });
}

const METHODS = [
  '/hafs.v1.Replica/Link',
  '/hafs.v1.File/Session',
  '/hafs.v1.File/Locate',
  '/hafs.v1.Pool/Probe',
  '/hafs.v1.Volume/Create',
  '/hafs.v1.Nothing/AtAll',
];

const MESSAGES = [
  { name: 'no protobuf', bytes: Buffer.from('ffffffffffffffffffffffffffff', 'hex') },
  { name: 'a length that reaches far past the end', bytes: Buffer.from('0affffffff0f00', 'hex') },
  { name: 'an empty message', bytes: Buffer.alloc(0) },
  { name: 'a thousand levels of nesting', bytes: nested(1_000) },
  { name: '64 MiB of zeros', bytes: Buffer.alloc(64 * MIB) },
];

/** Field 10 in field 10 in field 10 …, as messages. */
function nested(levels: number): Buffer {
  let inner: Buffer = Buffer.alloc(0);
  for (let level = 0; level < levels; level++) {
    const length: number[] = [];
    for (let rest = inner.length; ; rest >>>= 7) {
      length.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
      if (rest <= 0x7f) break;
    }
    inner = Buffer.concat([Buffer.from([0x52, ...length]), inner]);
  }
  return inner;
}

const CASES = METHODS.flatMap((path) => MESSAGES.map((message) => ({ path, ...message })));

test.each(CASES)('hostile: $name to $path: the call ends, the server lives on', async ({ path, bytes }) => {
  expect(await send(path, bytes)).toBeTypeOf('number');
  expect((await nodes.hafs('peer', 'status')).status).toBe(0);
});
