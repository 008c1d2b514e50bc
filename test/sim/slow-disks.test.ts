/** Disks that take long for everything: whoever manages, and whatever is handed over, writing goes on at their pace. */
import { expect, test } from 'vitest';
import { SimCluster } from './support/sim-cluster.js';

const SEEDS = [1, 2, 3];
const LASTS_MS = 40_000;
const STEP_MS = 20;
const UNDER_WAY_MAX = 4;

interface Outcome {
  readonly commits: number;
  readonly longestStallMs: number;
  readonly newTerms: number;
}

const highestTerm = (cluster: SimCluster): number =>
  Math.max(...cluster.nodes.map(({ manager }) => manager?.group.replica.view().term ?? 0));

/** @param delaysMsMax of the three disks, the manager's first: a commit takes up to so long before it is on the disk, and after. */
async function writeOnSlowDisks(seed: number, delaysMsMax: readonly number[]): Promise<Outcome> {
  const cluster = await SimCluster.start(seed);
  await cluster.settle();
  const manager = cluster.nodes.findIndex((node) => node.manager?.group.replica.view().isReady);
  for (const [place, delayMsMax] of delaysMsMax.entries())
    cluster.nodes[(manager + place) % delaysMsMax.length]!.slowDisk(delayMsMax);
  const { scheduler } = cluster;
  const termBefore = highestTerm(cluster);
  const endsAtMs = scheduler.nowMs + LASTS_MS;
  let commits = 0;
  let underWay = 0;
  let longestStallMs = 0;
  let lastAtMs = scheduler.nowMs;
  const note = (): void => {
    longestStallMs = Math.max(longestStallMs, scheduler.nowMs - lastAtMs);
    lastAtMs = scheduler.nowMs;
  };
  while (scheduler.nowMs < endsAtMs) {
    for (const node of cluster.nodes) {
      if (underWay >= UNDER_WAY_MAX || node.manager?.group.replica.view().isReady !== true) continue;
      underWay++;
      node.perform(({ group }) => {
        const done = group.propose({ edits: [] }).then(
          () => {
            note();
            commits++;
          },
          () => undefined, // The manager has changed: another one is asked.
        );
        void done.finally(() => underWay--);
      });
    }
    await cluster.run(STEP_MS);
  }
  note();
  return { commits, longestStallMs, newTerms: highestTerm(cluster) - termBefore };
}

test.each([
  { disksMs: [1_000, 1_000, 1_000], stallMsMax: 3_000 },
  { disksMs: [2_000, 2_000, 2_000], stallMsMax: 5_000 },
  { disksMs: [2_000, 2_000, 3], stallMsMax: 5_000 },
  { disksMs: [1_500, 1_500, 400], stallMsMax: 4_000 },
])(
  'sim: slow disks: $disksMs ms: writes go on, and no manager gives way for nothing',
  async ({ disksMs, stallMsMax }) => {
    for (const seed of SEEDS) {
      const { longestStallMs, newTerms } = await writeOnSlowDisks(seed, disksMs);
      expect(longestStallMs, `seed ${seed}`).toBeLessThan(stallMsMax);
      expect(newTerms, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
  },
);

test('sim: slow disks: only the manager’s: another one takes over, and does not wait for it', async () => {
  for (const seed of SEEDS) {
    const { longestStallMs, commits } = await writeOnSlowDisks(seed, [2_000, 3, 3]);
    expect(longestStallMs, `seed ${seed}`).toBeLessThan(2_500);
    expect(commits, `seed ${seed}`).toBeGreaterThan(1_500);
  }
});
