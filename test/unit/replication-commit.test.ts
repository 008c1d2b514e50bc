import { expect, test } from 'vitest';
import {
  ACKNOWLEDGE_TIMEOUT_MS,
  HEARTBEAT_INTERVAL_MS,
  LEASE_TRUSTED_MS,
  QUORUM_TIMEOUT_MS,
} from '../../src/replication/timing.js';
import {
  A,
  at,
  B,
  C,
  change,
  committedBy,
  D,
  E,
  effectsOf,
  ManagerBench,
  messagesOf,
  sentTo,
} from '../support/core-bench.js';

const FIVE = { members: [A, B, C, D, E] };

/** Everybody has everything up to 11; 12 was just proposed. */
function proposed(restored: ConstructorParameters<typeof ManagerBench>[0] = {}): ManagerBench {
  const bench = new ManagerBench(restored).settle();
  bench.propose();
  expect(bench.view).toMatchObject({ tail: at(5, 12), commitIndex: 11 });
  return bench;
}

test('commit: everybody in sync: waits for the last of them, the own disk included', () => {
  for (const order of [
    ['self', B, C],
    [B, C, 'self'],
    [C, 'self', B],
  ] as const) {
    const bench = proposed();
    const acknowledge = (who: (typeof order)[number]) =>
      who === 'self' ? bench.stored(12) : bench.reply(who, 12);
    expect(committedBy(acknowledge(order[0]))).toBeUndefined();
    expect(committedBy(acknowledge(order[1]))).toBeUndefined();
    expect(committedBy(acknowledge(order[2]))).toBe(12);
  }
});

test('commit: one brick not in sync: the other two are enough', () => {
  const bench = new ManagerBench();
  bench.stored(11);
  bench.catchUp(B).propose();
  bench.stored(12);
  expect(committedBy(bench.reply(B, 12))).toBe(12);
  expect(bench.isInSync(C)).toBe(false);
});

test('commit: all in sync but no majority: nothing is committed', () => {
  const bench = new ManagerBench(FIVE);
  bench.stored(11);
  expect(bench.catchUp(B).view.commitIndex).toBe(10);
  expect(bench.catchUp(C).view.commitIndex).toBe(11);
});

test('commit: an entry of an older term on a majority: waits for one of the own term', () => {
  const bench = new ManagerBench({ tail: at(4, 12), commitIndex: 10 });
  expect(bench.view.tail).toEqual(at(5, 13));
  bench.standing(B, { tail: at(4, 12) });
  bench.standing(C, { tail: at(4, 12) });
  bench.stored(12);
  bench.reply(B, 12);
  bench.reply(C, 12);
  expect(bench.view).toMatchObject({ commitIndex: 10, inSyncCount: 3, isReady: false });
  bench.stored(13);
  bench.reply(B, 13);
  expect(committedBy(bench.reply(C, 13))).toBe(13);
  expect(bench.view.isReady).toBe(true);
});

test('commit: what is committed: goes out with the next append and the next heartbeat', () => {
  const bench = new ManagerBench().settle();
  const [append] = messagesOf(bench.propose(), 'append');
  expect(append).toMatchObject({ commitIndex: 11, previous: at(5, 11) });
  const [heartbeat] = messagesOf(bench.pass(HEARTBEAT_INTERVAL_MS).tick(), 'heartbeat');
  expect(heartbeat).toMatchObject({ term: 5, commitIndex: 11, sentAtMs: bench.nowMs });
});

test('commit: several changes proposed at once: have their places and are committed together', () => {
  const bench = new ManagerBench().settle();
  const effects = bench.propose(change('x'), change('y'), change('z'));
  expect(effectsOf(effects, 'store')[0]?.entries.map(({ index }) => index)).toEqual([12, 13, 14]);
  expect(messagesOf(effects, 'append')[0]?.entries.map(({ index }) => index)).toEqual([12, 13, 14]);
  bench.stored(14);
  bench.reply(B, 13);
  expect(bench.view.commitIndex).toBe(11);
  bench.reply(C, 14);
  expect(bench.view.commitIndex).toBe(13);
  expect(committedBy(bench.reply(B, 14))).toBe(14);
});

test('commit: a reply that comes twice or late: changes nothing', () => {
  const bench = proposed();
  bench.stored(12);
  bench.reply(B, 12);
  bench.reply(B, 11);
  expect(committedBy(bench.reply(C, 12))).toBe(12);
  expect(bench.reply(B, 12)).toEqual([]);
  expect(bench.reply(C, 11)).toEqual([]);
  expect(bench.view).toMatchObject({ commitIndex: 12, inSyncCount: 3 });
});

test('commit: a reply to an older feed: is ignored, whatever it says', () => {
  const bench = new ManagerBench().settle();
  const old = bench.feedOf(B);
  bench.on({ kind: 'linkDown', peer: B });
  bench.standing(B, { tail: at(5, 11) });
  expect(bench.feedOf(B)).not.toBe(old);
  expect(bench.reply(B, 99, old)).toEqual([]);
  expect(bench.isInSync(B)).toBe(false);
  bench.reply(B, 11);
  expect(bench.isInSync(B)).toBe(true);
});

test('commit: a reply from a brick that is no peer: is ignored', () => {
  expect(proposed().reply(D, 12, 1)).toEqual([]);
});

test('in sync: a brick that owes an answer: leaves after its time, and commits go on', () => {
  const bench = proposed();
  bench.stored(12);
  bench.reply(B, 12);
  bench.pass(ACKNOWLEDGE_TIMEOUT_MS);
  bench.standing(B, { tail: at(5, 12) });
  bench.standing(C, { tail: at(5, 11) });
  expect(committedBy(bench.tick())).toBeUndefined();
  const effects = bench.pass(1).tick();
  expect(effectsOf(effects, 'inSyncChanged')).toEqual([{ kind: 'inSyncChanged', peer: C, inSync: false }]);
  expect(committedBy(effects)).toBe(12);
});

test('in sync: a brick that says nothing at all: leaves after the same time, though it owes nothing', () => {
  const bench = new ManagerBench().settle();
  bench.pass(ACKNOWLEDGE_TIMEOUT_MS).tick();
  expect(bench.isInSync(C)).toBe(true);
  bench.standing(B, { tail: at(5, 11) });
  bench.pass(1).tick();
  expect([bench.isInSync(B), bench.isInSync(C)]).toEqual([true, false]);
});

test('in sync: a slow brick that keeps answering: stays', () => {
  const bench = new ManagerBench().settle();
  bench.propose(...Array.from({ length: 5 }, () => change()));
  for (let index = 12; index <= 15; index++) {
    bench.pass(ACKNOWLEDGE_TIMEOUT_MS);
    bench.reply(B, index);
    bench.reply(C, index);
    bench.tick();
  }
  expect(bench.view.inSyncCount).toBe(3);
});

test('in sync: the link to a brick breaks: it leaves at once, and what only it owed is committed', () => {
  const bench = proposed();
  bench.stored(12);
  bench.reply(B, 12);
  const effects = bench.on({ kind: 'linkDown', peer: C });
  expect(effectsOf(effects, 'inSyncChanged')).toEqual([{ kind: 'inSyncChanged', peer: C, inSync: false }]);
  expect(committedBy(effects)).toBe(12);
});

test('in sync: the links to both others break: nothing is committed without a majority', () => {
  const bench = proposed();
  bench.stored(12);
  bench.on({ kind: 'linkDown', peer: B });
  bench.on({ kind: 'linkDown', peer: C });
  expect(bench.view).toMatchObject({ commitIndex: 11, inSyncCount: 1, isManager: true });
});

test.each([
  { case: 'an append that did not fit', fields: { heartbeatSentAtMs: undefined, tail: at(3, 1) } },
  { case: 'that it is being healed', fields: { health: 'healing', tail: at(5, 11) } as const },
])('in sync: a brick answers with $case: it leaves, and what only it owed is committed', ({ fields }) => {
  const bench = proposed();
  bench.stored(12);
  bench.reply(C, 12);
  const effects = bench.standing(B, fields);
  expect(bench.isInSync(B)).toBe(false);
  expect(committedBy(effects)).toBe(12);
});

test('in sync: a brick that is behind: is not back before it has all that is committed', () => {
  const bench = new ManagerBench();
  bench.stored(11);
  bench.catchUp(B).propose(change(), change());
  bench.stored(13);
  bench.reply(B, 13);
  bench.standing(C);
  bench.reply(C, 12);
  expect(bench.isInSync(C)).toBe(false);
  const effects = bench.reply(C, 13);
  expect(effectsOf(effects, 'inSyncChanged')).toEqual([{ kind: 'inSyncChanged', peer: C, inSync: true }]);
});

test('quorum: silent for too long: the manager steps down, within the same term', () => {
  const bench = new ManagerBench().settle();
  bench.pass(QUORUM_TIMEOUT_MS).tick();
  expect(bench.view.isManager).toBe(true);
  const effects = bench.pass(1).tick();
  expect(effects).toEqual([{ kind: 'steppedDown' }]);
  expect(bench.view).toMatchObject({ isManager: false, term: 5, manager: undefined });
});

test('quorum: one of two others is heard: the manager stays', () => {
  const bench = new ManagerBench().settle();
  for (let round = 0; round < 5; round++) {
    bench.pass(QUORUM_TIMEOUT_MS).standing(B, { tail: at(5, 11) });
    bench.tick();
  }
  expect(bench.view).toMatchObject({ isManager: true, inSyncCount: 2 });
});

test('lease: no heartbeat answered yet: there is none', () => {
  expect(new ManagerBench().view.leaseEndsAtMs).toBe(-Infinity);
});

test.each([
  { members: [A], answeredMs: {}, endsMs: 1_000 },
  { members: [A, B, C], answeredMs: { b: 300 }, endsMs: 300 },
  { members: [A, B, C], answeredMs: { b: 300, c: 700 }, endsMs: 700 },
  { members: [A, B, C, D, E], answeredMs: { b: 300, c: 700 }, endsMs: 300 },
  { members: [A, B, C, D, E], answeredMs: { b: 300, c: 700, d: 500, e: 100 }, endsMs: 500 },
])(
  'lease: of $members.length, heartbeats answered $answeredMs: counts from $endsMs',
  ({ members, answeredMs, endsMs }) => {
    const bench = new ManagerBench({ members });
    const fromMs = bench.nowMs;
    bench.pass(1_000);
    for (const [peer, sentAtMs] of Object.entries(answeredMs)) {
      bench.standing(peer as typeof B, { heartbeatSentAtMs: fromMs + sentAtMs });
    }
    expect(bench.view.leaseEndsAtMs).toBe(fromMs + endsMs + LEASE_TRUSTED_MS);
  },
);

test('lease: an old answer that comes late, or one to no heartbeat: does not shorten it', () => {
  const bench = new ManagerBench();
  bench.standing(B);
  const { leaseEndsAtMs } = bench.view;
  bench.standing(B, { heartbeatSentAtMs: bench.nowMs - 500 });
  bench.standing(B, { heartbeatSentAtMs: undefined });
  expect(bench.view.leaseEndsAtMs).toBe(leaseEndsAtMs);
});

test('members: one leaves by a change: it is not waited for, nor written to, any more', () => {
  const bench = new ManagerBench().settle();
  const effects = bench.propose({ ...change(), members: [A, B] });
  expect(sentTo(effects, C)).toEqual([]);
  expect(bench.view.members).toEqual([A, B]);
  bench.stored(12);
  expect(committedBy(bench.reply(B, 12))).toBe(12);
});

test('members: a learner: is caught up but not waited for; as a member it is', () => {
  const bench = new ManagerBench().settle();
  bench.on({ kind: 'addLearner', peer: D });
  bench.standing(D);
  bench.propose();
  bench.stored(12);
  bench.reply(B, 12);
  expect(committedBy(bench.reply(C, 12))).toBe(12);
  bench.reply(D, 12);
  expect(bench.view.inSyncCount).toBe(3);
  bench.propose({ ...change(), members: [A, B, C, D] });
  bench.stored(13);
  bench.reply(B, 13);
  expect(committedBy(bench.reply(C, 13))).toBeUndefined();
  expect(committedBy(bench.reply(D, 13))).toBe(13);
  expect(bench.view.inSyncCount).toBe(4);
});
