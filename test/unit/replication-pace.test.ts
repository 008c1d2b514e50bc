import { expect, test } from 'vitest';
import type { BrickId } from '../../src/core/ids.js';
import {
  bar,
  isBarred,
  isHoldingUp,
  newPace,
  noteAcknowledged,
  noteDeparture,
  noteSent,
  type Pace,
} from '../../src/replication/pace.js';
import { BAR_MS_MAX, BAR_MS_MIN, FLAP_COUNT } from '../../src/replication/timing.js';
import type { Effect } from '../../src/replication/core-state.js';
import { at, B, C, CoreBench, ManagerBench } from '../support/core-bench.js';

const OTHERS_MS = [2];

/** Acknowledgements that take so long each, one after the other. @returns the time after the last. */
function acknowledge(pace: Pace, timesMs: readonly number[], othersMs = OTHERS_MS, fromMs = 0): number {
  let nowMs = fromMs;
  for (const [place, timeMs] of timesMs.entries()) {
    noteSent(pace, place, nowMs);
    nowMs += timeMs;
    noteAcknowledged(pace, place, nowMs, othersMs);
  }
  return nowMs;
}

test.each([
  { timesMs: [500, 500, 500, 500, 500], othersMs: [2], holdsUp: true, case: 'slow for long' },
  { timesMs: [500, 500, 500], othersMs: [2], holdsUp: false, case: 'slow three times' },
  {
    timesMs: [500, 10, 10, 500, 10, 10, 500, 10, 10, 500, 10, 10, 500],
    othersMs: [2],
    holdsUp: true,
    case: 'slow for long, quick in between',
  },
  {
    timesMs: Array.from({ length: 1_000 }, (_, nth) => (nth % 50 === 0 ? 200 : 10)),
    othersMs: [2],
    holdsUp: false,
    case: 'slow for a moment now and then',
  },
  { timesMs: [120, 120, 120], othersMs: [2], holdsUp: false, case: 'slow for a moment' },
  { timesMs: [500, 500, 500, 500, 500], othersMs: [200], holdsUp: false, case: 'no slower than the others' },
  { timesMs: [500, 500, 500, 500, 500], othersMs: [], holdsUp: false, case: 'the only other one' },
])('pace: $case: holds up the others is $holdsUp', ({ timesMs, othersMs, holdsUp }) => {
  const pace = newPace();
  const nowMs = acknowledge(pace, timesMs, othersMs);
  expect(isHoldingUp(pace, nowMs)).toBe(holdsUp);
});

test('pace: barred again and again: stays out for twice as long each time, up to a bound', () => {
  const pace = newPace();
  const lengthsMs = [0, 0, 0, 0, 0].map(() => {
    bar(pace, 1_000);
    return pace.barredUntilMs - 1_000;
  });
  expect(lengthsMs).toEqual([BAR_MS_MIN, 2 * BAR_MS_MIN, 4 * BAR_MS_MIN, BAR_MS_MAX, BAR_MS_MAX]);
});

test('pace: left too often in a short time: is barred', () => {
  const pace = newPace();
  const barred = Array.from({ length: FLAP_COUNT }, (_, count) => {
    noteDeparture(pace, count * 1_000);
    return isBarred(pace, count * 1_000);
  });
  expect(barred).toEqual([...Array.from({ length: FLAP_COUNT - 1 }, () => false), true]);
});

test('pace: time is over but it was slow of late: stays out, until that is forgotten', () => {
  const pace = newPace();
  bar(pace, 0);
  const endMs = acknowledge(pace, [400, 400, 400], OTHERS_MS, BAR_MS_MIN);
  expect(isBarred(pace, endMs)).toBe(true);
  expect(isBarred(pace, endMs + 5_000)).toBe(false);
});

/** Both others in sync with the first entry of the manager. */
function bothInSync(): ManagerBench {
  const bench = new ManagerBench();
  bench.stored(11);
  for (const peer of [B, C]) {
    bench.standing(peer);
    bench.reply(peer, 11);
  }
  return bench;
}

/** C acknowledges each change 600 ms after B. */
function slowRounds(bench: ManagerBench, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    bench.propose();
    const { index } = bench.view.tail;
    bench.stored(index);
    bench.pass(1).reply(B, index);
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
    bench.pass(600).reply(C, index);
  }
}

test('manager: one brick is slower than the other for long: leaves the in-sync set, and is fed on', () => {
  const bench = bothInSync();
  slowRounds(bench, 4);
  expect(bench.view.peers.get(C)).toMatchObject({ inSync: false, feed: { kind: 'streaming' } });
  bench.propose();
  const { index } = bench.view.tail;
  bench.stored(index);
  bench.reply(B, index);
  expect(bench.view.commitIndex).toBe(index);
});

test('manager: the other one goes away too: the slow brick is needed, and back at once', () => {
  const bench = bothInSync();
  slowRounds(bench, 4);
  bench.on({ kind: 'linkDown', peer: B });
  expect(bench.view.peers.get(C)?.inSync).toBe(true);
});

/** The manager's own disk takes 600 ms for each change, those of the others 1 ms. */
function slowOwnRounds(bench: ManagerBench, rounds: number): Effect[] {
  return Array.from({ length: rounds }, () => {
    bench.propose();
    const { index } = bench.view.tail;
    for (const peer of [B, C]) bench.pass(1).reply(peer, index);
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
    return [...bench.pass(600).stored(index), ...bench.tick()];
  }).flat();
}

const asksIn = (effects: readonly Effect[]): Effect[] => effects.filter(({ kind }) => kind === 'giveWay');

test('manager: its own disk is slower than the others for long: asks for another manager, once', () => {
  const bench = bothInSync();
  expect(asksIn(slowOwnRounds(bench, 6))).toEqual([{ kind: 'giveWay', to: B, atOnce: false }]);
});

/** All disks take 1 ms for each change. */
function quickRounds(bench: ManagerBench, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    bench.propose();
    const { index } = bench.view.tail;
    bench.pass(1).stored(index);
    for (const peer of [B, C]) bench.reply(peer, index);
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
  }
}

/** The manager's own disk hangs with one more change, which `having` have after 1 ms. */
function hang(bench: ManagerBench, seconds: number, having: readonly BrickId[] = [B, C]): Effect[] {
  bench.propose();
  const { index } = bench.view.tail;
  bench.pass(1);
  for (const peer of having) bench.reply(peer, index);
  return Array.from({ length: seconds * 10 }, () => {
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
    return bench.pass(100).tick();
  }).flat();
}

test('manager: one write of its own disk takes seconds, the others are quick: asks one of them to take over at once', () => {
  const bench = bothInSync();
  quickRounds(bench, 5);
  expect(asksIn(hang(bench, 2))).toEqual([{ kind: 'giveWay', to: B, atOnce: true }]);
});

test('manager: its own disk hangs, and nothing comes of asking: asks again, after a while', () => {
  const bench = bothInSync();
  quickRounds(bench, 5);
  expect(asksIn(hang(bench, 13))).toHaveLength(3);
});

test('manager: its own disk hangs soon after the others were slow for a moment: asks nevertheless', () => {
  const bench = bothInSync();
  quickRounds(bench, 5);
  for (const slow of [B, C]) {
    bench.propose();
    const { index } = bench.view.tail;
    bench.pass(1).stored(index);
    bench.reply(slow === B ? C : B, index);
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
    bench.pass(300).reply(slow, index);
  }
  expect(asksIn(hang(bench, 5))).toEqual([
    { kind: 'giveWay', to: expect.any(String) as string, atOnce: true },
  ]);
});

test('manager: its own disk hangs, one of the others has not got the change either: waits', () => {
  const bench = bothInSync();
  quickRounds(bench, 5);
  expect(asksIn(hang(bench, 1, [B]))).toEqual([]);
});

test('manager: its own disk hangs, how fast the others are is hardly known: waits', () => {
  const bench = bothInSync();
  quickRounds(bench, 2);
  expect(asksIn(hang(bench, 5))).toEqual([]);
});

test('manager: its own disk hangs, the others are slow themselves: waits', () => {
  const bench = bothInSync();
  for (let round = 0; round < 8; round++) {
    bench.propose();
    const { index } = bench.view.tail;
    bench.pass(450).stored(index);
    for (const peer of [B, C]) bench.reply(peer, index);
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
  }
  expect(asksIn(hang(bench, 5))).toEqual([]);
});

test('manager: everything stood still: its own disk is not to blame', () => {
  const bench = bothInSync();
  bench.propose();
  const effects = bench.pass(3_000).tick();
  expect(effects.filter(({ kind }) => kind === 'giveWay')).toEqual([]);
});

test('manager: all disks are slow: stays', () => {
  const bench = bothInSync();
  for (let round = 0; round < 8; round++) {
    bench.propose();
    const { index } = bench.view.tail;
    bench.pass(500);
    for (const peer of [B, C]) bench.reply(peer, index);
    const effects = [...bench.pass(20).stored(index), ...bench.tick()];
    expect(effects.filter(({ kind }) => kind === 'giveWay')).toEqual([]);
    for (const peer of [B, C]) bench.standing(peer, { tail: at(5, index) });
  }
});

test('campaign: asked by a manager whose disk is slow: does not wait for it as manager', () => {
  const bench = new CoreBench();
  bench.heartbeat(B, 4);
  bench.hear(B, { kind: 'campaign', term: 4, isSlow: true });
  const vote = {
    kind: 'voteReply',
    term: 5,
    preVote: false,
    granted: true,
    memory: 'sure',
    canStand: true,
  } as const;
  bench.hear(C, vote);
  const { peers } = bench.view;
  expect([isBarred(peers.get(B)!.pace, bench.nowMs), isBarred(peers.get(C)!.pace, bench.nowMs)]).toEqual([
    true,
    false,
  ]);
});

test('pace: slow for minutes, then quick: is let in again within the longest bar', () => {
  const pace = newPace();
  const lastSlowMs = acknowledge(
    pace,
    Array.from({ length: 60 }, () => 4_000),
  );
  bar(pace, lastSlowMs);
  expect(isBarred(pace, lastSlowMs + BAR_MS_MAX - 1_000)).toBe(true);
  expect(isBarred(pace, lastSlowMs + BAR_MS_MAX)).toBe(false);
});
