import { expect, test } from 'vitest';
import { runCaches } from './support/run-caches.js';
import { freshSeeds } from './support/seeds.js';

test.each(freshSeeds())(
  'sim: caches under faults of all kinds: nobody is told what is no longer so (seed %i)',
  async (seed) => {
    expect(await runCaches(seed)).toBeGreaterThan(20);
  },
);
