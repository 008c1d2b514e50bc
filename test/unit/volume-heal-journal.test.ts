import { expect, test } from 'vitest';
import type { Entry } from '../../src/replication/entry.js';
import { extend, heal, keysSent, stateAfter, TestBrick, type Edits } from '../support/heal-bench.js';

/** Committed everywhere before the brick went away: index 1 to 3. */
const PAST = extend([], 1, { a: 'a1', b: 'b1' }, { c: 'c1', d: 'd1' }, { e: 'e1' });
const PAST_END = PAST.length;

interface Case {
  readonly case: string;
  /** What the brick has of its own, never committed. */
  readonly undone: readonly Edits[];
  /** What the others went on with, committed. */
  readonly missed: readonly Edits[];
  /** What the source has besides, not committed yet. */
  readonly pending: readonly Edits[];
}

const CASES: readonly Case[] = [
  { case: 'nothing changed', undone: [], missed: [], pending: [] },
  { case: 'changes missed', undone: [], missed: [{ a: 'a2' }, { f: 'f1' }], pending: [] },
  { case: 'a removal missed', undone: [], missed: [{ a: undefined, b: 'b2' }], pending: [] },
  { case: 'an undone change of a key nobody else touched', undone: [{ d: 'x' }], missed: [], pending: [] },
  {
    case: 'an undone change of a key changed since',
    undone: [{ a: 'x' }],
    missed: [{ a: 'a2' }],
    pending: [],
  },
  { case: 'an undone new key', undone: [{ x: 'x' }], missed: [{ a: 'a2' }], pending: [] },
  { case: 'an undone removal', undone: [{ e: undefined }], missed: [{ a: 'a2' }], pending: [] },
  { case: 'a removal here and there', undone: [{ e: undefined }], missed: [{ e: undefined }], pending: [] },
  {
    case: 'a key created and removed again',
    undone: [],
    missed: [{ t: 't' }, { t: undefined }],
    pending: [],
  },
  { case: 'an empty value', undone: [{ b: '' }], missed: [{ a: '' }], pending: [] },
  {
    case: 'a longer tail of its own than the others have',
    undone: [{ x: '1' }, { y: '2' }, { z: '3' }, { a: 'x' }, { a: 'y' }],
    missed: [{ b: 'b2' }],
    pending: [],
  },
  {
    case: 'changes pending at the source',
    undone: [{ x: 'x' }],
    missed: [{ a: 'a2' }],
    pending: [{ a: 'a3', n: 'n' }, { b: undefined }],
  },
];

/** The source rules in term 3, what is undone came from a manager of term 2. */
async function bench({ undone, missed, pending }: Case) {
  const committed = extend(PAST, 3, {}, ...missed);
  const history = extend(committed, 3, ...pending);
  const source = await TestBrick.holding('a', history, committed.length);
  const sink = await TestBrick.holding('b', extend(PAST, 2, ...undone), PAST_END);
  return { source, sink, committed, history };
}

/** The brick is exactly what its history says, whole, and able to heal others from where it began. */
function expectHealed(sink: TestBrick, history: readonly Entry[]): void {
  const { tail, health } = sink.store.restored();
  expect(sink.state()).toEqual(stateAfter(history));
  expect(health).toBe('whole');
  expect(tail).toEqual({ term: history.at(-1)!.term, index: history.length });
  expect(sink.journalIndices()).toEqual(history.map(({ index }) => index));
}

test.each(CASES)('heal: by the journal: $case: the brick equals its source', async (given) => {
  const { source, sink, history, committed } = await bench(given);
  const outcome = await heal(source, sink, { term: 3 });
  expect(outcome).toMatchObject({ isDone: true, healed: true });
  expect(sink.commitIndex).toBe(committed.length);
  expectHealed(sink, history);
  await sink.restart();
  expectHealed(sink, history);
});

test.each(CASES)(
  'heal: by the journal: $case: cut anywhere and resumed, it is as if uncut',
  async (given) => {
    const whole = await bench(given);
    const { messages } = await heal(whole.source, whole.sink, { term: 3 });
    for (let cutAt = 1; cutAt <= messages; cutAt++) {
      const { source, sink, history } = await bench(given);
      await heal(source, sink, { term: 3, cutAt });
      await sink.restart();
      await heal(source, sink, { term: 3 });
      expectHealed(sink, history);
    }
  },
);

test.each(CASES)(
  'heal: by the journal: $case: resumed from a source that overrules the first, nothing of it is left',
  async (given) => {
    const first = await bench(given);
    const { messages } = await heal(first.source, first.sink, { term: 3 });
    for (let cutAt = 1; cutAt <= messages + 1; cutAt++) {
      const { source, sink, committed } = await bench(given);
      await heal(source, sink, { term: 3, cutAt });
      const history = extend(committed, 4, {}, { q: 'q', b: 'b9' });
      const other = await TestBrick.holding('c', history, committed.length);
      await heal(other, sink, { term: 4 });
      expectHealed(sink, history);
    }
  },
);

test.each(CASES)(
  'heal: by the journal: $case: cut short, the brick’s vote speaks for nothing that was undone',
  async (given) => {
    const whole = await bench(given);
    const { messages } = await heal(whole.source, whole.sink, { term: 3 });
    // The first message says where the source's term begins.
    for (let cutAt = 2; cutAt <= messages; cutAt++) {
      const { source, sink } = await bench(given);
      await heal(source, sink, { term: 3, cutAt });
      await sink.restart();
      const { tail, health } = sink.store.restored();
      if (health === 'healing') expect(tail).toEqual({ term: 1, index: PAST_END });
    }
  },
);

test('heal: in full: cut short, the brick’s vote speaks for what the source had before its term, and no more', async () => {
  const shared = extend(PAST, 2, { f: 'f1' });
  const source = await TestBrick.holding('a', extend(shared, 3, {}, { g: 'g1' }), shared.length);
  const sink = await TestBrick.holding('b', extend(shared, 2, { x: 'x' }, { y: 'y' }, { z: 'z' }), 1);
  await heal(source, sink, { term: 3, full: true, cutAt: 4 });
  await sink.restart();
  expect(sink.store.restored()).toMatchObject({
    health: 'incomplete',
    tail: { term: 2, index: shared.length },
  });
});

test('heal: cut short, of a brick with less than its source had before its term: its vote speaks for all it has', async () => {
  const source = await TestBrick.holding('a', extend(extend(PAST, 2, { f: 'f1' }), 3, {}), PAST_END);
  const sink = await TestBrick.holding('b', PAST, 1);
  await heal(source, sink, { term: 3, cutAt: 4 });
  expect(sink.store.restored()).toMatchObject({ health: 'healing', tail: { term: 1, index: PAST_END } });
});

test.each(CASES)(
  'heal: by the journal: $case: cut twice by two sources, a third puts it right',
  async (given) => {
    for (let cutAt = 3; cutAt <= 8; cutAt++) {
      const { source, sink, committed } = await bench(given);
      await heal(source, sink, { term: 3, cutAt });
      const second = await TestBrick.holding(
        'c',
        extend(committed, 4, { s: 's', a: 'a4' }),
        committed.length,
      );
      await heal(second, sink, { term: 4, cutAt: 11 - cutAt });
      await sink.restart();
      const history = extend(committed, 5, { c: undefined });
      await heal(await TestBrick.holding('c', history, committed.length), sink, { term: 5 });
      expectHealed(sink, history);
    }
  },
);

test.each(CASES)(
  'heal: by the journal: $case: the healed brick heals others, near and far',
  async (given) => {
    const { source, sink, history, committed } = await bench(given);
    await heal(source, sink, { term: 3 });
    sink.commitIndex = history.length;
    for (let known = 0; known <= PAST_END; known++) {
      const own = extend(PAST.slice(0, known), 2, { z: 'undone', a: undefined });
      const third = await TestBrick.holding('c', own, known);
      await heal(sink, third, { term: 3 });
      expectHealed(third, history);
    }
    const ahead = await TestBrick.holding('c', committed, committed.length);
    await heal(sink, ahead, { term: 3 });
    expectHealed(ahead, history);
  },
);

test('heal: by the journal: a few keys of many changed: only those are sent', async () => {
  const { source, sink } = await bench({
    case: '',
    undone: [{ x: 'x' }],
    missed: [{ a: 'a2' }],
    pending: [{ n: 'n' }],
  });
  const { sent, progress } = await heal(source, sink, { term: 3 });
  expect(keysSent(sent)).toEqual(['a', 'n', 'x']);
  expect(progress).toMatchObject({ totalEntries: 3, healedEntries: 3, healedBytes: 3 });
});

test('heal: by the journal: under way: the mark outlives a crash and keeps the brick out', async () => {
  const { source, sink } = await bench(CASES.at(-1)!);
  await heal(source, sink, { term: 3, cutAt: 3 });
  const before = sink.store.restored();
  await sink.restart();
  expect(sink.store.restored()).toMatchObject({ health: 'healing', commitIndex: PAST_END });
  expect(sink.store.restored().tail).toEqual(before.tail);
  expect(before.tail).toEqual({ term: 1, index: PAST_END });
});

test('heal: by the journal: begun again from a later base: the mark keeps the first, which was exact', async () => {
  const { source, sink, history } = await bench(CASES.at(-1)!);
  const early = { ...sink.standing(3), commitIndex: PAST_END - 1 };
  await heal(source, sink, { term: 3, cutAt: 4, standing: early });
  const late = { ...early, commitIndex: PAST_END };
  await heal(source, sink, { term: 3, cutAt: 4, standing: late });
  expect(sink.store.healMark?.baseIndex).toBe(PAST_END - 1);
  await heal(source, sink, { term: 3 });
  expectHealed(sink, history);
});

test('heal: by the journal: power lost right after the brick said it was ready: the mark is on disk', async () => {
  const { source, sink } = await bench(CASES.at(-1)!);
  await heal(source, sink, { term: 3, cutAt: 4 });
  sink.disk.losePower(0);
  await sink.restart();
  expect(sink.store.restored().health).toBe('healing');
});

test('heal: by the journal: power lost after its end: the brick is whole and equal', async () => {
  const { source, sink, history } = await bench(CASES.at(-1)!);
  await heal(source, sink, { term: 3 });
  sink.disk.losePower(0);
  await sink.restart();
  expectHealed(sink, history);
});

test('heal: by the journal: changes at the source meanwhile: the brick stands at the snapshot', async () => {
  const { source, sink, history } = await bench(CASES[1]!);
  const longer = extend(history, 3, { a: 'later' }, { e: undefined });
  const grown = { done: Promise.resolve() };
  await heal(source, sink, {
    term: 3,
    afterSent: (nth) => {
      if (nth === 1) grown.done = source.take(longer, longer.length);
    },
  });
  await grown.done;
  expectHealed(sink, history);
  await sink.take(longer, longer.length);
  expectHealed(sink, longer);
});

test('heal: the brick knows a change as committed that the source never had: asks for a full one, and gets it at once', async () => {
  const { source, history } = await bench({ case: '', undone: [], missed: [{ a: 'a2' }], pending: [] });
  const forgotten = extend(PAST, 2, { x: 'x' });
  const sink = await TestBrick.holding('b', forgotten, forgotten.length);
  const { sent } = await heal(source, sink, { term: 3 });
  expect(sent.slice(0, 2)).toMatchObject([
    { kind: 'healBegin', full: false },
    { kind: 'healBegin', full: true },
  ]);
  expect(sink.state()).toEqual(stateAfter(history));
  expect(sink.store.restored().health).toBe('whole');
});

test('heal: what was begun in full instead is cut short: the brick stays incomplete until one ends well', async () => {
  const { source, history } = await bench({ case: '', undone: [], missed: [{ a: 'a2' }], pending: [] });
  const forgotten = extend(PAST, 2, { x: 'x' });
  const sink = await TestBrick.holding('b', forgotten, forgotten.length);
  for (const cutAt of [2, 3, 4, 5]) {
    const { healed } = await heal(source, sink, { term: 3, cutAt });
    expect({ cutAt, healed, health: sink.store.restored().health }).toEqual({
      cutAt,
      healed: false,
      health: 'incomplete',
    });
  }
  await heal(source, sink, { term: 3 });
  expect(sink.state()).toEqual(stateAfter(history));
});
