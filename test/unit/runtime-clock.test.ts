import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { SystemClock, untilNextBeatMs } from '../../src/runtime/clock.js';

const BEAT_MS = 100;

test('clock: another process of this machine: has the same time', () => {
  const clock = new SystemClock();
  const beforeMs = clock.monotonicMs();
  const script = 'console.log(performance.timeOrigin + performance.now())';
  const theirsMs = Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
  // The wall's clock, from which both begin, may have been set by a little between their starts.
  expect(theirsMs).toBeGreaterThan(beforeMs - BEAT_MS);
  expect(theirsMs).toBeLessThan(clock.monotonicMs() + BEAT_MS);
});

test.each([
  { nowMs: 1_000, leftMs: 100 },
  { nowMs: 1_000.5, leftMs: 99.5 },
  { nowMs: 1_099.75, leftMs: 0.25 },
])('clock: at $nowMs ms the next beat is in $leftMs ms', ({ nowMs, leftMs }) => {
  expect(untilNextBeatMs(nowMs, BEAT_MS)).toBe(leftMs);
});
