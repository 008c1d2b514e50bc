import { expect, test } from 'vitest';
import type { Health } from '../../src/replication/message.js';
import {
  ELECTION_RETRY_MS_MAX,
  ELECTION_SPREAD_MS,
  ELECTION_TIMEOUT_MS_MAX,
  ELECTION_TIMEOUT_MS_MIN,
  LEASE_MS,
  RELUCTANCE_MS,
} from '../../src/replication/timing.js';
import {
  A,
  at,
  B,
  C,
  CoreBench,
  D,
  E,
  effectsOf,
  ManagerBench,
  messagesOf,
  sentTo,
  START_MS,
} from '../support/core-bench.js';
import { candidate, impatient, reply } from '../support/election-bench.js';

test('election: manager silent: asks for pre-votes and raises no term', () => {
  const bench = impatient();
  const effects = bench.tick();
  const wanted = { kind: 'voteRequest', term: 5, tail: at(4, 10), preVote: true, transfer: false };
  expect(effects).toEqual([
    { kind: 'send', to: B, message: wanted },
    { kind: 'send', to: C, message: wanted },
  ]);
  expect(bench.view.term).toBe(4);
});

test('election: before its time: stays quiet', () => {
  const bench = new CoreBench();
  bench.nowMs = bench.core.nextTickAtMs - 1;
  expect(bench.tick()).toEqual([]);
  expect(bench.core.nextTickAtMs - START_MS).toBeGreaterThanOrEqual(LEASE_MS);
});

test('election: a heartbeat: puts it off by a whole timeout', () => {
  const bench = impatient();
  bench.heartbeat(B, 4);
  const delayMs = bench.core.nextTickAtMs - bench.nowMs;
  expect(delayMs).toBeGreaterThanOrEqual(ELECTION_TIMEOUT_MS_MIN);
  expect(delayMs).toBeLessThanOrEqual(ELECTION_TIMEOUT_MS_MAX);
  expect(bench.tick()).toEqual([]);
});

test.each<{ health: Health }>([{ health: 'healing' }, { health: 'incomplete' }, { health: 'blank' }])(
  'election: a brick that is $health: never stands, not even when the manager asks',
  ({ health }) => {
    const bench = impatient({ health });
    expect(bench.tick()).toEqual([]);
    bench.heartbeat(B, 4);
    expect(bench.hear(B, { kind: 'campaign', term: 4, isSlow: false })).toEqual([]);
    expect(bench.pass(ELECTION_TIMEOUT_MS_MAX).tick()).toEqual([]);
  },
);

test('election: not a member: never stands', () => {
  expect(impatient({ members: [B, C] }).tick()).toEqual([]);
});

test('election: a heal begun while it asks for pre-votes: it does not stand any more', () => {
  const bench = impatient();
  bench.tick();
  bench.on({ kind: 'healBegun', health: 'healing', baseIndex: 10 });
  const effects = bench.hear(B, reply(5, { preVote: true }));
  expect(effectsOf(effects, 'saveHardState')).toEqual([]);
});

test('election: pre-vote won: the new term and the own vote are on disk before anyone is asked', () => {
  const bench = impatient();
  bench.tick();
  const effects = bench.hear(B, reply(5, { preVote: true }));
  expect(effects[0]).toEqual({ kind: 'saveHardState', hard: { term: 5, votedFor: A } });
  expect(messagesOf(effects, 'voteRequest')).toMatchObject([
    { term: 5, preVote: false, transfer: false },
    { term: 5, preVote: false, transfer: false },
  ]);
});

test('election: pre-vote refused by a majority: waits a little, then asks again', () => {
  const bench = impatient();
  bench.tick();
  bench.hear(B, reply(4, { preVote: true, granted: false }));
  bench.hear(C, reply(4, { preVote: true, granted: false }));
  expect(bench.view.term).toBe(4);
  expect(bench.core.nextTickAtMs - bench.nowMs).toBeLessThanOrEqual(ELECTION_RETRY_MS_MAX);
  const again = bench.pass(ELECTION_RETRY_MS_MAX).tick();
  expect(messagesOf(again, 'voteRequest')).toMatchObject([{ preVote: true }, { preVote: true }]);
});

test('election: pre-votes of an earlier term, or meant as votes: do not count', () => {
  const bench = impatient();
  bench.tick();
  bench.hear(B, reply(4, { preVote: true }));
  bench.hear(C, reply(4, { preVote: false }));
  expect(bench.view.term).toBe(4);
});

test('election: votes of strangers, of the same brick twice, or of another term: do not count', () => {
  const bench = candidate({ members: [A, B, C, D, E] });
  bench.hear(B, reply(5));
  bench.hear(B, reply(5));
  bench.hear('stranger' as typeof B, reply(5));
  bench.hear(C, reply(4));
  bench.hear(C, reply(5, { preVote: true }));
  expect(bench.view.isManager).toBe(false);
  bench.hear(D, reply(5));
  expect(bench.view.isManager).toBe(true);
});

test('election: refused with a higher term: the term is taken over, the candidacy is over', () => {
  const bench = candidate();
  const effects = bench.hear(B, reply(9, { granted: false }));
  expect(effects).toEqual([{ kind: 'saveHardState', hard: { term: 9, votedFor: undefined } }]);
  expect(bench.hear(C, reply(5))).toEqual([]);
  expect(bench.view).toMatchObject({ isManager: false, term: 9 });
});

test('election: another wins the term: the candidate follows it', () => {
  const bench = candidate();
  bench.heartbeat(C, 5);
  expect(bench.view).toMatchObject({ isManager: false, manager: C, term: 5 });
  bench.hear(B, reply(5));
  expect(bench.view.isManager).toBe(false);
});

test('election: won: an empty entry of the new term goes to the disk and to everybody asked', () => {
  const { election, view } = new ManagerBench();
  const [stored] = effectsOf(election, 'store');
  expect(stored?.entries).toMatchObject([{ term: 5, index: 11, edits: [], sync: true, checkpoint: false }]);
  expect(effectsOf(election, 'becameManager')).toEqual([{ kind: 'becameManager', term: 5 }]);
  expect(messagesOf(election, 'heartbeat')).toHaveLength(2);
  expect(view).toMatchObject({
    isManager: true,
    isReady: false,
    manager: A,
    tail: at(5, 11),
    commitIndex: 10,
  });
});

test('election: alone: wins at once, without a word', () => {
  const bench = new CoreBench({ members: [A] });
  expect(bench.core.nextTickAtMs).toBe(START_MS);
  const effects = bench.tick();
  expect(effects.map(({ kind }) => kind)).toEqual(['saveHardState', 'becameManager', 'store']);
  expect(bench.stored(11)).toEqual([{ kind: 'committed', index: 11 }]);
  expect(bench.view.isReady).toBe(true);
});

test('election: the link to the manager breaks: only its lease is waited for', () => {
  const bench = impatient();
  bench.heartbeat(B, 4);
  const heardAtMs = bench.nowMs;
  bench.pass(100).on({ kind: 'linkDown', peer: B });
  expect(bench.core.nextTickAtMs).toBeGreaterThanOrEqual(heardAtMs + LEASE_MS);
  expect(bench.core.nextTickAtMs).toBeLessThanOrEqual(heardAtMs + LEASE_MS + ELECTION_SPREAD_MS);
});

test('election: the link to another brick breaks: nothing changes', () => {
  const bench = impatient();
  bench.heartbeat(B, 4);
  const dueAtMs = bench.core.nextTickAtMs;
  bench.on({ kind: 'linkDown', peer: C });
  expect(bench.core.nextTickAtMs).toBe(dueAtMs);
});

test.each(['heartbeat', 'append'] as const)(
  'term: %s of an older one: is answered with the newer',
  (kind) => {
    const bench = new CoreBench({ hard: { term: 6, votedFor: undefined } });
    const effects =
      kind === 'heartbeat' ? bench.heartbeat(B, 5) : bench.append(B, { term: 5, previous: at(4, 10) });
    expect(sentTo(effects, B)).toMatchObject([{ kind: 'standing', term: 6, heartbeatSentAtMs: undefined }]);
    expect(effects).toHaveLength(1);
    expect(bench.view.manager).toBeUndefined();
  },
);

test('term: any message of a newer one: the manager steps down', () => {
  const bench = new ManagerBench();
  const effects = bench.standing(B, { term: 6 });
  expect(effects).toEqual([
    { kind: 'saveHardState', hard: { term: 6, votedFor: undefined } },
    { kind: 'steppedDown' },
  ]);
  expect(bench.view).toMatchObject({ isManager: false, manager: undefined });
});

test('term: a pre-vote granted for the next one: does not raise it', () => {
  const bench = new ManagerBench();
  bench.hear(B, reply(6, { preVote: true }));
  expect(bench.view).toMatchObject({ isManager: true, term: 5 });
});

test('transfer: asked by the manager: stands at once, without pre-vote and against the lease', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  bench.heartbeat(B, 4);
  const effects = bench.hear(B, { kind: 'campaign', term: 4, isSlow: false });
  expect(effects[0]).toEqual({ kind: 'saveHardState', hard: { term: 5, votedFor: A } });
  expect(messagesOf(effects, 'voteRequest')).toMatchObject([
    { term: 5, preVote: false, transfer: true },
    { term: 5, preVote: false, transfer: true },
  ]);
});

test.each([
  { case: 'by another brick', from: C, term: 4 },
  { case: 'by the manager of an older term', from: B, term: 3 },
])('transfer: asked $case: does nothing', ({ from, term }) => {
  const bench = new CoreBench().pass(LEASE_MS);
  bench.heartbeat(B, 4);
  expect(bench.hear(from, { kind: 'campaign', term, isSlow: false })).toEqual([]);
});

test('transfer: to a brick in sync: it is asked, and this one gives up its lease for good', () => {
  const bench = new ManagerBench().settle();
  const effects = bench.on({ kind: 'transfer', to: B, isSlow: false });
  expect(effects).toEqual([
    { kind: 'send', to: B, message: { kind: 'campaign', term: 5, isSlow: false } },
    { kind: 'steppedDown' },
  ]);
  expect(bench.view).toMatchObject({ isManager: false, leaseEndsAtMs: -Infinity, manager: undefined });
});

test('transfer: to a brick that is not in sync: does nothing', () => {
  const bench = new ManagerBench();
  expect(bench.on({ kind: 'transfer', to: B, isSlow: false })).toEqual([]);
  expect(bench.view.isManager).toBe(true);
});

test('election: a brick that is to be stopped: lets the others stand first, and stands if nobody does', () => {
  const bench = new CoreBench();
  bench.on({ kind: 'setReluctant', isReluctant: true });
  bench.heartbeat(B, 4);
  expect(messagesOf(bench.pass(ELECTION_TIMEOUT_MS_MAX).tick(), 'voteRequest')).toEqual([]);
  expect(messagesOf(bench.pass(RELUCTANCE_MS).tick(), 'voteRequest')).toHaveLength(2);
});

test("election: the manager's connection breaks while the brick is to be stopped: the others stand first", () => {
  const bench = new CoreBench();
  bench.heartbeat(B, 4);
  bench.on({ kind: 'setReluctant', isReluctant: true });
  bench.on({ kind: 'linkDown', peer: B });
  expect(bench.core.nextTickAtMs).toBeGreaterThan(bench.nowMs + ELECTION_TIMEOUT_MS_MIN);
});
