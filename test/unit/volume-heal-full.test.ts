import { expect, test } from 'vitest';
import { AFTER_LAST_KIND, KEY_KIND } from '../../src/core/key-kind.js';
import type { Entry } from '../../src/replication/entry.js';
import type { HealBatch, HealMessage } from '../../src/volume/replica/replica-message.js';
import { extend, heal, inodeKeyNamed, stateAfter, TestBrick, type Edits } from '../support/heal-bench.js';

const RANGE_ENTRIES_MAX = 1_024;
const nameOf = (nth: number): string => `k${String(nth).padStart(5, '0')}`;
const LAST = 2 * RANGE_ENTRIES_MAX + 100;

/** Enough keys for three ranges. */
const MANY: Edits = Object.fromEntries(
  Array.from({ length: LAST + 1 }, (_, nth) => [nameOf(nth), `v${nth}`]),
);
const PAST = extend([], 1, MANY);

const batchesOf = (sent: readonly HealMessage[]): HealBatch[] =>
  sent.filter((message) => message.kind === 'healBatch');
const comparesOf = (sent: readonly HealMessage[]): HealBatch[] =>
  batchesOf(sent).filter(({ digest }) => digest !== undefined);
const replacesOf = (sent: readonly HealMessage[]): HealBatch[] =>
  batchesOf(sent).filter(({ range, digest }) => range !== undefined && digest === undefined);

function expectWhole(brick: TestBrick, history: readonly Entry[]): void {
  expect(brick.state()).toEqual(stateAfter(history));
  const { health, tail } = brick.store.restored();
  expect({ health, tail }).toEqual({
    health: 'whole',
    tail: { term: history.at(-1)!.term, index: history.length },
  });
}

interface Case {
  readonly case: string;
  /** On the brick's disk, though no change put it there: bit rot, a bug, a hand. */
  readonly damage: Edits;
  /** What only the source has. */
  readonly missed: readonly Edits[];
  readonly ranges: number;
}

const CASES: readonly Case[] = [
  { case: 'no difference', damage: {}, missed: [{}], ranges: 0 },
  { case: 'a wrong value in the first range', damage: { [nameOf(0)]: 'rot' }, missed: [{}], ranges: 1 },
  { case: 'a missing key at the end', damage: { [nameOf(LAST)]: undefined }, missed: [{}], ranges: 1 },
  { case: 'a key too many before all others', damage: { a: 'extra' }, missed: [{}], ranges: 1 },
  { case: 'a key too many after all others', damage: { z: 'extra' }, missed: [{}], ranges: 1 },
  { case: 'an emptied value in the middle', damage: { [nameOf(1_500)]: '' }, missed: [{}], ranges: 1 },
  {
    case: 'differences everywhere',
    damage: { [nameOf(3)]: undefined, [nameOf(1_500)]: 'rot', zz: 'extra' },
    missed: [{ [nameOf(7)]: undefined, new: 'new' }],
    ranges: 3,
  },
];

async function bench({ damage, missed }: Case) {
  const history = extend(PAST, 3, ...missed);
  const source = await TestBrick.holding('a', history, history.length);
  const sink = await TestBrick.holding('b', PAST, PAST.length);
  const edits = Object.entries(damage).map(([name, value]) => ({
    key: inodeKeyNamed(name),
    value: value === undefined ? undefined : Buffer.from(value),
  }));
  await sink.kv.commit(edits, { sync: true });
  return { source, sink, history };
}

test.each(CASES)(
  'heal: in full: $case: only ranges that differ are sent, and all is equal',
  async (given) => {
    const { source, sink, history } = await bench(given);
    const { sent, isDone } = await heal(source, sink, { term: 3, full: true });
    expect(isDone).toBe(true);
    expect(comparesOf(sent)).toHaveLength(3);
    expect(replacesOf(sent)).toHaveLength(given.ranges);
    expectWhole(sink, history);
  },
);

test.each([CASES[1]!, CASES.at(-1)!])(
  'heal: in full: $case: cut anywhere and resumed, it is as if uncut',
  async (given) => {
    const uncut = await bench(given);
    const { messages } = await heal(uncut.source, uncut.sink, { term: 3, full: true });
    for (let cutAt = 2; cutAt <= messages; cutAt++) {
      const { source, sink, history } = await bench(given);
      const { healed } = await heal(source, sink, { term: 3, full: true, cutAt });
      await sink.restart();
      if (!healed) expect(sink.store.restored().health).toBe('incomplete');
      const resumed = await heal(source, sink, { term: 3 });
      expect(resumed.sent[0]).toMatchObject({ kind: 'healBegin', full: !healed });
      expectWhole(sink, history);
    }
  },
);

test('heal: in full: cut, then resumed by a source that overrules the first: nothing of it is left', async () => {
  for (let cutAt = 3; cutAt <= 10; cutAt++) {
    const first = extend(PAST, 3, { [nameOf(9)]: 'first', x: 'first' }, { [nameOf(1_600)]: undefined });
    const sink = await TestBrick.holding('b', extend(PAST, 2, { y: 'own' }), PAST.length);
    await heal(await TestBrick.holding('a', first, PAST.length), sink, { term: 3, full: true, cutAt });
    const second = extend(PAST, 4, {}, { [nameOf(LAST)]: 'second' });
    await heal(await TestBrick.holding('c', second, PAST.length), sink, { term: 4 });
    expectWhole(sink, second);
  }
});

test('heal: in full: a blank brick: gets everything without comparing, and is whole', async () => {
  const history = extend(PAST, 3, { a: 'a' });
  const source = await TestBrick.holding('a', history, history.length);
  const sink = await TestBrick.create('b', 'blank');
  const { sent, progress } = await heal(source, sink, { term: 3 });
  expect(sent[0]).toMatchObject({ kind: 'healBegin', full: true });
  expect(comparesOf(sent)).toHaveLength(0);
  expectWhole(sink, history);
  expect(sink.store.members()).toEqual(source.store.members());
  expect(progress.healedEntries).toBe(progress.totalEntries);
  expect(progress.healedBytes).toBe(progress.totalBytes);
});

test('heal: in full: a blank brick cut anywhere: stays blank until a heal ends', async () => {
  const history = extend(PAST, 3, { a: 'a' });
  for (let cutAt = 2; cutAt <= 9; cutAt++) {
    const source = await TestBrick.holding('a', history, history.length);
    const sink = await TestBrick.create('b', 'blank');
    await heal(source, sink, { term: 3, cutAt });
    await sink.restart();
    expect(sink.store.restored().health).toBe('blank');
    const other = await TestBrick.holding('c', extend(PAST, 4, { b: 'b' }), PAST.length);
    await heal(other, sink, { term: 4 });
    expectWhole(sink, extend(PAST, 4, { b: 'b' }));
  }
});

test('heal: in full: an empty source: empties the brick', async () => {
  const source = await TestBrick.holding('a', extend([], 3, {}), 1);
  const sink = await TestBrick.holding('b', PAST, 0);
  await heal(source, sink, { term: 3, full: true });
  expectWhole(sink, extend([], 3, {}));
});

test('heal: in full: a key beyond the last that the source has: is removed', async () => {
  const history = extend(PAST, 3, {});
  const source = await TestBrick.holding('a', history, history.length);
  for (const extra of [Buffer.of(KEY_KIND.counters), Buffer.of(AFTER_LAST_KIND - 1, 0xff)]) {
    const sink = await TestBrick.holding('b', PAST, PAST.length);
    await sink.kv.commit([{ key: extra, value: Buffer.from('extra') }]);
    await heal(source, sink, { term: 3, full: true });
    expect(await sink.kv.get(extra)).toBeUndefined();
  }
});

test('heal: in full: the source is overruled afterwards: what it had not committed is undone', async () => {
  const pending = extend(PAST, 3, { [nameOf(0)]: 'pending', p: 'pending' }, { [nameOf(5)]: undefined });
  const source = await TestBrick.holding('a', pending, PAST.length);
  const sink = await TestBrick.create('b', 'blank');
  await heal(source, sink, { term: 3 });
  expectWhole(sink, pending);
  const history = extend(PAST, 4, { [nameOf(1)]: 'next' });
  const next = await TestBrick.holding('c', history, PAST.length);
  await heal(next, sink, { term: 4 });
  expectWhole(sink, history);
});

test('heal: in full: the healed brick heals others: by the journal from there on, else in full', async () => {
  const committed = extend(PAST, 3, { a: 'a' });
  const source = await TestBrick.holding('a', committed, committed.length);
  const healed = await TestBrick.create('b', 'blank');
  await heal(source, healed, { term: 3 });
  const history = extend(committed, 4, { b: 'b' }, { a: undefined });
  await healed.take(history, history.length);
  const near = await TestBrick.holding('c', extend(committed, 3, { own: 'own' }), committed.length);
  const nearHeal = await heal(healed, near, { term: 4 });
  expect(nearHeal.sent[0]).toMatchObject({ full: false });
  expectWhole(near, history);
  const far = await TestBrick.holding('c', extend(PAST, 2, { own: 'own' }), PAST.length);
  const farHeal = await heal(healed, far, { term: 4 });
  expect(farHeal.sent[0]).toMatchObject({ full: true });
  expectWhole(far, history);
});

test('heal: in full: the journal of before is gone, so it cannot mislead the next heal', async () => {
  const sink = await TestBrick.holding('b', extend(PAST, 2, { own: '1' }, { own: '2' }, { own: '3' }), 0);
  const history = extend(PAST, 3, {});
  await heal(await TestBrick.holding('a', history, history.length), sink, { term: 3, full: true });
  // The source's last one only, for its term.
  expect(sink.journalIndices()).toEqual([history.length]);
  expect(await sink.store.termAt(sink.kv, history.length)).toBe(3);
  expect(sink.store.journalBaseIndex).toBe(history.length);
});

test('heal: by the journal: begun on a brick whose full heal was cut short: everything is compared all the same', async () => {
  const history = extend(PAST, 3, {});
  const source = await TestBrick.holding('a', history, history.length);
  const sink = await TestBrick.holding('b', PAST, PAST.length);
  await sink.kv.commit([{ key: inodeKeyNamed(nameOf(2_000)), value: Buffer.from('rot') }]);
  const stale = sink.standing(3);
  await heal(source, sink, { term: 3, full: true, cutAt: 4 });
  expect(sink.store.restored().health).toBe('incomplete');
  await heal(source, sink, { term: 3, standing: stale });
  expectWhole(sink, history);
});
