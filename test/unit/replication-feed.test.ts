/** How the manager brings a brick up to date: from its window, or by a heal. */
import { expect, test } from 'vitest';
import { MIB } from '../../src/core/limits.js';
import type { Health } from '../../src/replication/message.js';
import { at, B, C, change, effectsOf, ManagerBench, messagesOf, sentTo } from '../support/core-bench.js';

test('feed: a brick at the tail: gets an empty append, which tells it that the history is its own', () => {
  const bench = new ManagerBench().settle();
  const effects = bench.standing(B, { heartbeatSentAtMs: undefined, tail: at(5, 11) });
  expect(messagesOf(effects, 'append')).toEqual([
    {
      kind: 'append',
      term: 5,
      previous: at(5, 11),
      commitIndex: 11,
      feedId: bench.feedOf(B),
      entries: [],
    },
  ]);
});

test('feed: a brick that is behind: gets what follows its tail, in one go', () => {
  const bench = new ManagerBench().settle();
  bench.propose(change(), change());
  const effects = bench.standing(C, { heartbeatSentAtMs: undefined });
  const [append] = messagesOf(effects, 'append');
  expect(append?.previous).toEqual(at(4, 10));
  expect(append?.entries.map(({ index }) => index)).toEqual([11, 12, 13]);
});

test('feed: large entries: go in several appends, each alone if need be', () => {
  const bench = new ManagerBench().settle();
  const effects = bench.propose(
    change('x', 'x'.repeat(0.4 * MIB)),
    change('y', 'y'.repeat(0.4 * MIB)),
    change('z', 'z'.repeat(2 * MIB)),
  );
  const appends = sentTo(effects, B).map((message) => (message.kind === 'append' ? message : undefined));
  expect(appends.map((append) => append?.entries.map(({ index }) => index))).toEqual([[12, 13], [14]]);
  expect(appends.map((append) => append?.previous)).toEqual([at(5, 11), at(5, 13)]);
});

test('feed: before a brick has said where it stands: nothing is sent', () => {
  const bench = new ManagerBench();
  expect(messagesOf(bench.election, 'append')).toEqual([]);
  expect(messagesOf(bench.propose(), 'append')).toEqual([]);
});

test('feed: an append was lost: the answer to the next one begins a new feed from the tail', () => {
  const bench = new ManagerBench().settle();
  const before = bench.feedOf(B);
  bench.propose();
  bench.propose();
  const refusal = { heartbeatSentAtMs: undefined, refusedFeedId: before, tail: at(5, 11) };
  const effects = bench.standing(B, refusal);
  expect(messagesOf(effects, 'append')[0]?.entries.map(({ index }) => index)).toEqual([12, 13]);
  expect(bench.feedOf(B)).toBeGreaterThan(before);
});

/** What is committed is not kept: a brick that lacks it must be healed. */
function settledWithoutWindow(): ManagerBench {
  const bench = new ManagerBench({}, { bytesMax: 0, entriesMax: 0 });
  for (const peer of [B, C]) bench.standing(peer);
  return bench.settle();
}

test('feed: the same answer comes once more, late: the new feed goes on, and nothing is healed', () => {
  const bench = settledWithoutWindow();
  const refusal = { heartbeatSentAtMs: undefined, refusedFeedId: bench.feedOf(B), tail: at(5, 11) };
  bench.propose();
  bench.propose();
  bench.standing(B, refusal);
  bench.settle();
  const feedId = bench.feedOf(B);
  expect(bench.standing(B, refusal)).toEqual([]);
  expect(bench.feedOf(B)).toBe(feedId);
  expect(bench.isInSync(B)).toBe(true);
});

test('feed: an answer from before the last acknowledgement: begins a new feed from what was acknowledged', () => {
  const bench = settledWithoutWindow();
  const refusal = { heartbeatSentAtMs: undefined, refusedFeedId: bench.feedOf(B), tail: at(5, 11) };
  bench.propose();
  bench.propose();
  bench.reply(B, 12);
  bench.reply(C, 12);
  bench.stored(13);
  const effects = bench.standing(B, refusal);
  expect(messagesOf(effects, 'append')[0]?.entries.map(({ index }) => index)).toEqual([13]);
  expect(effectsOf(effects, 'heal')).toEqual([]);
});

test('feed: answers to heartbeats: do not disturb a feed that runs', () => {
  const bench = new ManagerBench().settle();
  const before = bench.feedOf(B);
  bench.propose();
  expect(bench.standing(B, { tail: at(5, 11) })).toEqual([]);
  expect(bench.feedOf(B)).toBe(before);
  expect(bench.isInSync(B)).toBe(true);
});

test.each([
  { case: 'another history', tail: at(3, 10), health: 'whole' },
  { case: 'a tail of its own', tail: at(4, 12), health: 'whole' },
  { case: 'a tail before the window', tail: at(4, 9), health: 'whole' },
  { case: 'a heal that was cut short', tail: at(4, 10), health: 'healing' },
  { case: 'a full heal that was cut short', tail: at(4, 10), health: 'incomplete' },
  { case: 'nothing at all', tail: at(0, 0), health: 'blank' },
] satisfies { case: string; tail: object; health: Health }[])(
  'feed: a brick with $case: is healed, and sent nothing else',
  ({ tail, health }) => {
    const bench = new ManagerBench();
    bench.stored(11);
    const effects = bench.standing(B, { tail, health });
    expect(effectsOf(effects, 'heal')).toMatchObject([{ peer: B, standing: { tail, health } }]);
    expect(messagesOf(bench.propose(), 'append')).toEqual([]);
    expect(bench.standing(B, { tail, health })).toEqual([]);
    expect(bench.isInSync(B)).toBe(false);
  },
);

test('heal: before the manager holds an entry of its own term: is not begun', () => {
  const bench = new ManagerBench();
  expect(bench.standing(B, { health: 'healing' })).toEqual([]);
  bench.stored(11);
  expect(effectsOf(bench.standing(B, { health: 'healing' }), 'heal')).toHaveLength(1);
});

test('heal: ended well: the brick says where it stands and is fed', () => {
  const bench = new ManagerBench();
  bench.stored(11);
  bench.standing(B, { health: 'healing' });
  bench.on({ kind: 'healEnded', peer: B, isDone: true });
  const effects = bench.standing(B, { heartbeatSentAtMs: undefined, tail: at(5, 11) });
  expect(messagesOf(effects, 'append')).toHaveLength(1);
  bench.reply(B, 11);
  expect(bench.isInSync(B)).toBe(true);
});

test('heal: ended badly: is begun again when the brick is heard again', () => {
  const bench = new ManagerBench();
  bench.stored(11);
  bench.standing(B, { health: 'healing' });
  bench.on({ kind: 'healEnded', peer: B, isDone: true });
  expect(effectsOf(bench.standing(B, { health: 'healing' }), 'heal')).toHaveLength(1);
});

test('heal: the link breaks meanwhile: the heal alone decides when it is over', () => {
  const bench = new ManagerBench();
  bench.stored(11);
  bench.standing(B, { health: 'healing' });
  bench.on({ kind: 'linkDown', peer: B });
  expect(bench.standing(B, { health: 'healing' })).toEqual([]);
  bench.on({ kind: 'healEnded', peer: B, isDone: true });
  expect(effectsOf(bench.standing(B, { health: 'healing' }), 'heal')).toHaveLength(1);
});

test('heal: demanded of a brick in sync: it leaves the in-sync set and is healed', () => {
  const bench = new ManagerBench().settle();
  const effects = bench.on({ kind: 'demandHeal', peer: B });
  expect(effects.map(({ kind }) => kind)).toEqual(['inSyncChanged', 'heal']);
  expect(bench.on({ kind: 'demandHeal', peer: B })).toEqual([]);
});

test('heal: demanded of a brick never heard, a stranger, or by a brick that is no manager: nothing', () => {
  const bench = new ManagerBench();
  expect(bench.on({ kind: 'demandHeal', peer: B })).toEqual([]);
  expect(bench.on({ kind: 'demandHeal', peer: 'x' as typeof B })).toEqual([]);
  bench.settle().on({ kind: 'transfer', to: B, isSlow: false });
  expect(bench.on({ kind: 'demandHeal', peer: C })).toEqual([]);
});

test('heal: a brick too slow for the window: is healed when it is heard next', () => {
  const bench = new ManagerBench({}, { bytesMax: MIB, entriesMax: 2 }).settle();
  bench.on({ kind: 'linkDown', peer: C });
  for (let index = 12; index <= 20; index++) {
    bench.propose();
    bench.stored(index);
    bench.reply(B, index);
  }
  expect(bench.view.commitIndex).toBe(20);
  const effects = bench.standing(C, { tail: at(5, 11) });
  expect(effectsOf(effects, 'heal')).toHaveLength(1);
});

test('window: entries that an in-sync brick has not acknowledged: are kept above the limits', () => {
  const bench = new ManagerBench({}, { bytesMax: MIB, entriesMax: 2 }).settle();
  for (let index = 12; index <= 20; index++) bench.propose();
  bench.stored(20);
  bench.reply(B, 20);
  const effects = bench.standing(C, { heartbeatSentAtMs: undefined, tail: at(5, 12) });
  expect(messagesOf(effects, 'append')[0]?.entries.map(({ index }) => index)).toEqual([
    13, 14, 15, 16, 17, 18, 19, 20,
  ]);
});
