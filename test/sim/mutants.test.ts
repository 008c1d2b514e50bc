import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants/mutants.js';
import { failureOf } from './support/run-seed.js';

const CONFIG = fileURLToPath(new URL('mutants/vitest.config.ts', import.meta.url));
const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Multiples of four: with every change synced no schedule may cost anything. */
const SEEDS = [4, 8, 12, 16];

const SCHEDULES = [...new Set(MUTANTS.map(({ schedule }) => schedule))].filter((one) => one !== undefined);

test.each(SCHEDULES.map((schedule, place) => ({ schedule, place })))(
  'sim: the sound core: stands the schedules that bring the broken ones to light (number $place)',
  async ({ schedule }) => {
    for (const seed of SEEDS) expect(await failureOf(seed, schedule)).toBeTypeOf('number');
  },
);

/** Each is a process of its own: two at a time, one for each core. */
test.concurrent.each(MUTANTS)('sim: a core with "$name": is caught by the checks', async ({ name }) => {
  const child = promisify(execFile)(process.execPath, [VITEST, 'run', '--root', ROOT, '--config', CONFIG], {
    cwd: ROOT,
    env: { ...process.env, HAFS_MUTANT: name },
  });
  expect((await child).stdout).toMatch(/caught by seed \d+/);
});
