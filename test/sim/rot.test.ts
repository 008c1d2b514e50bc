import { expect, test } from 'vitest';
import { runRot } from './support/run-rot.js';
import { freshSeeds } from './support/seeds.js';

test.each(freshSeeds().slice(0, 24))(
  'sim: bits flip under load: no client sees it, and all is repaired (seed %i)',
  async (seed) => {
    expect(await runRot(seed)).toBeGreaterThan(50);
  },
);
