import { expect, test } from 'vitest';
import { runSeed } from './support/run-seed.js';
import { freshSeeds } from './support/seeds.js';

test.each(freshSeeds())('sim: faults of all kinds: nothing acknowledged is lost (seed %i)', async (seed) => {
  expect(await runSeed(seed)).toBeGreaterThan(100);
});
