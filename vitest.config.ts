import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Their files change nothing that others see, so several share a process and what it has loaded. */
const SHARING_PROCESSES: readonly string[] = ['unit', 'contract', 'property', 'sim'];

const project = (name: string, timeoutMs: number, parallel: boolean) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    // Where a file measures how long users wait, one at a time keeps the figures honest.
    fileParallelism: parallel,
    isolate: !SHARING_PROCESSES.includes(name),
  },
});

/** Runs when all others have ended: what it measures is nobody else's doing. */
const alone = (one: ReturnType<typeof project>) => ({
  test: { ...one.test, sequence: { groupOrder: 1 } },
});

export default defineConfig({
  test: {
    maxConcurrency: 2,
    // One of them is spared otherwise, which on two is half.
    maxWorkers: availableParallelism(),
    projects: [
      project('tidy', 180_000, true),
      project('unit', 60_000, true),
      project('contract', 120_000, true),
      project('property', 180_000, true),
      project('sim', 900_000, true),
      // Seconds as part of `npm test`, hours with HAFS_FUZZ_INPUTS: `npm run test:fuzz:long`.
      project('fuzz', process.env['HAFS_FUZZ_INPUTS'] === undefined ? 300_000 : 6 * 3_600_000, true),
      project('integration', 400_000, true),
      project('e2e', 600_000, true),
      alone(project('pace', 600_000, false)),
      // Needs root, iproute2 and iptables, and takes minutes: `npm run test:fault`.
      project('fault', 300_000, false),
      // Needs root, `/dev/fuse` and Python 3: `npm run test:posix`.
      project('posix', 900_000, false),
      // Needs root, `/dev/fuse` and the programs that docs/testing.md lists: `npm run test:programs`.
      project('programs', 900_000, false),
      // Needs a Docker engine: `npm run test:docker`.
      project('docker', 600_000, false),
    ],
  },
});
