import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants/mutants.js';

const CONFIG = fileURLToPath(new URL('mutants/vitest.config.ts', import.meta.url));
const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test.each(MUTANTS)('sim: a core with "$name": is caught by the checks', async ({ name }) => {
  const child = promisify(execFile)(process.execPath, [VITEST, 'run', '--root', ROOT, '--config', CONFIG], {
    cwd: ROOT,
    env: { ...process.env, HAFS_MUTANT: name },
  });
  expect((await child).stdout).toMatch(/caught by seed \d+/);
});
