import { chmod } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { NetnsLab } from '../fault/support/netns-lab.js';
import { Comparison } from './model/comparison.js';
import { LocalOracle } from './model/oracle.js';
import { anySequence } from './model/orders.js';
import { Player } from './model/player.js';

const ORDERS_MAX = 60;
const RUNS = Number(process.env.HAFS_MODEL_RUNS ?? 100);
const TIMEOUT_MS = 60_000 + RUNS * 5_000;

const seed = process.env.HAFS_MODEL_SEED;
const path = process.env.HAFS_MODEL_PATH;
const replayed = { ...(seed !== undefined && { seed: Number(seed) }), ...(path !== undefined && { path }) };

let lab: NetnsLab;
let local: LocalOracle;
const players: Player[] = [];

beforeAll(async () => {
  lab = await NetnsLab.up();
  await chmod(lab.directory, 0o755); // Other users are to reach what is below.
  local = await LocalOracle.make();
});

afterAll(async () => {
  for (const player of players) player.stop();
  await lab.down();
  await local.dispose();
});

function comparison(): Comparison {
  const subject = new Player(lab.mountPoint('m1'), lab.mountPoint('m2'));
  const oracle = new Player(local.directory);
  players.push(oracle, subject);
  return new Comparison(oracle, subject);
}

test(
  'model: any calls through two mounts: do what they do on the local file system',
  async () => {
    const both = comparison();
    await fc.assert(
      fc.asyncProperty(anySequence(ORDERS_MAX), (sequence) => both.play(sequence)),
      { numRuns: RUNS, ...replayed },
    );
  },
  TIMEOUT_MS,
);
