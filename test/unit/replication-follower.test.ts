import { expect, test } from 'vitest';
import type { Health } from '../../src/replication/message.js';
import { ELECTION_TIMEOUT_MS_MAX } from '../../src/replication/timing.js';
import {
  A,
  at,
  B,
  C,
  change,
  committedBy,
  CoreBench,
  D,
  effectsOf,
  entry,
  messagesOf,
  sentTo,
} from '../support/core-bench.js';

const TERM = 5;

/** Follows b in term 5 and has taken 11 and 12, not stored yet. */
function following(): CoreBench {
  const bench = new CoreBench();
  bench.append(B, { term: TERM, previous: at(4, 10), entries: [entry(TERM, 11), entry(TERM, 12)] });
  return bench;
}

test('append: that fits: is stored, and acknowledged only then', () => {
  const bench = new CoreBench();
  const entries = [entry(TERM, 11), entry(TERM, 12)];
  const effects = bench.append(B, { term: TERM, previous: at(4, 10), feedId: 7, entries });
  expect(effectsOf(effects, 'store')).toEqual([{ kind: 'store', entries }]);
  expect(messagesOf(effects, 'appendReply')).toEqual([]);
  expect(sentTo(bench.stored(11), B)).toEqual([{ kind: 'appendReply', term: 5, feedId: 7, matchIndex: 11 }]);
  expect(sentTo(bench.stored(12), B)).toEqual([{ kind: 'appendReply', term: 5, feedId: 7, matchIndex: 12 }]);
});

test('append: the new term: is on disk before its entries are stored', () => {
  const bench = new CoreBench();
  const effects = bench.append(B, { term: TERM, previous: at(4, 10), entries: [entry(TERM, 11)] });
  expect(effects.map(({ kind }) => kind)).toEqual(['saveHardState', 'store']);
});

test('append: empty, at the tail: is acknowledged at once with what is stored', () => {
  const effects = new CoreBench().append(B, { term: TERM, previous: at(4, 10), feedId: 3 });
  expect(messagesOf(effects, 'appendReply')).toEqual([
    { kind: 'appendReply', term: 5, feedId: 3, matchIndex: 10 },
  ]);
});

test.each([
  { case: 'a gap before it', previous: at(5, 12) },
  { case: 'another term before it', previous: at(3, 10) },
  { case: 'a place before the tail, its history not known to be the same', previous: at(4, 9) },
])('append: with $case: is answered by where the brick stands, and nothing is taken', ({ previous }) => {
  const bench = new CoreBench();
  const entries = [entry(TERM, previous.index + 1)];
  const effects = bench.append(B, { term: TERM, previous, entries, commitIndex: 99, feedId: 7 });
  expect(messagesOf(effects, 'standing')).toMatchObject([
    {
      term: 5,
      heartbeatSentAtMs: undefined,
      refusedFeedId: 7,
      tail: at(4, 10),
      commitIndex: 10,
      health: 'whole',
    },
  ]);
  expect(effects.map(({ kind }) => kind)).toEqual(['saveHardState', 'send']);
  expect(bench.view).toMatchObject({ tail: at(4, 10), commitIndex: 10, manager: B });
});

test.each<{ health: Health }>([{ health: 'healing' }, { health: 'incomplete' }, { health: 'blank' }])(
  'append: to a brick that is $health: is answered by where it stands',
  ({ health }) => {
    const bench = new CoreBench({ health });
    const effects = bench.append(B, { term: TERM, previous: at(4, 10), entries: [entry(TERM, 11)] });
    expect(effectsOf(effects, 'store')).toEqual([]);
    expect(messagesOf(effects, 'standing')).toMatchObject([{ health, tail: at(4, 10) }]);
  },
);

test('append: that comes twice: is stored once', () => {
  const bench = following();
  bench.stored(12);
  const entries = [entry(TERM, 11), entry(TERM, 12)];
  const again = bench.append(B, { term: TERM, previous: at(4, 10), entries });
  expect(effectsOf(again, 'store')).toEqual([]);
  expect(messagesOf(again, 'appendReply')).toMatchObject([{ matchIndex: 12 }]);
  expect(bench.view.tail).toEqual(at(5, 12));
});

test('append: that comes twice before it is stored: is not acknowledged early', () => {
  const bench = following();
  const again = bench.append(B, { term: TERM, previous: at(4, 10), entries: [entry(TERM, 11)] });
  expect(messagesOf(again, 'appendReply')).toMatchObject([{ matchIndex: 10 }]);
});

test('append: that overlaps with what is there: adds only what is new', () => {
  const bench = following();
  const entries = [entry(TERM, 12), entry(TERM, 13)];
  const effects = bench.append(B, { term: TERM, previous: at(5, 11), entries });
  expect(effectsOf(effects, 'store')[0]?.entries.map(({ index }) => index)).toEqual([13]);
});

test('append: that overtook another: is refused, and both fit when they come again', () => {
  const bench = following();
  const late = { term: TERM, previous: at(5, 12), entries: [entry(TERM, 13)] };
  const early = { term: TERM, previous: at(5, 13), entries: [entry(TERM, 14)] };
  expect(messagesOf(bench.append(B, early), 'standing')).toMatchObject([{ tail: at(5, 12) }]);
  bench.append(B, late);
  bench.append(B, early);
  expect(bench.view.tail).toEqual(at(5, 14));
});

test('append: of an older feed that comes late: does not take the acknowledgements with it', () => {
  const bench = following();
  bench.append(B, { term: TERM, previous: at(5, 12), feedId: 2, entries: [entry(TERM, 13)] });
  bench.append(B, { term: TERM, previous: at(4, 10), feedId: 1, entries: [entry(TERM, 11)] });
  expect(messagesOf(bench.stored(13), 'appendReply')).toMatchObject([{ feedId: 2, matchIndex: 13 }]);
});

test('append: of a new manager whose first feed has a lower number: is acknowledged under that', () => {
  const bench = following();
  bench.append(B, { term: TERM, previous: at(5, 12), feedId: 9 });
  bench.append(C, { term: 6, previous: at(5, 12), feedId: 1, entries: [entry(6, 13)] });
  expect(messagesOf(bench.stored(13), 'appendReply')).toMatchObject([{ term: 6, feedId: 1 }]);
});

test('append: after a heal in the same term, by a new manager: is acknowledged under its feed', () => {
  const bench = following();
  bench.append(B, { term: TERM, previous: at(5, 12), feedId: 9 });
  bench.heartbeat(C, 6);
  bench.on({ kind: 'healBegun', health: 'healing', baseIndex: 10 });
  const members = [A, B, C];
  bench.on({ kind: 'healed', term: 6, tail: at(6, 20), commitIndex: 20, members });
  bench.append(C, { term: 6, previous: at(6, 20), feedId: 1, entries: [entry(6, 21)] });
  expect(messagesOf(bench.stored(21), 'appendReply')).toMatchObject([{ feedId: 1, matchIndex: 21 }]);
});

test('append: stored after its manager was overruled: is not acknowledged to the new one', () => {
  const bench = following();
  bench.heartbeat(C, 6);
  expect(bench.stored(12)).toEqual([]);
  expect(bench.view.storedIndex).toBe(12);
});

test('append: stored while no manager was known: is acknowledged when it is heard again', () => {
  const bench = following();
  bench.nowMs = bench.core.nextTickAtMs;
  bench.tick();
  expect(bench.view.manager).toBeUndefined();
  expect(bench.stored(12)).toEqual([]);
  const effects = bench.heartbeat(B, TERM);
  expect(messagesOf(effects, 'appendReply')).toMatchObject([{ matchIndex: 12 }]);
});

test('commit: told by an append: reaches as far as the brick has entries', () => {
  const bench = following();
  const effects = bench.append(B, { term: TERM, previous: at(5, 12), commitIndex: 99 });
  expect(committedBy(effects)).toBe(12);
});

test('commit: told by a heartbeat: counts only once the history is known to be the manager’s', () => {
  const bench = new CoreBench({ tail: at(4, 12) });
  expect(committedBy(bench.heartbeat(B, TERM, 12))).toBeUndefined();
  bench.append(B, { term: TERM, previous: at(4, 12) });
  expect(committedBy(bench.heartbeat(B, TERM, 12))).toBe(12);
  expect(committedBy(bench.heartbeat(B, TERM, 11))).toBeUndefined();
  bench.heartbeat(C, 6, 12);
  expect(bench.view.commitIndex).toBe(12);
});

test('follower: what it stores was committed before: that is told once more, when it can be read', () => {
  const bench = new CoreBench();
  bench.append(B, { term: TERM, previous: at(4, 10), entries: [entry(TERM, 11)], commitIndex: 11 });
  expect(committedBy(bench.stored(11))).toBe(11);
  expect(committedBy(bench.stored(11))).toBeUndefined();
});

test('heartbeat: is answered with its own time and where the brick stands', () => {
  const standing = { tail: at(4, 10), commitIndex: 10, health: 'whole', incarnation: 2 ** 31 };
  expect(messagesOf(new CoreBench().heartbeat(B, TERM), 'standing')).toEqual([
    { kind: 'standing', term: 5, heartbeatSentAtMs: 77, ...standing },
  ]);
});

test('members: changed by an entry: count as soon as it is taken', () => {
  const bench = following();
  const entries = [entry(TERM, 13, { members: [A, B, D] })];
  bench.append(B, { term: TERM, previous: at(5, 12), entries });
  expect(bench.view.members).toEqual([A, B, D]);
});

test('heal: begun: the commit index falls back to the base, and heartbeats do not raise it', () => {
  const bench = following();
  bench.append(B, { term: TERM, previous: at(5, 12), commitIndex: 12 });
  bench.on({ kind: 'healBegun', health: 'healing', baseIndex: 9 });
  bench.heartbeat(B, TERM, 12);
  expect(bench.view).toMatchObject({ commitIndex: 9, health: 'healing', tail: at(5, 12) });
});

test('heal: begun, what was undone is known: its vote speaks for what is left', () => {
  const bench = following();
  bench.append(B, { term: TERM, previous: at(5, 12), entries: [entry(TERM, 13), entry(TERM, 14)] });
  bench.on({ kind: 'healBegun', health: 'healing', baseIndex: 9, tail: at(5, 12) });
  expect(bench.view).toMatchObject({ commitIndex: 9, health: 'healing', tail: at(5, 12), storedIndex: 12 });
  bench.pass(ELECTION_TIMEOUT_MS_MAX);
  const request = { kind: 'voteRequest', term: TERM + 1, preVote: true, transfer: false } as const;
  const [refusal] = sentTo(bench.hear(C, { ...request, tail: at(5, 11) }), C);
  const [vote] = sentTo(bench.hear(C, { ...request, tail: at(5, 12) }), C);
  expect([refusal, vote]).toMatchObject([{ granted: false }, { granted: true }]);
});

test('heal: done: the brick stands at its target and says so', () => {
  const bench = following();
  bench.on({ kind: 'healBegun', health: 'incomplete', baseIndex: 0 });
  const healed = {
    kind: 'healed',
    term: TERM,
    tail: at(5, 30),
    commitIndex: 28,
    members: [A, B, D],
  } as const;
  expect(sentTo(bench.on(healed), B)).toMatchObject([
    { kind: 'standing', tail: at(5, 30), commitIndex: 28, health: 'whole', heartbeatSentAtMs: undefined },
  ]);
  expect(bench.view).toMatchObject({ storedIndex: 30, members: [A, B, D], health: 'whole' });
  expect(committedBy(bench.heartbeat(B, TERM, 30))).toBe(30);
});

test('heal: done, but its source was overruled meanwhile: commits wait for the new manager’s word', () => {
  const bench = following();
  bench.on({ kind: 'healBegun', health: 'healing', baseIndex: 10 });
  bench.heartbeat(C, 6);
  bench.on({ kind: 'healed', term: TERM, tail: at(5, 30), commitIndex: 28, members: [A, B, C] });
  expect(committedBy(bench.heartbeat(C, 6, 30))).toBeUndefined();
});

test('proposal: to a brick that is no manager: is a broken invariant', () => {
  expect(() => new CoreBench().on({ kind: 'propose', changes: [change()] })).toThrow('only the manager');
});
