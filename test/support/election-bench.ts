/** A core on its way to become manager. */
import { expect } from 'vitest';
import { ELECTION_TIMEOUT_MS_MAX } from '../../src/replication/timing.js';
import { CoreBench } from './core-bench.js';

/** To a request for a vote, or for a promise of one. */
export const reply = (term: number, fields: { preVote?: boolean; granted?: boolean } = {}) =>
  ({
    kind: 'voteReply',
    term,
    preVote: false,
    granted: true,
    memory: 'sure',
    canStand: true,
    ...fields,
  }) as const;

/** At the moment when it stands for election of itself. */
export const impatient = (restored: ConstructorParameters<typeof CoreBench>[0] = {}): CoreBench =>
  new CoreBench(restored).pass(ELECTION_TIMEOUT_MS_MAX);

/** In term 5, for which it has just asked everybody's vote. */
export function candidate(restored: ConstructorParameters<typeof CoreBench>[0] = {}): CoreBench {
  const bench = impatient(restored);
  bench.tick();
  for (const member of bench.view.members.slice(1)) bench.hear(member, reply(5, { preVote: true }));
  expect(bench.view.term).toBe(5);
  return bench;
}
