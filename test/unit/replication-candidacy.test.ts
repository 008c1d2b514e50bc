/** How long a candidate waits for its votes, and which ones count. */
import { expect, test } from 'vitest';
import { ELECTION_TIMEOUT_MS_MAX } from '../../src/replication/timing.js';
import { B, C, type CoreBench } from '../support/core-bench.js';
import { candidate, impatient, reply } from '../support/election-bench.js';

test('election: nobody answers in time: each candidacy waits twice as long for its votes, and votes that come then count', () => {
  const bench = impatient();
  const patiencesMs = [1, 2, 4, 8, 8].map((factor, attempt) => {
    bench.tick();
    for (const member of [B, C]) bench.hear(member, reply(5 + attempt, { preVote: true }));
    expect(bench.view.term).toBe(5 + attempt);
    bench.on({ kind: 'hardStateSaved' });
    const patienceMs = bench.core.nextTickAtMs - bench.nowMs;
    bench.pass(patienceMs);
    return patienceMs / factor;
  });
  expect(new Set(patiencesMs).size).toBe(1);
  bench.pass(-1).hear(B, reply(9));
  expect(bench.view.isManager).toBe(true);
});

test('election: a vote that comes after the next try has begun: counts, for its term is still the same', () => {
  const bench = candidate();
  bench.on({ kind: 'hardStateSaved' });
  bench.pass(bench.core.nextTickAtMs - bench.nowMs).tick();
  expect(bench.view.term).toBe(5);
  bench.hear(B, reply(5));
  expect(bench.view).toMatchObject({ isManager: true, term: 5 });
});

test('election: a vote for a candidacy of an earlier term: does not count', () => {
  const bench = candidate();
  bench.on({ kind: 'hardStateSaved' });
  bench.pass(bench.core.nextTickAtMs - bench.nowMs).tick();
  bench.hear(C, reply(6, { granted: false }));
  bench.pass(ELECTION_TIMEOUT_MS_MAX).tick();
  bench.hear(B, reply(5));
  bench.hear(B, reply(6));
  expect(bench.view.isManager).toBe(false);
});

test('election: its own vote took long to be on disk: it waits so much longer for the others', () => {
  const [quick, slow] = [candidate(), candidate()];
  quick.on({ kind: 'hardStateSaved' });
  slow.pass(700).on({ kind: 'hardStateSaved' });
  const patienceMs = ({ core, nowMs }: CoreBench) => core.nextTickAtMs - nowMs;
  expect(patienceMs(slow)).toBe(patienceMs(quick) + 700);
});

test('election: a manager was known meanwhile: the next candidacy waits no longer than the first', () => {
  const bench = candidate();
  bench.on({ kind: 'hardStateSaved' });
  const patienceMs = bench.core.nextTickAtMs - bench.nowMs;
  bench.heartbeat(C, 5);
  bench.pass(ELECTION_TIMEOUT_MS_MAX).tick();
  bench.hear(B, reply(6, { preVote: true }));
  expect(bench.view.term).toBe(6);
  bench.on({ kind: 'hardStateSaved' });
  expect(bench.core.nextTickAtMs - bench.nowMs).toBe(patienceMs);
});
