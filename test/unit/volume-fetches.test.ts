import { expect, test } from 'vitest';
import { DamagedRecordError } from '../../src/core/errors.js';
import { brickId, chunkIndex, ino, type BrickId } from '../../src/core/ids.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { Fetches } from '../../src/volume/replica/fetches.js';
import type { FetchMessage } from '../../src/volume/replica/replica-message.js';
import { inodeKeyNamed } from '../support/heal-bench.js';
import { chunkKey } from '../../src/fs/keys.js';
import { seal } from '../../src/core/seal.js';
import { ManualClock } from '../support/manual-clock.js';

const KEY = inodeKeyNamed('k');
const A = brickId('a');
const B = brickId('b');
const PART = { term: 3, index: 7 };
const FETCH_TIMEOUT_MS = 2_000;

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function onBench(get: () => Promise<Uint8Array | undefined> = () => Promise.resolve(Buffer.from('v'))) {
  const clock = new ManualClock();
  const sent: FetchMessage[] = [];
  const trust = { isCopy: true };
  const liars: BrickId[] = [];
  const fetches = new Fetches({
    store: { get },
    clock,
    log: silentLogger,
    send: (_, message) => sent.push(message),
    isCopyOf: (manager, term, index) => trust.isCopy && manager === A && term === 3 && index <= 7,
    isLie: (from) => liars.push(from),
  });
  return { clock, sent, trust, liars, fetches };
}

const request = { kind: 'fetchRequest', ...PART, requestId: 1, key: KEY } as const;
const reply = { kind: 'fetchReply', term: 3, requestId: 1, isSound: true, value: Buffer.from('v') } as const;

test.each([
  { has: 'a value', get: () => Promise.resolve(Buffer.from('v')), isSound: true, value: 'v' },
  { has: 'nothing', get: () => Promise.resolve(undefined), isSound: true, value: undefined },
  {
    has: 'damage',
    get: () => Promise.reject(new DamagedRecordError(KEY)),
    isSound: false,
    value: undefined,
  },
])('fetch: asked of a brick that has $has: it says so', async ({ get, isSound, value }) => {
  const { fetches, sent } = onBench(get);
  fetches.receive(A, request);
  await turns();
  expect(sent).toHaveLength(1);
  const [answer] = sent;
  expect(answer).toMatchObject({ kind: 'fetchReply', term: 3, requestId: 1, isSound });
  const found = answer?.kind === 'fetchReply' ? answer.value : undefined;
  expect(found === undefined ? undefined : Buffer.from(found).toString()).toBe(value);
});

test.each([
  { by: 'another than the manager', from: B, message: request },
  { by: 'the manager of another term', from: A, message: { ...request, term: 2 } },
  { by: 'the manager, for later than it has', from: A, message: { ...request, index: 8 } },
])('fetch: asked by $by: is not answered', async ({ from, message }) => {
  const { fetches, sent } = onBench();
  fetches.receive(from, message);
  await turns();
  expect(sent).toEqual([]);
});

test('fetch: a heal begins while the record is read: is not answered', async () => {
  const { fetches, sent, trust } = onBench();
  fetches.receive(A, request);
  trust.isCopy = false;
  await turns();
  expect(sent).toEqual([]);
});

test('fetch: answered: has what was said, and takes nobody else’s word', async () => {
  const { fetches } = onBench();
  const copy = fetches.fetch(B, PART, KEY);
  fetches.receive(A, { ...reply, isSound: false });
  fetches.receive(B, { ...reply, term: 2, isSound: false });
  fetches.receive(B, { ...reply, requestId: 2, isSound: false });
  fetches.receive(B, reply);
  expect(await copy).toEqual({ kind: 'sound', value: Buffer.from('v') });
});

test('fetch: not answered in time, or given up: is silent', async () => {
  const { fetches, clock } = onBench();
  const late = fetches.fetch(B, PART, KEY);
  await clock.advance(FETCH_TIMEOUT_MS);
  expect(await late).toEqual({ kind: 'silent' });
  fetches.receive(B, reply);
  const aborted = fetches.fetch(B, PART, KEY);
  fetches.abortAll();
  expect(await aborted).toEqual({ kind: 'silent' });
});

test('fetch: very many at a time: some are not answered', async () => {
  const { fetches, sent } = onBench();
  for (let requestId = 1; requestId <= 100; requestId++) fetches.receive(A, { ...request, requestId });
  await turns();
  expect(sent).toHaveLength(64);
  fetches.receive(A, request);
  await turns();
  expect(sent).toHaveLength(65);
});

test('fetch: a chunk that is called sound and does not match its checksum: is damage, and a lie', async () => {
  const { fetches, liars } = onBench();
  const key = chunkKey(ino(5), chunkIndex(0));
  const asked = fetches.fetch(B, PART, key);
  fetches.receive(B, { ...reply, value: Buffer.from('no chunk was ever sealed so') });
  expect(await asked).toEqual({ kind: 'damaged' });
  expect(liars).toEqual([B]);
  const again = fetches.fetch(B, PART, key);
  const value = seal(key, [Buffer.from('chunk')]);
  fetches.receive(B, { ...reply, requestId: 2, value });
  expect(await again).toEqual({ kind: 'sound', value });
  expect(liars).toHaveLength(1);
});
