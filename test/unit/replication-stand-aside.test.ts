import { expect, test } from 'vitest';
import { ELECTION_TIMEOUT_MS_MAX, RELUCTANCE_MS } from '../../src/replication/timing.js';
import { B, effectsOf, ManagerBench, messagesOf } from '../support/core-bench.js';

test('stand aside: no majority in sync: steps down, and lets the others stand first', () => {
  const bench = new ManagerBench();
  expect(effectsOf(bench.on({ kind: 'standAside' }), 'steppedDown')).toHaveLength(1);
  expect(bench.view).toMatchObject({ isManager: false, manager: undefined });
  expect(messagesOf(bench.pass(ELECTION_TIMEOUT_MS_MAX).tick(), 'voteRequest')).toEqual([]);
  expect(messagesOf(bench.pass(RELUCTANCE_MS).tick(), 'voteRequest')).not.toEqual([]);
});

test('stand aside: a majority is in sync, or it is no manager: does nothing', () => {
  const bench = new ManagerBench();
  bench.stored(bench.view.tail.index);
  bench.catchUp(B);
  expect(bench.on({ kind: 'standAside' })).toEqual([]);
  expect(bench.view.isManager).toBe(true);
  const follower = new ManagerBench();
  follower.heartbeat(B, follower.term + 1);
  expect(follower.on({ kind: 'standAside' })).toEqual([]);
});
