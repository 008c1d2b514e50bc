import { expect, test } from 'vitest';
import { PoolScenario } from './support/pool-scenario.js';
import { freshSeeds } from './support/seeds.js';

test.each(freshSeeds())(
  'sim: a pool that grows and shrinks under faults: forgets nothing (seed %i)',
  async (seed) => {
    expect(await new PoolScenario(seed).run()).toBeGreaterThan(0);
  },
);
