import { expect, test, vi } from 'vitest';
import { FairTurns, type Turn } from '../../brick/clients/fair-turns.js';
import { ManualClock } from '../support/manual-clock.js';

const BEGUN_MIN = 4;
const UNDER_WAY_MIN = 64;

class Bench {
  readonly clock = new ManualClock();
  readonly turns = new FairTurns(this.clock);
  readonly begun: Turn[] = [];

  ask(client: string, count: number): Turn[] {
    return Array.from({ length: count }, () => this.turns.ask(client, (turn) => this.begun.push(turn)));
  }

  begunBy(client: string): number {
    return this.begun.filter((turn) => turn.client === client).length;
  }
}

test('fair turns: who is alone: has everything at once, and needs no timer for that', () => {
  const bench = new Bench();
  const timers = vi.spyOn(bench.clock, 'after');
  bench.ask('a', 500);
  expect(bench.begunBy('a')).toBe(500);
  expect(timers).not.toHaveBeenCalled();
});

test('fair turns: a flood while another works: begins a few in one go, and the other whenever it asks', async () => {
  const bench = new Bench();
  bench.ask('honest', 2);
  bench.ask('flood', 500);
  expect(bench.begunBy('flood')).toBe(BEGUN_MIN);
  await bench.clock.advance(0);
  expect(bench.begunBy('flood')).toBe(2 * BEGUN_MIN);
  bench.ask('honest', 1);
  expect(bench.begunBy('honest')).toBe(3);
});

test('fair turns: a flood while another wants 30 at a time: begins as many in one go, not more', () => {
  const bench = new Bench();
  bench.ask('honest', 30);
  bench.ask('flood', 500);
  expect([bench.begunBy('honest'), bench.begunBy('flood')]).toEqual([30, 30]);
});

test('fair turns: nothing of a flood is answered: only so many are under way', async () => {
  const bench = new Bench();
  bench.ask('flood', 500);
  const all = bench.begun.splice(0);
  for (const turn of all) bench.turns.giveBack(turn);
  bench.ask('honest', 2);
  bench.ask('flood', 500);
  for (let tick = 0; tick < 40; tick++) await bench.clock.advance(0);
  // The 500 that it wanted before are no measure of what the other one wants.
  expect(bench.begunBy('flood')).toBe(UNDER_WAY_MIN);
});

test('fair turns: one other question now and then: is no work that anybody is held up for', () => {
  const bench = new Bench();
  bench.ask('idle', 1);
  bench.ask('busy', 500);
  expect(bench.begunBy('busy')).toBe(500);
});

test('fair turns: the others have asked for nothing lately: who waits has everything', async () => {
  const bench = new Bench();
  bench.ask('honest', 2);
  for (const turn of bench.begun.splice(0)) bench.turns.giveBack(turn);
  bench.ask('flood', 20);
  expect(bench.begunBy('flood')).toBe(BEGUN_MIN);
  await bench.clock.advance(1_200);
  expect(bench.begunBy('flood')).toBe(20);
});

test('fair turns: requests that wait for something else: do not keep all those behind them waiting', async () => {
  const bench = new Bench();
  bench.ask('honest', 2);
  bench.ask('stuck', 200);
  for (let tick = 0; tick < 40; tick++) await bench.clock.advance(0);
  expect(bench.begunBy('stuck')).toBe(UNDER_WAY_MIN);
  await bench.clock.advance(60);
  expect(bench.begunBy('stuck')).toBeGreaterThan(UNDER_WAY_MIN);
});

test('fair turns: who waits leaves: what he waited for never begins', async () => {
  const bench = new Bench();
  bench.ask('honest', 2);
  const waiting = bench.ask('flood', 20).filter(({ hasBegun }) => !hasBegun);
  bench.turns.leave('flood', new Set(waiting));
  await bench.clock.advance(1_200);
  expect(bench.begunBy('flood')).toBe(BEGUN_MIN);
});

/** Works at `a` for a second: `sideBySide` at a time, each of them taking 5 ms. */
async function workFor(bench: Bench, client: string, sideBySide: number): Promise<void> {
  for (let step = 0; step < 200; step++) {
    const turns = bench.ask(client, sideBySide);
    await bench.clock.advance(5);
    for (const turn of turns.filter(({ hasBegun }) => hasBegun)) bench.turns.giveBack(turn);
    for (const turn of bench.begun.filter((one) => one.client === 'flood')) bench.turns.giveBack(turn);
  }
}

test('fair turns: a flood of 500 beside one that is busy all the time: has a turn for each three of its', async () => {
  const bench = new Bench();
  await workFor(bench, 'honest', 2);
  bench.ask('flood', 500);
  const before = bench.begunBy('flood');
  await workFor(bench, 'honest', 2);
  const share = (bench.begunBy('flood') - before) / 400;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.45);
});

test('fair turns: a flood of 500 beside one that asks now and then: is not held to a share', async () => {
  const bench = new Bench();
  bench.ask('flood', 500);
  for (let step = 0; step < 10; step++) {
    for (const turn of bench.ask('light', 1)) {
      await bench.clock.advance(5);
      bench.turns.giveBack(turn);
    }
    await bench.clock.advance(95);
    for (const turn of bench.begun.filter((one) => one.client === 'flood')) bench.turns.giveBack(turn);
  }
  expect(bench.begunBy('flood')).toBe(500);
});
