/** Three mounts that cache what they may, under faults: never one stale answer (docs/testing.md has the table). */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Findings } from './support/history.js';
import { NetnsLab } from './support/netns-lab.js';
import { pause } from './support/pause.js';
import { strikeUnderLoad } from './support/under-load.js';

const MOUNTS = ['m1', 'm2', 'm3'];
const LOAD_SECONDS = 15;
/** Longer than leases live without being renewed. */
const FROZEN_MS = 9_000;
const NOTHING_WRONG = { lost: 0, doubled: 0, stale: 0, notLinearizable: 0 };

let lab: NetnsLab;
const table: ({ readonly fault: string } & Findings)[] = [];

beforeAll(async () => {
  lab = await NetnsLab.up({ mounts: MOUNTS });
});

afterEach(async () => {
  await lab.settled();
  await lab.verify();
});

afterAll(async () => {
  console.table(table);
  await lab.down();
});

/** Reads, writes, replaces, lists and looks up the same files on all mounts, and strikes meanwhile. */
async function under(fault: string, strike: () => Promise<void>): Promise<Findings> {
  const folder = fault.replaceAll(/\W+/g, '-');
  const findings = await strikeUnderLoad(lab, { folder, mounts: MOUNTS, seconds: LOAD_SECONDS, strike });
  table.push({ fault, ...findings });
  expect(findings).toMatchObject(NOTHING_WRONG);
  return findings;
}

test('caches: three mounts and no fault: one order explains what all of them saw, and nothing fails', async () => {
  const { errors, operations } = await under('none', () => Promise.resolve());
  expect(errors).toBe(0);
  expect(operations).toBeGreaterThan(1_000);
});

test('caches: the volume manager is killed: what was cached before is not answered after a change', async () => {
  const victim = await lab.managerNode();
  const { errors } = await under('kill the manager', () => lab.kill(`n${victim}`));
  lab.startNode(victim);
  expect(errors).toBe(0);
});

test('caches: the volume manager is frozen and thawed: its leases of before are worth nothing', async () => {
  const victim = `n${await lab.managerNode()}`;
  await under('freeze the manager', async () => {
    lab.freeze(victim);
    await pause(FROZEN_MS);
    lab.thaw(victim);
  });
});

test('caches: a mount is frozen for longer than its leases and thawed: it answers nothing of before', async () => {
  await under('freeze a mount', async () => {
    lab.freeze('m3');
    await pause(FROZEN_MS);
    lab.thaw('m3');
  });
});

test('caches: a mount is cut off for longer than its leases: it answers nothing of before', async () => {
  await under('cut off a mount', async () => {
    await lab.link('m2', 'down');
    await pause(FROZEN_MS);
    await lab.link('m2', 'up');
  });
});

test('caches: every tenth packet to a mount is lost: recalls reach it all the same', async () => {
  const random = ['-m', 'statistic', '--mode', 'random', '--probability', '0.1'];
  await under('10 % loss at a mount', async () => {
    await lab.filter('m1', '-A', ...random);
    await pause(FROZEN_MS);
    await lab.filter('m1', '-D', ...random);
  });
});
