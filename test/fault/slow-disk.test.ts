/** A node whose disk takes half a second for every write, or every sync. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildForgetfulDisk } from '../support/forgetful-disk/forgetful-disk.js';
import {
  failed,
  longestMs,
  lostFiles,
  nowNs,
  percentile99Ms,
  writeFiles,
  type Load,
} from './support/files.js';
import { pause } from './support/pause.js';
import { PowerLab } from './support/power-lab.js';

const WARM_UP_SECONDS = 4;
const NORMAL_MS = 8_000;
const SLOW_MS = 15_000;
const NOTICED_WITHIN_MS = 5_000;
const DELAY_MS = 500;
const NS_PER_MS = 1e6;
const HEAL_TIMEOUT_MS = 60_000;
const CASES = (['writeDelayMs', 'syncDelayMs'] as const).flatMap((slow) =>
  (['another node', 'manager'] as const).map((whose) => ({ slow, whose })),
);

let power: PowerLab;
const table: Record<string, string | number>[] = [];

beforeAll(async () => {
  buildForgetfulDisk();
  power = await PowerLab.up();
});

afterEach(async () => {
  await power.lab.settled(HEAL_TIMEOUT_MS);
  await power.lab.verify();
});

afterAll(async () => {
  console.table(table);
  await power.down();
});

test.each(CASES)(
  'fault: the disk of $whose is slow ($slow): the others soon go on as fast as before',
  async ({ slow, whose }) => {
    const victim = whose === 'manager' ? await power.lab.managerNode() : await power.lab.anotherNode();
    const folder = `${slow}-${whose.replace(' ', '-')}`;
    await power.lab.makeFolder(folder);
    const load = (mount: string): Load => {
      return { folder: join(power.lab.mountPoint(mount), folder), name: mount, by: 'fsync' };
    };
    await Promise.all(
      ['m1', 'm2'].map((mount) => writeFiles({ ...load(mount), name: 'warm' + mount }, WARM_UP_SECONDS)),
    );
    const leftBefore = await timesLeft();
    const seconds = (NORMAL_MS + SLOW_MS) / 1_000;
    const work = Promise.all(['m1', 'm2'].map((mount) => writeFiles(load(mount), seconds)));
    const beganNs = nowNs();
    await pause(NORMAL_MS);
    const slowNs = nowNs();
    await power.disk(victim).setFaults({ [slow]: DELAY_MS });
    const writes = await work;
    const endedNs = nowNs();
    await power.disk(victim).setFaults({});
    const all = writes.flat();
    const normalMs = percentile99Ms(all, beganNs, slowNs);
    const slowedMs = percentile99Ms(all, slowNs + NOTICED_WITHIN_MS * NS_PER_MS, endedNs);
    table.push({
      fault: `${slow} ${DELAY_MS} of ${whose}`,
      files: all.length,
      errors: failed(all).length,
      longestStallMs: longestMs(all),
      p99NormalMs: Math.round(normalMs),
      p99SlowedMs: Math.round(slowedMs),
      leftSync: (await timesLeft()) - leftBefore,
      manager: (await power.lab.managerNode()) === victim ? 'still the slow one' : 'another',
    });
    for (const [place, mount] of ['m2', 'm1'].entries()) {
      const seenThere = { ...load(mount), name: `m${place + 1}` };
      expect(await lostFiles(seenThere, writes[place] ?? [])).toEqual([]);
    }
    expect(failed(all)).toEqual([]);
    expect(slowedMs).toBeLessThan(2 * normalMs);
  },
);

/** How often a brick has left the in-sync set so far. */
async function timesLeft(): Promise<number> {
  const logs = await Promise.all([1, 2, 3].map((node) => power.lab.log(`n${node}`)));
  return logs.join('').split('brick_left_sync volume=www').length - 1;
}
