import { defineConfig } from 'vitest/config';
import { MUTANTS } from './mutants.js';

const { HAFS_MUTANT } = process.env;
const mutant = MUTANTS.find(({ name }) => name === HAFS_MUTANT);
if (mutant === undefined) throw new Error(`there is no mutant "${HAFS_MUTANT}"`);

const replacements = [mutant, mutant.also ?? []].flat();

/** Replaces lines of the sources, and insists that they are there. */
const mutate = {
  name: 'mutate',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    const ofFile = replacements.filter(({ file }) => id.endsWith(file));
    if (ofFile.length === 0) return undefined;
    return ofFile.reduce((text, { file, from, to }) => {
      if (text.split(from).length !== 2) throw new Error(`${file} has no single "${from}"`);
      return text.replace(from, to);
    }, code);
  },
};

export default defineConfig({
  plugins: [mutate],
  // What a broken core runs into besides the checks is not to hide that they have caught it.
  test: {
    include: ['test/sim/mutants/hunt.ts'],
    testTimeout: 280_000,
    dangerouslyIgnoreUnhandledErrors: true,
  },
});
