import { expect, test } from 'vitest';
import { brickId } from '../../src/core/ids.js';
import type { Effect } from '../../src/replication/core-state.js';
import type { Memory, Message } from '../../src/replication/message.js';
import { DOUBT_PATIENCE_MS, ELECTION_TIMEOUT_MS_MAX } from '../../src/replication/timing.js';
import { A, at, B, C, CoreBench, entry, ManagerBench, messagesOf } from '../support/core-bench.js';

type Answer = 'grants' | 'refuses' | 'refuses and cannot stand' | 'is silent';

interface Ballot {
  readonly own: Memory;
  readonly b: readonly [Answer, Memory];
  readonly c: readonly [Answer, Memory];
  readonly late?: boolean;
}

/** Whether A, which asks B and C, goes on from the pre-vote to stand for election. */
function stands({ own, b, c, late = false }: Ballot): boolean {
  const bench = new CoreBench({ isDoubtful: own === 'doubtful' });
  bench.pass(late ? DOUBT_PATIENCE_MS : ELECTION_TIMEOUT_MS_MAX).tick();
  for (const [from, [answer, memory]] of [
    [B, b],
    [C, c],
  ] as const) {
    if (answer === 'is silent') continue;
    const granted = answer === 'grants';
    const term = granted ? 5 : 4;
    const canStand = answer !== 'refuses and cannot stand';
    const reply: Message = { kind: 'voteReply', term, preVote: true, granted, memory, canStand };
    bench.hear(from, reply);
  }
  return bench.view.term === 5;
}

test.each([
  { own: 'sure', b: ['grants', 'sure'], c: ['is silent', 'sure'], elected: true },
  { own: 'sure', b: ['grants', 'doubtful'], c: ['is silent', 'sure'], elected: false },
  { own: 'doubtful', b: ['grants', 'sure'], c: ['is silent', 'sure'], elected: false },
  { own: 'doubtful', b: ['grants', 'sure'], c: ['grants', 'sure'], elected: true },
  { own: 'doubtful', b: ['grants', 'doubtful'], c: ['grants', 'doubtful'], elected: true },
  { own: 'doubtful', b: ['grants', 'doubtful'], c: ['is silent', 'sure'], elected: false },
  { own: 'doubtful', b: ['grants', 'doubtful'], c: ['refuses', 'sure'], elected: false },
  { own: 'sure', b: ['grants', 'doubtful'], c: ['refuses', 'none'], elected: true },
  { own: 'doubtful', b: ['grants', 'doubtful'], c: ['is silent', 'sure'], late: true, elected: true },
  { own: 'sure', b: ['grants', 'doubtful'], c: ['is silent', 'sure'], late: true, elected: false },
  { own: 'sure', b: ['grants', 'doubtful'], c: ['refuses', 'sure'], late: true, elected: false },
  {
    own: 'sure',
    b: ['grants', 'doubtful'],
    c: ['refuses and cannot stand', 'sure'],
    late: true,
    elected: true,
  },
] as const)(
  'doubt: own memory $own, others $b and $c, late $late: elected is $elected',
  ({ elected, ...ballot }) => {
    expect(stands(ballot)).toBe(elected);
  },
);

test.each([
  { health: 'whole', isDoubtful: false, memory: 'sure' },
  { health: 'whole', isDoubtful: true, memory: 'doubtful' },
  { health: 'healing', isDoubtful: true, memory: 'doubtful' },
  { health: 'blank', isDoubtful: false, memory: 'none' },
] as const)(
  'doubt: a $health voter, doubtful $isDoubtful: says that it remembers: $memory',
  ({ health, isDoubtful, memory }) => {
    const bench = new CoreBench({ health, isDoubtful }).pass(ELECTION_TIMEOUT_MS_MAX);
    const request = {
      kind: 'voteRequest',
      term: 5,
      tail: at(4, 10),
      preVote: false,
      transfer: false,
    } as const;
    const [answer] = messagesOf(bench.hear(B, request), 'voteReply');
    expect(answer).toMatchObject({ memory, granted: health !== 'blank', canStand: health === 'whole' });
  },
);

test('doubt: a blank brick, which knows no members: answers that it has nothing to add', () => {
  const bench = new CoreBench({ health: 'blank', members: [] }).pass(ELECTION_TIMEOUT_MS_MAX);
  const request = { kind: 'voteRequest', term: 5, tail: at(4, 10), preVote: true, transfer: false } as const;
  expect(messagesOf(bench.hear(B, request), 'voteReply')).toMatchObject([{ granted: false, memory: 'none' }]);
});

const ended = (effects: readonly Effect[]): boolean => effects.some(({ kind }) => kind === 'doubtEnded');

test('doubt: ends once an entry of the present manager and all it calls committed are stored', () => {
  const bench = new CoreBench({ isDoubtful: true });
  const heartbeat = bench.heartbeat(B, 5, 12);
  const entries = [entry(4, 11), entry(5, 12), entry(5, 13)];
  const append = bench.append(B, { term: 5, previous: at(4, 10), commitIndex: 12, entries });
  const older = bench.stored(11);
  expect([heartbeat, append, older].map(ended)).toEqual([false, false, false]);
  expect(bench.view.isDoubtful).toBe(true);
  expect(ended(bench.stored(12))).toBe(true);
  expect(bench.view.isDoubtful).toBe(false);
});

test('doubt: entries of the present manager, but not all that it calls committed: goes on', () => {
  const bench = new CoreBench({ isDoubtful: true });
  bench.append(B, { term: 5, previous: at(4, 10), commitIndex: 14, entries: [entry(5, 11)] });
  expect(ended(bench.stored(11))).toBe(false);
});

test('doubt: ends with a heal by the present manager', () => {
  const bench = new CoreBench({ isDoubtful: true });
  bench.heartbeat(B, 5, 20);
  bench.on({ kind: 'healBegun', health: 'healing', baseIndex: 10 });
  const members = [A, B, C].map((id) => brickId(id));
  const healed = bench.on({ kind: 'healed', term: 5, tail: at(5, 20), commitIndex: 20, members });
  expect(ended(healed)).toBe(true);
});

test('doubt: elected by all that is left: ends with its first commit', () => {
  const bench = new ManagerBench({ isDoubtful: true });
  expect(bench.view).toMatchObject({ isManager: true, isDoubtful: true });
  bench.stored(11);
  bench.standing(B);
  expect(ended(bench.reply(B, 11))).toBe(true);
});

test('manager: a brick that was restarted without its connection having broken: is fed anew', () => {
  const bench = new ManagerBench();
  bench.standing(B);
  bench.stored(11);
  bench.reply(B, 11);
  const before = bench.view.peers.get(B)?.feed;
  const effects = bench.standing(B, { incarnation: 2, tail: at(4, 10) });
  const after = bench.view.peers.get(B);
  expect(before).toMatchObject({ kind: 'streaming', feedId: 1 });
  expect(after).toMatchObject({ inSync: false, feed: { kind: 'streaming', feedId: 2, matchIndex: 0 } });
  expect(messagesOf(effects, 'append')[0]).toMatchObject({ previous: at(4, 10), feedId: 2 });
});

test.each([
  { memory: 'sure', isDoubtful: false, cut: false },
  { memory: 'doubtful', isDoubtful: true, cut: true },
] as const)(
  'doubt: elected by bricks that are $memory: says in its first entry that something may be forgotten: $cut',
  ({ memory, isDoubtful, cut }) => {
    const bench = new CoreBench({ isDoubtful });
    bench.pass(ELECTION_TIMEOUT_MS_MAX).tick();
    const grant = (preVote: boolean): Effect[] =>
      [B, C].flatMap((voter) =>
        bench.hear(voter, {
          kind: 'voteReply',
          term: 5,
          preVote,
          granted: true,
          memory,
          canStand: true,
        }),
      );
    const effects = [...grant(true), ...grant(false)];
    const stored = effects.flatMap((effect) => (effect.kind === 'store' ? effect.entries : []));
    expect(stored.map(({ edits }) => edits.length)).toEqual([cut ? 1 : 0]);
  },
);

test.each<{ what: string; restored: ConstructorParameters<typeof CoreBench>[0] }>([
  { what: 'a new and empty brick', restored: { health: 'blank', members: [] } },
  { what: 'a brick that was away, and is being healed', restored: { health: 'healing' } },
])(
  'doubt: $what, asked by one of a later term: answers in that term, so that it is heard',
  ({ restored }) => {
    const hard = { term: 0, votedFor: undefined };
    const bench = new CoreBench({ ...restored, hard, tail: at(0, 0), commitIndex: 0 });
    bench.pass(ELECTION_TIMEOUT_MS_MAX);
    const ask = { kind: 'voteRequest', tail: at(0, 0), transfer: false } as const;
    const asked = messagesOf(bench.hear(B, { ...ask, term: 5, preVote: true }), 'voteReply');
    expect(asked).toMatchObject([{ preVote: true }]);
    expect(bench.view.term).toBe(4);
    const stood = messagesOf(bench.hear(B, { ...ask, term: 5, preVote: false }), 'voteReply');
    expect(stood).toMatchObject([{ term: 5, preVote: false }]);
  },
);
