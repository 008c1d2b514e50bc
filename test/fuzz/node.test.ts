import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, credentials, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { MIB } from '../../src/core/limits.js';
import * as services from '../../src/rpc/services.js';
import type { Method } from '../../src/rpc/services.js';
import { eventually } from '../support/eventually.js';
import { hafs } from '../support/nodes.js';
import { damaged } from './support/damage.js';
import type { Dice } from './support/dice.js';
import { fuzz } from './support/fuzz.js';
import { randomMessage } from './support/random-protobuf.js';

type AnyMethod = Method<object, object, object, object>;

const HAFS = fileURLToPath(new URL('../../bin/hafs.js', import.meta.url));
const ADDRESS = '127.0.0.1:22931';
const START_MS_MAX = 30_000;
const CALL_TIMEOUT_MS = 20_000;
const SIDE_BY_SIDE = 20;
const RSS_BYTES_MAX = 1_024 * MIB;
/** They take the node out of its pool, or its pool apart: rightly so, if anybody may ask. */
const NOT_CALLED: ReadonlySet<string> = new Set(['Join', 'Leave', 'Probe', 'Detach', 'Drain']);

const methods = Object.values(services)
  .flatMap((service) => Object.values(service) as unknown as AnyMethod[])
  .filter(({ path }) => typeof path === 'string' && !NOT_CALLED.has(path.split('/').at(-1) ?? ''));

let scratch = '';
let server: ChildProcess | undefined;
let client: Client | undefined;
let texts: string[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-fuzz-'));
  const words = ['server', '--data', join(scratch, 'data'), '--name', 'n1', '--listen', ADDRESS];
  server = spawn(process.execPath, [HAFS, ...words], { cwd: scratch, stdio: 'ignore' });
  await eventually(async () => expect((await ask('peer', 'status')).status).toBe(0), START_MS_MAX);
  const bricks = [1, 2, 3].map((brick) => `${ADDRESS}:${join(scratch, `brick${brick}`)}`);
  await ask('volume', 'create', 'www', 'replica', '3', ...bricks, 'force');
  await ask('volume', 'start', 'www');
  client = new Client(ADDRESS, credentials.createInsecure());
  texts = await namesOf();
}, 2 * START_MS_MAX);

afterAll(async () => {
  client?.close();
  if (server !== undefined && server.exitCode === null) {
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }
  await rm(scratch, { recursive: true, force: true });
});

const ask = (...words: string[]) => hafs('--server', ADDRESS, ...words);

/** Everything that names something, so that what is asked for is there. */
async function namesOf(): Promise<string[]> {
  const { volumes } = JSON.parse((await ask('volume', 'info', '--json')).out) as { volumes: object[] };
  const known = JSON.stringify(volumes).match(/"[^"]{1,80}"/g) ?? [];
  const own = ['www', 'x', '', ADDRESS, join(scratch, 'other'), 'read-only', 'on', 'heal-pace'];
  return [...known.map((text) => text.slice(1, -1)), ...own];
}

/** A message that would make a brick elsewhere on this machine is not sent. */
const isHarmless = (bytes: Buffer): boolean =>
  (bytes.toString('latin1').match(/[./][^\x00-\x1f]*/g) ?? []).every(
    (text) => !text.startsWith('/') || resolve(text).startsWith(scratch),
  ) && !bytes.includes('..');

/** @returns the status of the call; a deadline is none: the node hangs. */
function send(path: string, bytes: Buffer): Promise<number> {
  const raw = (message: Buffer): Buffer => message;
  const options = { deadline: Date.now() + CALL_TIMEOUT_MS };
  const call = defined(client).makeBidiStreamRequest(path, raw, raw, options);
  return new Promise((done) => {
    call.on('data', () => undefined);
    call.on('error', () => undefined);
    call.on('status', ({ code }) => done(code));
    call.write(bytes);
    call.end();
  });
}

async function residentBytes(): Promise<number> {
  const text = await readFile(`/proc/${defined(server).pid}/statm`, 'utf8');
  return Number(text.split(' ')[1]) * 4_096;
}

async function feed(dice: Dice): Promise<void> {
  const calls = Array.from({ length: SIDE_BY_SIDE }, () => {
    const method = dice.pick(methods);
    const message = randomMessage(dice, texts);
    return { method, bytes: dice.isOneIn(2) ? message : damaged(message, dice, message) };
  }).filter(({ bytes }) => isHarmless(bytes));
  const codes = await Promise.all(calls.map(({ method, bytes }) => send(method.path, bytes)));
  const hanging = calls.find((_, place) => codes[place] === status.DEADLINE_EXCEEDED);
  if (hanging !== undefined) throw new Error(`${hanging.method.path} hangs`);
  if (defined(server).exitCode !== null || codes.includes(status.UNAVAILABLE))
    throw new Error('the node has gone');
  expect(await residentBytes()).toBeLessThan(RSS_BYTES_MAX);
}

test('fuzz: every method of a real node: it lives on, and its volume is whole', async () => {
  await fuzz({ name: 'a real node, 20 calls each', share: 0.002, feed });
  await eventually(async () => expect((await ask('fs', 'ls', 'www:/')).err).toBe(''), START_MS_MAX);
  const { out, status: code } = await ask('volume', 'verify', 'www', '--json');
  expect({ code, out }).toMatchObject({ code: 0 });
});
