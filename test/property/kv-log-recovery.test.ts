/** Whatever pages of the logs a loss of power leaves, the store holds a beginning of the commits. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logFiles } from '../../src/kv/log-files.js';
import {
  commitsAfterOpen,
  crashWithOneLog,
  crashWithTwoLogs,
  type CrashCopy,
} from '../support/kv-crash-copy.js';
import { newStoreDirectory, removeStoreDirectory } from '../support/kv-fixture.js';

const PAGE_BYTES = 4_096;
const RUNS = 40;
const PAGES_MAX = 1_500;

const crashes: CrashCopy[] = [];

beforeAll(async () => {
  crashes.push(await crashWithOneLog([0, 60, 900, 3_000, 30_000], 120), await crashWithTwoLogs());
});

afterAll(() => {
  for (const { directory } of crashes) removeStoreDirectory(directory);
});

/** A lost page is zeros, or the file ends before it. */
interface Loss {
  /** Of each page, whether it is lost; repeated as often as there are pages. */
  readonly lost: readonly boolean[];
  readonly firstLossyPage: number;
  readonly endsEarly: boolean;
}

const lossOf = fc.record<Loss>({
  lost: fc.array(fc.boolean(), { minLength: 1, maxLength: PAGES_MAX }),
  firstLossyPage: fc.nat(PAGES_MAX),
  endsEarly: fc.boolean(),
});

function losePages(file: string, { lost, firstLossyPage, endsEarly }: Loss): void {
  const bytes = readFileSync(file);
  let keptBytes = 0;
  for (let page = 0; page * PAGE_BYTES < bytes.length; page++) {
    const end = Math.min((page + 1) * PAGE_BYTES, bytes.length);
    const isLost = page >= firstLossyPage && (lost[page % lost.length] ?? false);
    if (isLost) bytes.fill(0, page * PAGE_BYTES, end);
    else keptBytes = end;
  }
  writeFileSync(file, endsEarly ? bytes.subarray(0, keptBytes) : bytes);
}

test.each([
  { logs: 'one log', which: 0 },
  { logs: 'two logs', which: 1 },
])(
  'prop: kv recovery: any pages of $logs lost: the rest is a beginning of the commits',
  async ({ which }) => {
    const crash = crashes[which]!;
    const holds = fc.asyncProperty(fc.array(lossOf, { minLength: 2, maxLength: 2 }), async (losses) => {
      const directory = newStoreDirectory();
      try {
        cpSync(crash.directory, directory, { recursive: true });
        logFiles(readdirSync(directory)).forEach((name, nth) =>
          losePages(join(directory, name), losses[nth]!),
        );
        const commits = await commitsAfterOpen(directory);
        expect(commits).toBeLessThanOrEqual(crash.commits);
        expect(await commitsAfterOpen(directory)).toBe(commits);
      } finally {
        removeStoreDirectory(directory);
      }
    });
    await fc.assert(holds, { numRuns: RUNS });
  },
);
