import { expect, test } from 'vitest';
import { HealPace } from '../../src/volume/replica/heal-pace.js';
import { ManualClock } from '../support/manual-clock.js';

/** How long a heal rests after a batch that took 30 ms. */
async function restMs(fields: { readonly share: number; readonly usedAgoMs: number }): Promise<number> {
  const clock = new ManualClock();
  await clock.advance(10_000);
  const usedAtMs = clock.monotonicMs() - fields.usedAgoMs;
  const pace = new HealPace({ clock, lastUsedAtMs: () => usedAtMs, share: () => fields.share });
  await clock.advance(30);
  const begunAtMs = clock.monotonicMs();
  let restedMs: number | undefined;
  const rest = pace.rest().then(() => (restedMs = clock.monotonicMs() - begunAtMs));
  await clock.advance(0);
  while (restedMs === undefined) await clock.advance(1);
  await rest;
  return restedMs;
}

test.each([
  { share: 0.25, usedAgoMs: 10, rest: 90, case: 'clients at work' },
  { share: 0.1, usedAgoMs: 10, rest: 270, case: 'clients at work, gentle' },
  { share: 0.01, usedAgoMs: 10, rest: 1_000, case: 'clients at work, no rest is endless' },
  { share: 1, usedAgoMs: 10, rest: 0, case: 'clients at work, but all the time is for the heal' },
  { share: 0.25, usedAgoMs: 5_000, rest: 0, case: 'no client at work' },
])('heal pace: $case: rests for $rest ms after 30 ms of work', async ({ share, usedAgoMs, rest }) => {
  expect(await restMs({ share, usedAgoMs })).toBe(rest);
});

test.each([
  { share: 0.25, usedAgoMs: 10, batches: 1 },
  { share: 1, usedAgoMs: 10, batches: 8 },
  { share: 0.25, usedAgoMs: 5_000, batches: 8 },
])(
  'heal pace: share $share, clients asked $usedAgoMs ms ago: $batches batches under way',
  async ({ share, usedAgoMs, batches }) => {
    const clock = new ManualClock();
    await clock.advance(10_000);
    const usedAtMs = clock.monotonicMs() - usedAgoMs;
    const pace = new HealPace({ clock, lastUsedAtMs: () => usedAtMs, share: () => share });
    expect(pace.batchesInFlightMax).toBe(batches);
  },
);
