import { defineConfig } from 'vitest/config';
import { MUTANTS } from './mutants.js';

const { HAFS_MUTANT } = process.env;
const mutant = MUTANTS.find(({ name }) => name === HAFS_MUTANT);
if (mutant === undefined) throw new Error(`there is no mutant "${HAFS_MUTANT}"`);

/** Replaces one line of one file, and insists that it is there. */
const mutate = {
  name: 'mutate',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    if (!id.endsWith(mutant.file)) return undefined;
    if (code.split(mutant.from).length !== 2)
      throw new Error(`${mutant.file} has no single "${mutant.from}"`);
    return code.replace(mutant.from, mutant.to);
  },
};

export default defineConfig({
  plugins: [mutate],
  test: { include: ['test/sim/mutants/hunt.ts'], testTimeout: 280_000 },
});
