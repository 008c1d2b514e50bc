/** Three real nodes: somebody works on a mount while another client floods the volume's manager. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { eventually } from '../support/eventually.js';
import { buildFlood, Flood } from '../support/flood.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 23_631;
const WORKERS = 4;
const WARM_MS = 4_000;
const MEASURED_MS = 1_000;
const SETTLED_MS = 300;
const WITHIN_MS = 60_000;
const CONTENT = Buffer.alloc(4_096, 1);
/** Of what is done without the flood (docs/security.md). */
const KEPT_MIN = 0.5;
/** So many more pairs on one side of it than on the other decide: chance alone needs a machine of pure noise. */
const LEAD = 7;
const PAIRS_MAX = 60;

let directory: string;
let nodes: Nodes;
let flood: Flood | undefined;

const mountpoint = (): string => join(directory, 'www');

async function ok(...words: string[]): Promise<string> {
  const { status, out, err } = await nodes.hafs(...words);
  if (status !== 0) throw new Error(err);
  return out;
}

beforeAll(async () => {
  await buildFlood();
  directory = await mkdtemp(join(tmpdir(), 'hafs-flood-'));
  nodes = await startNodes(3, directory, BASE_PORT);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(directory, `brick${node}`)}`);
  await ok('volume', 'create', 'www', 'replica', '3', ...bricks);
  await ok('volume', 'start', 'www');
  await eventually(async () => {
    await ok('fs', 'mkdir', 'www:/work');
  }, WITHIN_MS);
  await mkdir(mountpoint());
  await ok('mount', `${nodes.address(1)}:/www`, mountpoint());
});

afterAll(async () => {
  flood?.kill();
  spawnSync('umount', ['-l', mountpoint()]);
  await nodes.stop();
  await rm(directory, { recursive: true });
});

/** At whichever node manages the volume: it ends with that. */
async function flooding(): Promise<Flood> {
  if (flood?.isAlive === true) return flood;
  await eventually(async () => {
    const { manager } = JSON.parse(await ok('volume', 'manager', 'www', '--json')) as {
      manager: string | null;
    };
    const address = nodes.address(Number(defined(manager ?? undefined).replace('node', '')));
    flood = await Flood.begin(address, 'www');
  }, WITHIN_MS);
  return defined(flood);
}

let fileCount = 0;

/** Files made and written on the mount, several at a time. @returns how many a second. */
async function pace(durationMs: number): Promise<number> {
  const beganAtMs = performance.now();
  const before = fileCount;
  const work = async (): Promise<void> => {
    while (performance.now() - beganAtMs < durationMs) {
      await writeFile(join(mountpoint(), 'work', `file${fileCount++}`), CONTENT);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return ((fileCount - before) * 1_000) / (performance.now() - beganAtMs);
}

/**
 * Files made a second while the flood goes on, in parts of what are made without it; both moments of one pair.
 * @returns `undefined` when there was no flood in the end, the volume having got another manager.
 */
async function pair(): Promise<number | undefined> {
  const other = await flooding();
  other.pause();
  const alone = await settledPace();
  other.resume();
  const answeredBefore = other.answeredCount;
  const beside = await settledPace();
  if (!other.isAlive || other.answeredCount === answeredBefore) return undefined;
  console.log(`alone ${alone.toFixed(0)}/s, beside a flood ${beside.toFixed(0)}/s`);
  return beside / alone;
}

async function settledPace(): Promise<number> {
  // What is still under way is answered, or asked for anew.
  await pace(SETTLED_MS);
  return pace(MEASURED_MS);
}

test('flood: one client asks without end on 16 streams: another goes on at half its pace at least', async () => {
  await pace(WARM_MS);
  // In turns, so that whatever else this machine does slows both.
  let lead = 0;
  for (let count = 0; count < PAIRS_MAX && Math.abs(lead) < LEAD; count++) {
    const kept = await pair();
    if (kept !== undefined) lead += kept > KEPT_MIN ? 1 : -1;
  }
  expect(lead).toBeGreaterThan(0);
});
