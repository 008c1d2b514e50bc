import { PoolScenario } from '../support/pool-scenario.js';
import { runBlackouts } from '../support/run-blackouts.js';
import { runCaches } from '../support/run-caches.js';
import { runReplacement } from '../support/run-replacement.js';
import { runRot } from '../support/run-rot.js';
import { runSeed } from '../support/run-seed.js';

/** One cluster by one seed. Rejects with what went wrong. */
export type Simulator = (seed: number) => Promise<unknown>;

/** By the file in `test/sim` that runs the same with a few seeds. */
export const SIMULATORS: Readonly<Record<string, Simulator>> = {
  replication: runSeed,
  caches: runCaches,
  pool: (seed) => new PoolScenario(seed).run(),
  replacement: runReplacement,
  rot: runRot,
  blackouts: runBlackouts,
};
