import { expect, test } from 'vitest';
import type { Position } from '../../src/replication/entry.js';
import type { Health } from '../../src/replication/message.js';
import { LEASE_MS } from '../../src/replication/timing.js';
import {
  A,
  at,
  B,
  C,
  CoreBench,
  D,
  effectsOf,
  ManagerBench,
  messagesOf,
  sentTo,
} from '../support/core-bench.js';

const request = (fields: { term: number; tail?: Position; preVote?: boolean; transfer?: boolean }) =>
  ({ kind: 'voteRequest', tail: at(4, 10), preVote: false, transfer: false, ...fields }) as const;

const answer = (effects: ReturnType<CoreBench['hear']>) => messagesOf(effects, 'voteReply')[0];

test.each([
  { tail: at(4, 10), granted: true, than: 'the same' },
  { tail: at(4, 11), granted: true, than: 'longer' },
  { tail: at(5, 1), granted: true, than: 'of a newer term, though shorter' },
  { tail: at(4, 9), granted: false, than: 'shorter' },
  { tail: at(3, 99), granted: false, than: 'of an older term, though longer' },
])('vote: candidate with a history $than: granted is $granted', ({ tail, granted }) => {
  for (const preVote of [false, true]) {
    const bench = new CoreBench().pass(LEASE_MS);
    const effects = bench.hear(B, request({ term: 6, tail, preVote }));
    expect(answer(effects)).toMatchObject({ preVote, granted });
  }
});

test('vote: granted: is on disk before it is sent', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  const effects = bench.hear(B, request({ term: 6 }));
  expect(effects.at(-1)).toEqual({
    kind: 'send',
    to: B,
    message: { kind: 'voteReply', term: 6, preVote: false, granted: true, memory: 'sure', canStand: true },
  });
  const saves = effectsOf(effects.slice(0, -1), 'saveHardState');
  expect(saves.map(({ hard }) => hard)).toEqual([{ term: 6, votedFor: B }]);
});

test('vote: refused for an old history: the higher term is taken over all the same', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  const effects = bench.hear(B, request({ term: 6, tail: at(1, 1) }));
  expect(effectsOf(effects, 'saveHardState').map(({ hard }) => hard)).toEqual([
    { term: 6, votedFor: undefined },
  ]);
  expect(answer(effects)).toEqual({
    kind: 'voteReply',
    term: 6,
    preVote: false,
    granted: false,
    memory: 'sure',
    canStand: true,
  });
});

test.each([
  { votedFor: undefined, granted: true, saves: 1 },
  { votedFor: B, granted: true, saves: 0 },
  { votedFor: C, granted: false, saves: 0 },
  { votedFor: A, granted: false, saves: 0 },
])(
  'vote: in its own term, vote given to $votedFor: b gets it is $granted',
  ({ votedFor, granted, saves }) => {
    const bench = new CoreBench({ hard: { term: 6, votedFor } }).pass(LEASE_MS);
    const effects = bench.hear(B, request({ term: 6 }));
    expect(answer(effects)).toMatchObject({ term: 6, granted });
    expect(effectsOf(effects, 'saveHardState')).toHaveLength(saves);
  },
);

test('vote: one a term: the second candidate of a term is refused, the next term is free again', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  expect(answer(bench.hear(B, request({ term: 6 })))?.granted).toBe(true);
  expect(answer(bench.hear(C, request({ term: 6 })))?.granted).toBe(false);
  expect(answer(bench.hear(B, request({ term: 6 })))?.granted).toBe(true);
  expect(answer(bench.hear(C, request({ term: 7 })))?.granted).toBe(true);
});

test('vote: request of an older term: is refused with the newer one, nothing is saved', () => {
  for (const preVote of [false, true]) {
    const bench = new CoreBench({ hard: { term: 6, votedFor: undefined } }).pass(LEASE_MS);
    const effects = bench.hear(B, request({ term: 5, preVote }));
    expect(effects).toHaveLength(1);
    expect(answer(effects)).toEqual({
      kind: 'voteReply',
      term: 6,
      preVote,
      granted: false,
      memory: 'sure',
      canStand: true,
    });
  }
});

test('vote: for the present term, whose manager is known: is refused when the lease is over too', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  bench.heartbeat(C, 6);
  bench.pass(2 * LEASE_MS);
  expect(answer(bench.hear(B, request({ term: 6, tail: at(9, 99) })))?.granted).toBe(false);
});

test.each([
  { afterMs: 0, granted: false },
  { afterMs: LEASE_MS - 1, granted: false },
  { afterMs: LEASE_MS, granted: true },
])('vote: manager heard $afterMs ms ago: granted is $granted', ({ afterMs, granted }) => {
  for (const preVote of [false, true]) {
    for (const listen of [
      (bench: CoreBench) => bench.heartbeat(C, 4),
      (bench: CoreBench) => bench.append(C, { term: 4, previous: at(4, 10) }),
    ]) {
      const bench = new CoreBench().pass(5 * LEASE_MS);
      listen(bench);
      const effects = bench.pass(afterMs).hear(B, request({ term: 5, preVote }));
      expect(answer(effects)?.granted).toBe(granted);
    }
  }
});

test('vote: under the lease: not even the term is taken over', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  bench.heartbeat(C, 4);
  const effects = bench.hear(B, request({ term: 99 }));
  expect(effectsOf(effects, 'saveHardState')).toEqual([]);
  expect(bench.view).toMatchObject({ term: 4, manager: C });
});

test('vote: right after a restart: a lease given before it is honoured', () => {
  expect(answer(new CoreBench().hear(B, request({ term: 6 })))?.granted).toBe(false);
});

test('vote: for a transfer: is granted under the lease, once', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  bench.heartbeat(C, 4);
  expect(answer(bench.hear(B, request({ term: 5, transfer: true })))?.granted).toBe(true);
  expect(answer(bench.hear(C, request({ term: 5, transfer: true })))?.granted).toBe(false);
});

test('vote: asked of the manager: is refused, but for a transfer, which it steps down for', () => {
  const bench = new ManagerBench();
  expect(answer(bench.hear(B, request({ term: 99, tail: at(9, 99) })))?.granted).toBe(false);
  expect(bench.view.isManager).toBe(true);
  const effects = bench.hear(B, request({ term: 99, tail: at(9, 99), transfer: true }));
  expect(answer(effects)?.granted).toBe(true);
  expect(effectsOf(effects, 'steppedDown')).toHaveLength(1);
});

test.each<{ health: Health; granted: boolean }>([
  { health: 'whole', granted: true },
  { health: 'healing', granted: true },
  { health: 'incomplete', granted: true },
  { health: 'blank', granted: false },
])('vote: asked of a brick that is $health: granted is $granted', ({ health, granted }) => {
  for (const transfer of [false, true]) {
    for (const preVote of [false, true]) {
      const bench = new CoreBench({ health }).pass(LEASE_MS);
      expect(answer(bench.hear(B, request({ term: 5, preVote, transfer })))?.granted).toBe(granted);
    }
  }
});

test('vote: asked by one that has left the members, and lacks the change: is refused', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  const effects = bench.hear(D, request({ term: 5, preVote: true, tail: at(4, 9) }));
  expect(sentTo(effects, D)).toMatchObject([{ granted: false }]);
  expect(bench.view.term).toBe(4);
});

test('pre-vote: granted: binds nobody and raises no term', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  for (const from of [B, C]) {
    const effects = bench.hear(from, request({ term: 5, preVote: true }));
    expect(sentTo(effects, from)).toEqual([
      { kind: 'voteReply', term: 5, preVote: true, granted: true, memory: 'sure', canStand: true },
    ]);
    expect(effects).toHaveLength(1);
  }
  expect(bench.view.term).toBe(4);
});

test('pre-vote: for the term that is already there: is refused', () => {
  const bench = new CoreBench().pass(LEASE_MS);
  expect(answer(bench.hear(B, request({ term: 4, preVote: true })))?.granted).toBe(false);
});
