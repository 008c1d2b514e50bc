import { beforeEach, expect, test } from 'vitest';
import { TickTimer } from '../../src/volume/replica/tick-timer.js';
import { ManualClock } from '../support/manual-clock.js';

let clock: ManualClock;
let ticksAtMs: number[];
let timer: TickTimer;

beforeEach(() => {
  clock = new ManualClock();
  ticksAtMs = [];
  timer = new TickTimer(clock, () => ticksAtMs.push(clock.monotonicMs()));
});

async function pass(untilMs: number): Promise<void> {
  while (clock.monotonicMs() < untilMs) await clock.advance(1);
}

test('tick timer: needed at a time: ticks then, once', async () => {
  timer.need(clock.monotonicMs() + 5);
  const dueAtMs = clock.monotonicMs() + 5;
  await pass(dueAtMs + 20);
  expect(ticksAtMs).toEqual([dueAtMs]);
});

test('tick timer: needed sooner than before: ticks at the sooner time only', async () => {
  const nowMs = clock.monotonicMs();
  timer.need(nowMs + 10);
  timer.need(nowMs + 4);
  await pass(nowMs + 20);
  expect(ticksAtMs).toEqual([nowMs + 4]);
});

test('tick timer: needed later than before: ticks at the time before, where whoever needs it says so again', async () => {
  const nowMs = clock.monotonicMs();
  timer.need(nowMs + 4);
  timer.need(nowMs + 10);
  await pass(nowMs + 5);
  timer.need(nowMs + 10);
  await pass(nowMs + 20);
  expect(ticksAtMs).toEqual([nowMs + 4, nowMs + 10]);
});

test('tick timer: stopped: ticks no more, until it is needed again', async () => {
  const nowMs = clock.monotonicMs();
  timer.need(nowMs + 4);
  timer.stop();
  await pass(nowMs + 8);
  expect(ticksAtMs).toEqual([]);
  timer.need(nowMs + 12);
  await pass(nowMs + 12);
  expect(ticksAtMs).toEqual([nowMs + 12]);
});
