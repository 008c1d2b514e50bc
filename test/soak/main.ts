/** `npm run soak [-- MINUTES]`: mixed load with faults on real processes, and what they hold on to meanwhile. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { Dice } from '../fuzz/support/dice.js';
import { eventually } from '../support/eventually.js';
import { curveTable, grown } from './curve.js';
import { oneFault } from './faults.js';
import { sample, type Sample } from './samples.js';
import { SoakLab } from './soak-lab.js';

const MINUTES_DEFAULT = 120;
const SAMPLES = 96;
const SAMPLE_MS_MIN = 2_000;
const FAULT_PAUSE_MS = 10_000;
const MOUNTED_MS_MAX = 30_000;
/** What a fault may cost: its operations time out. */
const FAILURE_SHARE_MAX = 0.001;
const SETTLED_MS_MAX = 120_000;
/** The faults end before the time does, so that what they have cost can be given back. */
const CALM_SHARE = 0.15;

interface LoadResult {
  readonly operations: number;
  readonly failures: number;
  readonly wrong: number;
  readonly firstFailure: string;
}

const minutes = Number(process.argv[2] ?? MINUTES_DEFAULT);
const durationMs = minutes * 60_000;
const seed = Number(process.env['HAFS_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const beganAtMs = performance.now();
const elapsedMs = (): number => performance.now() - beganAtMs;
/** Told to end, it ends as it does when its time is up: what it has seen is shown, and nothing is left behind. */
const told = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => told.abort());
const isOver = (untilMs: number): boolean => told.signal.aborted || elapsedMs() >= untilMs;
const pause = (delayMs: number): Promise<void> =>
  setTimeout(delayMs, undefined, { signal: told.signal }).catch(() => undefined);

function startLoad(mountPoint: string, place: number): ChildProcess {
  const words = [
    join(import.meta.dirname, 'load.js'),
    join(mountPoint, `load${place}`),
    String(seed + place),
  ];
  return spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function resultOf(load: ChildProcess): Promise<LoadResult> {
  const said = text(load.stdout ?? process.stdin);
  load.kill('SIGTERM');
  return JSON.parse(await said) as LoadResult;
}

async function samplesUntilEnd(lab: SoakLab): Promise<Sample[]> {
  const samples: Sample[] = [];
  const everyMs = Math.max(SAMPLE_MS_MIN, durationMs / SAMPLES);
  while (!isOver(durationMs)) {
    const taken = await Promise.all(lab.subjects.map((subject) => sample(subject, elapsedMs() / 1_000)));
    samples.push(...taken.filter((one) => one !== undefined));
    await pause(everyMs);
  }
  return samples;
}

async function faultsUntilCalm(lab: SoakLab): Promise<string[]> {
  const faults: string[] = [];
  const dice = new Dice(seed);
  while (!isOver(durationMs * (1 - CALM_SHARE) - FAULT_PAUSE_MS)) {
    await pause(FAULT_PAUSE_MS);
    faults.push(await oneFault(lab, dice));
  }
  return faults;
}

/** @returns what must not be, a line each. */
async function troubles(
  lab: SoakLab,
  results: readonly LoadResult[],
  samples: readonly Sample[],
): Promise<string[]> {
  const wrong = results.filter((one) => one.wrong > 0).map((one) => `${one.wrong} files with wrong content`);
  const failing = results.filter(({ failures, operations }) => failures > operations * FAILURE_SHARE_MAX);
  wrong.push(
    ...failing.map(({ failures, firstFailure }) => `${failures} failures, the first: ${firstFailure}`),
  );
  await eventually(async () => {
    const { status, out } = await lab.nodes.hafs('volume', 'verify', 'www');
    if (status !== 0) throw new Error(out);
  }, SETTLED_MS_MAX).catch((error: unknown) => wrong.push(`the bricks differ: ${String(error)}`));
  return [...wrong, ...lab.ended(), ...(await lab.complaints()), ...grown(lab.subjects, samples)];
}

async function soak(lab: SoakLab): Promise<string[]> {
  const { mountPoints } = lab;
  await eventually(async () => {
    for (const subject of lab.subjects)
      if ((await sample(subject, 0)) === undefined) throw new Error(`${subject.name} does not answer`);
    const mounts = await readFile('/proc/self/mountinfo', 'utf8');
    // Before that its directory is one of this machine, and the load would be at work beneath the mount.
    const missing = mountPoints.find((mountPoint) => !mounts.includes(` ${mountPoint} `));
    if (missing !== undefined) throw new Error(`${missing} is not mounted`);
  }, MOUNTED_MS_MAX);
  const loads = mountPoints.map(startLoad);
  await Promise.all(loads.map((load) => once(load, 'spawn')));
  const [samples, faults] = await Promise.all([samplesUntilEnd(lab), faultsUntilCalm(lab)]);
  const results = await Promise.all(loads.map(resultOf));
  for (const { name } of lab.subjects) console.log(curveTable(name, samples));
  const ranMinutes = (elapsedMs() / 60_000).toFixed(1);
  console.log(`${ranMinutes} minutes, seed ${seed}, ${faults.length} faults: ${faults.join(', ')}`);
  for (const result of results) console.log(JSON.stringify(result));
  return troubles(lab, results, samples);
}

const lab = await SoakLab.up();
try {
  const found = await soak(lab);
  console.log(found.length === 0 ? 'nothing grew, nothing broke' : found.join('\n'));
  process.exitCode = found.length === 0 ? 0 : 1;
} finally {
  await lab.down();
}
