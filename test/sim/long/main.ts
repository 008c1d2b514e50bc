/** `npm run test:sim:long [-- CLUSTERS]`: fresh seeds of all simulators in turns, on all processors. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Order, Outcome } from './cluster-process.js';
import { SIMULATORS } from './simulators.js';

const CLUSTERS_DEFAULT = 10_000;
const REPORT_EVERY = 120;
const SEED_MAX = 2 ** 30;
/** Refusals are many, and nobody reads where they came from: a failure is run again by its seed. A sixth less time. */
const NODE_OPTIONS = ['--stack-trace-limit=0', '--max-semi-space-size=64'];

const count = Number(process.argv[2] ?? CLUSTERS_DEFAULT);
const names = Object.keys(SIMULATORS);
const firstSeed = Number(process.env['HAFS_SEED'] ?? Math.floor(Math.random() * SEED_MAX));
const beganAtMs = performance.now();
const minutes = (): string => ((performance.now() - beganAtMs) / 60_000).toFixed(1);

const done = new Map(names.map((name) => [name, 0]));
let begunCount = 0;
let doneCount = 0;
let failedCount = 0;

const nextOrder = (): Order => {
  const place = begunCount++;
  return { simulator: names[place % names.length]!, seed: firstSeed + Math.floor(place / names.length) };
};

function report(): void {
  const each = [...done].map(([name, clusters]) => `${name} ${clusters}`).join(', ');
  console.log(`${doneCount} of ${count} clusters in ${minutes()} min, ${failedCount} failed: ${each}`);
}

function note({ simulator, seed, problem }: Outcome): void {
  doneCount++;
  done.set(simulator, done.get(simulator)! + 1);
  if (problem !== undefined) {
    failedCount++;
    console.log(`FAILED: HAFS_SEED=${seed} npm run test:sim -- test/sim/${simulator}.test.ts\n${problem}`);
  }
  if (doneCount % REPORT_EVERY === 0 || doneCount === count) report();
}

function keepBusy(child: ChildProcess): void {
  if (begunCount < count) child.send(nextOrder());
  else child.disconnect();
}

function start(): Promise<unknown> {
  const child = fork(join(import.meta.dirname, 'cluster-process.js'), { execArgv: NODE_OPTIONS });
  child.on('message', (outcome) => {
    note(outcome as Outcome);
    keepBusy(child);
  });
  keepBusy(child);
  return once(child, 'exit');
}

console.log(`${count} clusters, seeds from ${firstSeed} on`);
await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, start));
process.exitCode = failedCount > 0 || doneCount < count ? 1 : 0;
