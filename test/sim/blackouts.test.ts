import { expect, test } from 'vitest';
import { runBlackouts } from './support/run-blackouts.js';
import { freshSeeds } from './support/seeds.js';

test.each(freshSeeds())(
  'sim: all lose power, over and over, with nothing synced: the bricks agree again (seed %i)',
  async (seed) => {
    expect(await runBlackouts(seed)).toBeGreaterThan(0);
  },
);
