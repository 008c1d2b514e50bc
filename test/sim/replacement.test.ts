import { expect, test } from 'vitest';
import { runReplacement } from './support/run-replacement.js';
import { freshSeeds } from './support/seeds.js';

const seeds = freshSeeds().slice(0, 16);

test.each(seeds)(
  'sim: a brick is replaced under faults: nothing acknowledged is lost, and the new one is a copy (seed %i)',
  async (seed) => {
    expect(await runReplacement(seed)).toBeGreaterThan(100);
  },
);
