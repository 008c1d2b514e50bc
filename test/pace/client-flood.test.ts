/** Three real nodes: somebody works on a mount while another client floods the volume's manager. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defined } from '../../src/core/assert.js';
import { median } from '../bench/statistics.js';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 23_631;
const ROOT = resolve('.');
const BUILT = join(ROOT, 'node_modules/.cache/hafs-flood-test');
const FLOOD = join(BUILT, 'test/support/flood-process.js');
const WORKERS = 4;
const WARM_MS = 4_000;
const MEASURED_MS = 1_000;
const SETTLED_MS = 300;
const PAIRS = 11;
const WITHIN_MS = 20_000;
const CONTENT = Buffer.alloc(4_096, 1);
/** Of what is done without the flood (docs/security.md). */
const KEPT_MIN = 0.5;

let directory: string;
let nodes: Nodes;
let flood: ChildProcess | undefined;

const mountpoint = (): string => join(directory, 'www');

async function ok(...words: string[]): Promise<string> {
  const { status, out, err } = await nodes.hafs(...words);
  if (status !== 0) throw new Error(err);
  return out;
}

beforeAll(async () => {
  buildFlood();
  // The compiler leaves JavaScript where it is.
  await cp(join(ROOT, 'src/rpc/generated'), join(BUILT, 'src/rpc/generated'), { recursive: true });
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
  flood?.kill('SIGKILL');
  spawnSync('umount', ['-l', mountpoint()]);
  await nodes.stop();
  await rm(directory, { recursive: true });
});

function buildFlood(): void {
  const args = ['tsc', '-p', 'test/support/tsconfig.flood.json'];
  const { status, stdout } = spawnSync('npx', args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the flood does not compile: ${stdout}`);
}

async function managerAddress(): Promise<string> {
  const { manager } = JSON.parse(await ok('volume', 'manager', 'www', '--json')) as { manager: string };
  return nodes.address(Number(manager.replace('node', '')));
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

async function begun(child: ChildProcess): Promise<void> {
  const [first] = (await once(defined(child.stdout), 'data')) as [Buffer];
  expect(first.toString()).toBe('answered\n');
}

/** Files made a second while the flood goes on, in parts of what are made without it; both moments of one pair. */
async function pair(): Promise<number> {
  const alone = await paceWhile('SIGSTOP');
  const beside = await paceWhile('SIGCONT');
  console.log(`alone ${alone.toFixed(0)}/s, beside a flood ${beside.toFixed(0)}/s`);
  return beside / alone;
}

async function paceWhile(signal: 'SIGSTOP' | 'SIGCONT'): Promise<number> {
  const process = defined(flood);
  expect(process.exitCode).toBeNull();
  process.kill(signal);
  // What is still under way is answered, or asked for anew.
  await pace(SETTLED_MS);
  return pace(MEASURED_MS);
}

test('flood: one client asks without end on 16 streams: another goes on at half its pace at least', async () => {
  await pace(WARM_MS);
  flood = spawn(process.execPath, [FLOOD, await managerAddress(), 'www'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await begun(flood);
  // In turns, so that whatever else this machine does slows both.
  const kept: number[] = [];
  for (let count = 0; count < PAIRS; count++) kept.push(await pair());
  expect(median(kept)).toBeGreaterThan(KEPT_MIN);
});
