import { expect, test } from 'vitest';
import { runCaches, type ToldFromCaches } from './support/run-caches.js';
import { freshSeeds } from './support/seeds.js';

const told: ToldFromCaches[] = [];

test.each(freshSeeds())(
  'sim: caches under faults of all kinds: nobody is told what is no longer so (seed %i)',
  async (seed) => {
    told.push(await runCaches(seed));
  },
);

/** Where faults leave no time for a lease (one seed in some hundreds) there is next to nothing to tell. */
test('sim: caches under faults of all kinds: answers do come from them', () => {
  expect(Math.max(...told.map(({ answers }) => answers))).toBeGreaterThan(20);
  expect(Math.max(...told.map(({ contents }) => contents))).toBeGreaterThan(20);
  expect(Math.max(...told.map(({ listings }) => listings))).toBeGreaterThan(20);
});
