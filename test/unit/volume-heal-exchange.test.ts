/** The conversation of a heal when the other side is slow, silent, or somebody else. */
import { expect, test } from 'vitest';
import { UnreachableError } from '../../src/core/errors.js';
import { HealExchange } from '../../src/volume/replica/heal-exchange.js';
import { HealPace } from '../../src/volume/replica/heal-pace.js';
import { HealSink } from '../../src/volume/replica/heal-sink.js';
import type { HealBegin, HealMessage } from '../../src/volume/replica/replica-message.js';
import { extend, inodeKeyNamed, TestBrick } from '../support/heal-bench.js';
import { ManualClock } from '../support/manual-clock.js';

const PART = { term: 3, healId: 7 };
const ANSWER_TIMEOUT_MS = 10_000;
const BATCH = { edits: [], journal: [] };
const BEGIN = {
  probe: false,
  full: false,
  target: { term: 3, index: 9 },
  baseIndex: 5,
  baseTerm: 2,
  firstIndex: 1,
  uncertainKeys: [],
};

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const unhurried = (clock: ManualClock): HealPace =>
  new HealPace({ clock, lastUsedAtMs: () => -Infinity, share: () => 0.25 });

function exchangeOnBench() {
  const clock = new ManualClock();
  const sent: HealMessage[] = [];
  const exchange = new HealExchange(clock, (message) => sent.push(message), PART, unhurried(clock));
  const acknowledge = (
    sequence: number,
    fields: { differs?: boolean; healId?: number; term?: number } = {},
  ) => exchange.receive({ kind: 'healAck', ...PART, sequence, differs: false, ...fields });
  const isDone = async (work: Promise<unknown>): Promise<boolean> => {
    let done = false;
    work.then(
      () => (done = true),
      () => undefined,
    );
    await turns();
    return done;
  };
  return { clock, sent, exchange, acknowledge, isDone };
}

test('heal exchange: begun: waits for the brick’s word of this heal and this term', async () => {
  const { exchange, isDone } = exchangeOnBench();
  const begun = exchange.begin(BEGIN);
  const taintedKeys = [Buffer.from('k')];
  exchange.receive({ kind: 'healReady', term: 3, healId: 6, needsFull: false, taintedKeys: [] });
  exchange.receive({ kind: 'healReady', term: 2, healId: 7, needsFull: false, taintedKeys: [] });
  expect(await isDone(begun)).toBe(false);
  exchange.receive({ kind: 'healReady', ...PART, needsFull: false, taintedKeys });
  expect(await begun).toEqual(taintedKeys);
});

test('heal exchange: the brick needs a full heal: is said at once, and not again by a late answer', async () => {
  const { exchange, isDone } = exchangeOnBench();
  const needsFull = { kind: 'healReady', ...PART, needsFull: true, taintedKeys: [] } as const;
  const begun = exchange.begin(BEGIN);
  exchange.receive(needsFull);
  expect(await begun).toBeUndefined();
  const begunInFull = exchange.begin({ ...BEGIN, full: true });
  exchange.receive(needsFull);
  expect(await isDone(begunInFull)).toBe(false);
  exchange.receive({ ...needsFull, needsFull: false });
  expect(await begunInFull).toEqual([]);
});

test('heal exchange: eight batches unanswered: the ninth waits for an answer, whichever comes first', async () => {
  const { exchange, sent, acknowledge, isDone } = exchangeOnBench();
  for (let nth = 0; nth < 8; nth++) await exchange.batch(BATCH);
  const ninth = exchange.batch(BATCH);
  expect(await isDone(ninth)).toBe(false);
  acknowledge(4, { healId: 6 });
  expect(await isDone(ninth)).toBe(false);
  acknowledge(4);
  await ninth;
  expect(sent.map((message) => message.kind === 'healBatch' && message.sequence)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test('heal exchange: drained: waits for answers in any order, and for what they asked for', async () => {
  const { exchange, sent, acknowledge, isDone } = exchangeOnBench();
  const range = { from: Buffer.from('a'), to: Buffer.from('b') };
  await exchange.batch(BATCH);
  await exchange.compare(
    { range, digest: { entries: 1, checksum: 1 } },
    { same: () => undefined, differs: () => exchange.batch({ ...BATCH, range }) },
  );
  const drained = exchange.drained();
  acknowledge(2, { differs: true });
  await turns();
  expect(sent).toHaveLength(3);
  acknowledge(1);
  acknowledge(1);
  expect(await isDone(drained)).toBe(false);
  acknowledge(3);
  await drained;
});

test('heal exchange: eight ranges differ at once: no more than eight batches are ever unanswered', async () => {
  const { exchange, sent, acknowledge } = exchangeOnBench();
  const range = { from: Buffer.from('a'), to: Buffer.from('b') };
  const replace = (): Promise<void> => exchange.batch({ ...BATCH, range });
  const question = { range, digest: { entries: 1, checksum: 1 } };
  for (let nth = 0; nth < 8; nth++) {
    await exchange.compare(question, { same: () => undefined, differs: replace });
  }
  const more = Array.from({ length: 4 }, () => exchange.batch(BATCH));
  for (let answered = 1; answered <= 20; answered++) {
    acknowledge(answered, { differs: answered <= 8 });
    await turns();
    expect(sent.length - answered).toBeLessThanOrEqual(8);
  }
  await Promise.all([...more, exchange.drained()]);
  expect(sent).toHaveLength(20);
});

test('heal exchange: silence: ends it after its time, and any answer starts the time anew', async () => {
  const { exchange, clock, acknowledge, isDone } = exchangeOnBench();
  await exchange.batch(BATCH);
  await exchange.batch(BATCH);
  const drained = exchange.drained();
  await clock.advance(ANSWER_TIMEOUT_MS - 1);
  acknowledge(1);
  await turns();
  await clock.advance(ANSWER_TIMEOUT_MS - 1);
  expect(await isDone(drained)).toBe(false);
  await clock.advance(1);
  await expect(drained).rejects.toThrow(UnreachableError);
});

test('heal exchange: given up: everything that waits, and everything later, ends with the same error', async () => {
  const { exchange } = exchangeOnBench();
  const begun = exchange.begin(BEGIN);
  exchange.fail(new UnreachableError('first'));
  exchange.fail(new UnreachableError('second'));
  await expect(begun).rejects.toThrow('first');
  await expect(exchange.batch(BATCH)).rejects.toThrow('first');
  await expect(exchange.end(9)).rejects.toThrow('first');
});

/** A sink that takes b for the manager of term 3, and what it answers. */
async function sinkOnBench() {
  const brick = await TestBrick.holding('a', extend([], 1, { k: 'old' }), 1);
  const answers: { to: string; message: HealMessage }[] = [];
  const sink = new HealSink({
    store: brick.store,
    send: (to, message) => answers.push({ to, message }),
    suspend: () => Promise.resolve(),
    isManager: (source, term) => source === 'b' && term === 3,
    tail: () => brick.store.restored().tail,
    healed: () => undefined,
    failed: (error) => {
      throw error;
    },
  });
  const receive = async (from: string, message: HealMessage): Promise<void> => {
    sink.receive(from as typeof brick.id, message);
    await sink.idle();
  };
  const begin: HealBegin = { kind: 'healBegin', ...PART, ...BEGIN, baseIndex: 1, baseTerm: 1, firstIndex: 1 };
  const value = (text: string): HealMessage => {
    const edits = [{ key: inodeKeyNamed('k'), value: Buffer.from(text) }];
    return { kind: 'healBatch', ...PART, sequence: 1, edits, journal: [] };
  };
  return { brick, answers, receive, begin, value };
}

test('heal sink: begun by a brick that is not the manager, or of another term: is ignored', async () => {
  const { brick, answers, receive, begin } = await sinkOnBench();
  await receive('c', begin);
  await receive('b', { ...begin, term: 2 });
  expect(answers).toEqual([]);
  expect(brick.store.restored().health).toBe('whole');
});

test('heal sink: batches and ends without a beginning, or of another heal: are ignored', async () => {
  const { brick, answers, receive, begin, value } = await sinkOnBench();
  await receive('b', value('early'));
  await receive('b', { kind: 'healEnd', ...PART, commitIndex: 9 });
  await receive('b', begin);
  await receive('b', { ...value('other'), healId: 6 });
  await receive('b', { kind: 'healEnd', ...PART, healId: 6, commitIndex: 9 });
  await receive('c', value('stranger'));
  expect(answers.map(({ message }) => message.kind)).toEqual(['healReady']);
  expect(brick.state()).toEqual({ k: 'old' });
  expect(brick.store.restored().health).toBe('healing');
});

test('heal sink: begun anew: what still comes from the heal before is ignored', async () => {
  const { brick, receive, begin, value } = await sinkOnBench();
  await receive('b', begin);
  await receive('b', { ...begin, healId: 8 });
  await receive('b', value('before'));
  await receive('b', { kind: 'healEnd', ...PART, commitIndex: 9 });
  expect(brick.state()).toEqual({ k: 'old' });
  await receive('b', { ...value('new'), healId: 8 });
  await receive('b', { kind: 'healEnd', ...PART, healId: 8, commitIndex: 9 });
  expect(brick.state()).toEqual({ k: 'new' });
  expect(brick.store.restored()).toMatchObject({ health: 'whole', tail: { term: 3, index: 9 } });
});

test('heal sink: the end told twice: is answered once, and the brick stays whole', async () => {
  const { answers, brick, receive, begin } = await sinkOnBench();
  await receive('b', begin);
  await receive('b', { kind: 'healEnd', ...PART, commitIndex: 9 });
  await receive('b', { kind: 'healEnd', ...PART, commitIndex: 9 });
  expect(answers.map(({ message }) => message.kind)).toEqual(['healReady', 'healEnd']);
  expect(brick.store.restored().health).toBe('whole');
});
