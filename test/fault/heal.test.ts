/** How fast and how considerate a heal is, on real processes in network namespaces. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { KIB, MIB } from '../../src/core/limits.js';
import { writeFiles } from './support/bulk.js';
import { followHeal, type HealObservation } from './support/heal-observation.js';
import { judge, percentile99Ms, work } from './support/history.js';
import { NetnsLab } from './support/netns-lab.js';
import { quiet } from './support/quiet.js';

const NS_PER_MS = 1e6;
const LOAD_SECONDS_MAX = 200;
/** Of the time that was left. */
const ETA_ERROR_MAX = 0.2;
/** It is told from the fifteenth second on, and looked at every second or so. */
const ETA_COUNT_MIN = 5;
/** A minute and more: how fast the next half a minute will be, nobody can tell within a fifth. */
const LOADED_FILES = 400;
const NORMAL_MS = 10_000;
const WARM_UP_MS = 2_000;

let lab: NetnsLab;
const table: object[] = [];

beforeAll(async () => {
  lab = await NetnsLab.up();
});

afterEach(async () => {
  await lab.settled();
  expect(await lab.hafs(1, 'volume', 'verify', 'www')).toContain('identical');
});

afterAll(async () => {
  console.table(table);
  await lab.down();
});

const tookMs = ({ begunAtMs, endedAtMs }: HealObservation): number => endedAtMs - begunAtMs;

const figures = (heal: HealObservation): object => ({
  beganAfterMs: heal.beganAfterMs,
  tookMs: tookMs(heal),
  worstEtaError: heal.worstEtaError,
  etaCount: heal.etaCount,
});

/** The load notes its times by the monotonic clock, the nodes by the wall's. */
const monotonicNs = (wallMs: number): number =>
  Number(process.hrtime.bigint()) + (wallMs - Date.now()) * NS_PER_MS;

function operationsPerSecond(
  history: Awaited<ReturnType<typeof work>>,
  fromMs: number,
  toMs: number,
): number {
  const [fromNs, toNs] = [monotonicNs(fromMs), monotonicNs(toMs)];
  const count = history.filter(({ begunNs }) => begunNs >= fromNs && begunNs < toNs).length;
  return (count / (toMs - fromMs)) * 1_000;
}

/** @returns a node that is away, while files have been written and the others are done with them. */
async function awayWhile(folder: string, files: number, sizeBytes: number): Promise<number> {
  const victim = await lab.anotherNode();
  await lab.kill(`n${victim}`);
  await lab.makeFolder(folder);
  await writeFiles(`${lab.mountPoint('m1')}/${folder}`, files, sizeBytes);
  await quiet(lab.nodePids);
  return victim;
}

/** It comes back. */
async function healAfter(folder: string, files: number, sizeBytes: number): Promise<HealObservation> {
  const victim = await awayWhile(folder, files, sizeBytes);
  lab.startNode(victim);
  return followHeal(lab, victim);
}

test('heal: ten thousand small files: begins at once, and is over before there is a time left to tell', async () => {
  const files = 10_000;
  const heal = await healAfter('small', files, 4 * KIB);
  const filesPerSecond = (files / tookMs(heal)) * 1_000;
  table.push({ heal: '10,000 × 4 KiB', ...figures(heal), 'files/s': Math.round(filesPerSecond) });
  expect(heal.beganAfterMs).toBeLessThan(1_000);
  expect(filesPerSecond).toBeGreaterThanOrEqual(5_000);
});

test('heal: four gigabytes: is fast, and tells the time left', async () => {
  const files = 512;
  const heal = await healAfter('large', files, 8 * MIB);
  const megabytesPerSecond = (files * 8 * MIB) / tookMs(heal) / 1_000;
  table.push({ heal: '512 × 8 MiB', ...figures(heal), 'MB/s': Math.round(megabytesPerSecond) });
  expect(heal.beganAfterMs).toBeLessThan(1_000);
  expect(megabytesPerSecond).toBeGreaterThanOrEqual(100);
  expect(heal.etaCount).toBeGreaterThanOrEqual(ETA_COUNT_MIN);
  expect(heal.worstEtaError).toBeLessThanOrEqual(ETA_ERROR_MAX);
});

/** The node comes back once it is known what clients do without a heal. */
async function healUnderLoad(victim: number): Promise<HealObservation> {
  await new Promise((resolve) => setTimeout(resolve, NORMAL_MS));
  lab.startNode(victim);
  return followHeal(lab, victim);
}

test('heal: clients at work: keep 70 % of their throughput, and their slowest are no more than 3 times slower', async () => {
  const victim = await awayWhile('bulk', LOADED_FILES, 8 * MIB);
  await lab.makeFolder('load');
  const mounts = new Map(['m1', 'm2'].map((name) => [name, `${lab.mountPoint(name)}/load`]));
  const loadedAtMs = Date.now();
  const returned = healUnderLoad(victim);
  // Nobody could tell the time left if the load ended before the heal.
  const history = await work(mounts, LOAD_SECONDS_MAX, returned);
  const heal = await returned;
  const normal = [loadedAtMs + WARM_UP_MS, loadedAtMs + NORMAL_MS] as const;
  const [before, meanwhile] = [normal, [heal.begunAtMs, heal.endedAtMs] as const].map(([from, to]) => ({
    perSecond: operationsPerSecond(history, from, to),
    p99Ms: percentile99Ms(history, monotonicNs(from), monotonicNs(to)),
  }));
  const share = (meanwhile?.perSecond ?? 0) / (before?.perSecond ?? 0);
  const slower = (meanwhile?.p99Ms ?? Infinity) / (before?.p99Ms ?? 0);
  table.push({ heal: `${LOADED_FILES} × 8 MiB under load`, ...figures(heal), share, 'p99 times': slower });
  expect(await judge(history, mounts.get('m1') ?? '')).toMatchObject({ errors: 0, lost: 0, stale: 0 });
  expect(heal.etaCount).toBeGreaterThanOrEqual(ETA_COUNT_MIN);
  expect(heal.worstEtaError).toBeLessThanOrEqual(ETA_ERROR_MAX);
  expect(share).toBeGreaterThanOrEqual(0.7);
  expect(slower).toBeLessThanOrEqual(3);
});
