import { expect, test } from 'vitest';
import { AssertionError } from '../../src/core/assert.js';
import type { BrickId } from '../../src/core/ids.js';
import { membershipStep, type MembershipStep } from '../../src/volume/membership.js';
import { A, at, B, C, change, CoreBench, D, E, ManagerBench, messagesOf } from '../support/core-bench.js';

interface Case {
  readonly when: string;
  readonly members: readonly BrickId[];
  /** In sync with A, the manager. */
  readonly inSync: readonly BrickId[];
  /** Known to A, and not in sync. */
  readonly behind?: readonly BrickId[];
  readonly target: readonly BrickId[];
  readonly want: MembershipStep;
}

const viewOf = ({ members, inSync, behind = [] }: Case) => {
  const { view } = new ManagerBench();
  const peer = view.peers.get(B)!;
  const known = [...inSync, ...behind];
  const peers = new Map(known.map((brick) => [brick, { ...peer, inSync: inSync.includes(brick) }]));
  return { ...view, members, peers };
};

const ABC = [A, B, C];
const ABD = [A, B, D];

test.each<Case>([
  { when: 'all is as wanted', members: ABC, inSync: [B, C], target: ABC, want: { kind: 'arrived' } },
  {
    when: 'the new one is not known yet',
    members: ABC,
    inSync: [B, C],
    target: ABD,
    want: { kind: 'learn', brick: D },
  },
  {
    when: 'the new one is being healed',
    members: ABC,
    inSync: [B],
    behind: [C, D],
    target: ABD,
    want: { kind: 'wait' },
  },
  {
    when: 'the old one is alive',
    members: ABC,
    inSync: [B, C, D],
    target: ABD,
    want: { kind: 'change', members: [A, B, C, D] },
  },
  {
    when: 'the new one is a member',
    members: [A, B, C, D],
    inSync: [B, C, D],
    target: ABD,
    want: { kind: 'change', members: ABD },
  },
  {
    when: 'the old one is away',
    members: ABC,
    inSync: [B, D],
    behind: [C],
    target: ABD,
    want: { kind: 'change', members: [A, B] },
  },
  {
    when: 'the old one is away and so is another',
    members: ABC,
    inSync: [D],
    behind: [B, C],
    target: ABD,
    want: { kind: 'wait' },
  },
  {
    when: 'the old one has left already',
    members: [A, B],
    inSync: [B, D],
    target: ABD,
    want: { kind: 'change', members: ABD },
  },
  {
    when: 'the old one is the manager itself',
    members: [A, B, C, D],
    inSync: [B, C, D],
    target: [B, C, D],
    want: { kind: 'handOver', to: B },
  },
  {
    when: 'it is taken back',
    members: [A, B, C, D],
    inSync: [B, C],
    behind: [D],
    target: ABC,
    want: { kind: 'change', members: ABC },
  },
])('members: $when: $want.kind', ({ want, ...facts }) => {
  expect(membershipStep(viewOf({ want, ...facts }), A, facts.target)).toEqual(want);
});

test.each([
  { what: 'two at a time', members: [A, B, D] },
  { what: 'without the manager', members: [B, C] },
])('members: changed $what: is a bug, and stops the process', ({ members }) => {
  const bench = new ManagerBench().settle();
  expect(() => bench.propose({ ...change(), members })).toThrow(AssertionError);
});

test('members: changed before the last change is committed: is a bug, and stops the process', () => {
  const bench = new ManagerBench().settle();
  bench.propose({ ...change(), members: [A, B, C, D] });
  expect(() => bench.propose({ ...change(), members: [A, B, C, D, E] })).toThrow(AssertionError);
});

test('election: a candidate that is no member as far as the voter knows: has become one, and gets its vote', () => {
  const bench = new CoreBench();
  const tail = at(5, 12);
  const request = { kind: 'voteRequest', term: 6, tail, preVote: false, transfer: true } as const;
  expect(messagesOf(bench.hear(D, request), 'voteReply')).toMatchObject([{ granted: true }]);
});
