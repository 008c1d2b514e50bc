import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.js';
import { runCaches } from '../support/run-caches.js';
import { runBlackouts } from '../support/run-blackouts.js';
import { runReplacement } from '../support/run-replacement.js';
import { failureOf, isEverythingSynced, planOf } from '../support/run-seed.js';

const SEEDS_MAX = Number(process.env['HAFS_SEEDS'] ?? 100);

const mutant = MUTANTS.find(({ name }) => name === process.env['HAFS_MUTANT']);
const { schedule, firstSeed = 1 } = mutant ?? {};

const SCENARIOS = { caches: runCaches, replacement: runReplacement, blackouts: runBlackouts };

function hunt(seed: number): Promise<unknown> {
  const scenario = mutant?.scenario;
  if (scenario === undefined) return failureOf(seed, schedule ?? planOf(seed));
  return SCENARIOS[scenario](seed).catch((error: unknown) => error);
}

/** A power cut of all bricks may cost something unless every change is synced. */
const isFair = (seed: number): boolean =>
  isEverythingSynced(seed) || schedule?.some(({ fault }) => fault === 'losePowerEverywhere') !== true;

/** Runs seed after seed until the checks catch the mutant. */
test('sim: a broken core: is caught', async () => {
  let caughtBy: { readonly seed: number; readonly failure: Error } | undefined;
  for (let seed = firstSeed; seed < firstSeed + SEEDS_MAX && caughtBy === undefined; seed++) {
    if (!isFair(seed)) continue;
    const failure = await hunt(seed);
    if (failure instanceof Error) caughtBy = { seed, failure };
  }
  process.stdout.write(`caught by seed ${caughtBy?.seed}: ${caughtBy?.failure.message.split('\n')[0]}\n`);
  expect(caughtBy, `not caught by ${SEEDS_MAX} seeds`).toBeDefined();
});
