/** Bricks that lie: what gives them away, and what becomes of them. */
import { expect, test } from 'vitest';
import type { Effect } from '../../src/replication/core-state.js';
import { ACKNOWLEDGE_TIMEOUT_MS } from '../../src/replication/timing.js';
import {
  at,
  B,
  C,
  committedBy,
  CoreBench,
  effectsOf,
  entry,
  ManagerBench,
  messagesOf,
} from '../support/core-bench.js';

const TERM = 5;

const LIES: readonly {
  readonly what: string;
  readonly why: string;
  readonly lie: (bench: ManagerBench) => Effect[];
}[] = [
  {
    what: 'acknowledges what was never sent',
    why: 'acknowledged-unsent',
    lie: (bench) => bench.reply(B, bench.view.tail.index + 1),
  },
  {
    what: 'answers a heartbeat of the future',
    why: 'answered-unsent',
    lie: (bench) => bench.standing(B, { heartbeatSentAtMs: bench.nowMs + 1 }),
  },
  {
    what: 'has more of this term than there is',
    why: 'ahead-of-order',
    lie: (bench) => bench.standing(B, { tail: at(TERM, bench.view.tail.index + 1) }),
  },
  {
    what: 'is at a term that nobody has entered',
    why: 'ahead-of-order',
    lie: (bench) => bench.standing(B, { tail: at(TERM + 1, 3) }),
  },
  {
    what: 'answers a heartbeat of this term from an earlier one',
    why: 'term-fell',
    lie: (bench) => bench.pass(1).standing(B, { term: TERM - 1 }),
  },
  {
    what: 'says it is manager too',
    why: 'second-manager',
    lie: (bench) => bench.heartbeat(B, TERM),
  },
];

test.each(LIES)('isolation: a brick that $what: is told of, and not counted', ({ why, lie }) => {
  const bench = new ManagerBench().settle();
  const effects = lie(bench);
  expect(effectsOf(effects, 'isolated')).toEqual([{ kind: 'isolated', brick: B, why }]);
  expect(bench.isInSync(B)).toBe(false);
  expect([...bench.view.isolated.keys()]).toEqual([B]);
});

test.each(LIES)('isolation: after a brick $what: the others go on without it', ({ lie }) => {
  const bench = new ManagerBench().settle();
  lie(bench);
  bench.propose();
  const { index } = bench.view.tail;
  bench.stored(index);
  expect(bench.view.commitIndex).toBe(index - 1);
  expect(committedBy(bench.reply(C, index))).toBe(index);
});

test('isolation: whatever the brick says then: changes nothing', () => {
  const bench = new ManagerBench().settle();
  bench.reply(B, 99);
  const before = bench.view.leaseEndsAtMs;
  bench.pass(50);
  expect(bench.standing(B, { tail: at(TERM, 11) })).toEqual([]);
  expect(bench.hear(B, voteRequest(TERM + 7))).toEqual([]);
  expect(bench.view).toMatchObject({ term: TERM, isManager: true, leaseEndsAtMs: before });
});

test('isolation: of the two others, one lies and one is away: the manager knows that it has no majority', () => {
  const bench = new ManagerBench().settle();
  bench.reply(B, 99);
  bench.on({ kind: 'linkDown', peer: C });
  bench.propose();
  bench.stored(bench.view.tail.index);
  bench.pass(ACKNOWLEDGE_TIMEOUT_MS * 2).tick();
  expect(bench.view.isManager).toBe(false);
});

test('isolation: late words of before: are no lies', () => {
  const bench = new ManagerBench().settle();
  const effects = [
    ...bench.standing(B, { term: TERM - 1, heartbeatSentAtMs: undefined }),
    ...bench.standing(B, { term: TERM - 1, heartbeatSentAtMs: 1 }),
    ...bench.reply(B, 3),
    ...bench.standing(B, { heartbeatSentAtMs: 1 }),
    ...bench.standing(B, { tail: at(4, 500), incarnation: 2 }),
  ];
  expect(effectsOf(effects, 'isolated')).toEqual([]);
});

test('isolation: a manager whose entries have a gap, another history, or a later term: is left', () => {
  for (const append of [
    { previous: at(4, 10), entries: [entry(TERM, 11), entry(TERM, 13)] },
    { previous: at(4, 10), entries: [entry(TERM + 1, 11)] },
    { previous: at(4, 10), entries: [entry(TERM, 11), entry(3, 12)] },
    { previous: at(3, 11), entries: [] },
  ]) {
    const bench = new CoreBench();
    bench.append(B, { term: TERM, previous: at(4, 10), entries: [entry(TERM, 11)] });
    const effects = bench.append(B, { term: TERM, ...append });
    expect(effectsOf(effects, 'isolated')).toEqual([{ kind: 'isolated', brick: B, why: 'broken-order' }]);
    expect(effectsOf(effects, 'store')).toEqual([]);
    expect(bench.view.manager).toBeUndefined();
  }
});

const voteRequest = (term: number) =>
  ({ kind: 'voteRequest', term, tail: at(4, 10), preVote: false, transfer: false }) as const;

test('isolation: two managers in one term: it is believed who has the vote', () => {
  const bench = new CoreBench().pass(700);
  bench.hear(C, voteRequest(TERM));
  bench.heartbeat(B, TERM);
  const effects = bench.heartbeat(C, TERM);
  expect(effectsOf(effects, 'isolated')).toEqual([{ kind: 'isolated', brick: B, why: 'second-manager' }]);
  expect(bench.view.manager).toBe(C);
});

test('isolation: two managers in one term, the vote was for neither: it is believed who was first', () => {
  const bench = new CoreBench();
  bench.heartbeat(B, TERM);
  const effects = bench.heartbeat(C, TERM);
  expect(effectsOf(effects, 'isolated')).toEqual([{ kind: 'isolated', brick: C, why: 'second-manager' }]);
  expect(messagesOf(effects, 'standing')).toEqual([]);
  expect(bench.view.manager).toBe(B);
});

test('isolation: a brick that is told of by others: no vote for it', () => {
  const bench = new CoreBench().pass(5_000);
  bench.on({ kind: 'isolate', brick: B, why: 'other-checksum' });
  expect(bench.hear(B, voteRequest(TERM))).toEqual([]);
  expect(bench.view.term).toBe(4);
});

test('isolation: a brick that is pardoned: is healed before it counts, also if it says that it is whole', () => {
  const bench = new ManagerBench().settle();
  bench.on({ kind: 'isolate', brick: B, why: 'other-checksum' });
  bench.on({ kind: 'pardon', brick: B, isHealedFirst: true });
  const tail = bench.view.tail;
  expect(effectsOf(bench.standing(B, { tail }), 'heal')).toHaveLength(1);
  bench.on({ kind: 'healEnded', peer: B, isDone: false });
  expect(effectsOf(bench.standing(B, { tail }), 'heal')).toHaveLength(1);
  expect(bench.isInSync(B)).toBe(false);
  bench.on({ kind: 'healEnded', peer: B, isDone: true });
  bench.catchUp(B);
  expect(bench.isInSync(B)).toBe(true);
});

test('isolation: a brick that others have healed: counts again as any that was away', () => {
  const bench = new ManagerBench().settle();
  bench.on({ kind: 'isolate', brick: B, why: 'other-checksum' });
  bench.on({ kind: 'pardon', brick: B, isHealedFirst: false });
  bench.catchUp(B);
  expect(bench.isInSync(B)).toBe(true);
});
