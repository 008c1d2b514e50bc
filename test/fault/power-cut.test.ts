/** Machines that lose power: what was not synced may be gone from their disks. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { SeededRandom } from '../sim/support/scheduler.js';
import { buildForgetfulDisk } from '../support/forgetful-disk/forgetful-disk.js';
import {
  failed,
  longestMs,
  lostFiles,
  writeFiles,
  type Acknowledgement,
  type Load,
} from './support/files.js';
import { pause } from './support/pause.js';
import { PowerLab } from './support/power-lab.js';
import { run } from './support/run.js';

const NODES = [1, 2, 3];
const SETTLE_TIMEOUT_MS = 90_000;
const DARK_MS = 1_000;
const LOAD_SECONDS = 10;
const CUT_AFTER_MS = { min: 1_000, max: 6_000 };
const SEEDS = 4;

/** `HAFS_SEED=n` runs one again, `HAFS_SEEDS=n` more of them. */
const wantedSeed = process.env['HAFS_SEED'];
const seeds =
  wantedSeed === undefined
    ? Array.from({ length: Number(process.env['HAFS_SEEDS'] ?? SEEDS) }, (_, nth) => nth + 1)
    : [Number(wantedSeed)];

interface Row {
  readonly fault: string;
  readonly acknowledged: number;
  readonly refused: number;
  readonly longestStallMs: number;
  readonly forgotten: string;
  /** Of each mount's. */
  readonly lost: string;
}

let power: PowerLab;
const table: Row[] = [];

beforeAll(async () => {
  buildForgetfulDisk();
  power = await PowerLab.up();
});

afterEach(async () => {
  await power.lab.settled(SETTLE_TIMEOUT_MS);
  await power.lab.verify();
});

afterAll(async () => {
  console.table(table);
  await power.down();
});

const loadOn = (mount: string, folder: string, by: Acknowledgement): Load => {
  return { folder: join(power.lab.mountPoint(mount), folder), name: mount, by };
};

/** Two mounts write while these machines lose power and get it back. @returns what is lost of each mount's. */
async function cut(
  nodes: readonly number[],
  seed: number,
  ways: readonly Acknowledgement[],
): Promise<readonly string[][]> {
  const folder = `${ways.join('-')}-${seed}`;
  await power.lab.makeFolder(folder);
  const random = new SeededRandom(seed);
  const loads = ways.map((by, place) => loadOn(`m${place + 1}`, folder, by));
  const work = Promise.all(loads.map((load) => writeFiles(load, LOAD_SECONDS)));
  await pause(random.between(CUT_AFTER_MS.min, CUT_AFTER_MS.max));
  const { lostPages, lostEntries } = await power.losePower(nodes, 'some', seed);
  await pause(DARK_MS);
  await power.restorePower(nodes);
  const writes = await work;
  await power.lab.settled(SETTLE_TIMEOUT_MS);
  const lost = await Promise.all(
    loads.map((load, place) => {
      const other = { ...load, folder: join(power.lab.mountPoint(`m${2 - place}`), folder) };
      return lostFiles(other, writes[place] ?? []);
    }),
  );
  const all = writes.flat();
  const refused = failed(all).length;
  table.push({
    fault: `power of ${nodes.length} lost, ${ways.join(' and ')}, seed ${seed}`,
    acknowledged: all.length - refused,
    refused,
    longestStallMs: longestMs(all),
    forgotten: `${lostPages} pages, ${lostEntries} names`,
    lost: lost.map((files) => files.length).join(' and '),
  });
  return lost;
}

test.each(seeds)(
  'fault: all three lose power, seed %i: what fsync or O_SYNC acknowledged is there',
  async (seed) => {
    const lost = await cut(NODES, seed, ['fsync', 'osync']);
    expect(lost).toEqual([[], []]);
  },
);

test.each(seeds)(
  'fault: all three lose power, seed %i: what was not synced takes nothing along',
  async (seed) => {
    const [lostThoughSynced] = await cut(NODES, seed, ['fsync', 'close']);
    expect(lostThoughSynced).toEqual([]);
  },
);

test.each(seeds)('fault: one machine loses power, seed %i: nothing is lost, fsync or not', async (seed) => {
  const victim = seed % 2 === 0 ? await power.lab.managerNode() : await power.lab.anotherNode();
  const lost = await cut([victim], seed, ['close', 'append']);
  expect(lost).toEqual([[], []]);
});

const LATE_FSYNC = `
import os, sys, time
fd = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT, 0o644)
os.write(fd, b"x" * 100_000)
os.fsync(fd)
os.write(fd, b"y" * 100_000)
print("written", flush=True)
sys.stdin.readline()
try:
    os.fsync(fd)
    print("fsync acknowledged")
except OSError as failure:
    print(failure)
`;

test('fault: all three lose power between write and fsync: fsync does not vouch for what is lost', async () => {
  await power.lab.makeFolder('late');
  const file = join(power.lab.mountPoint('m1'), 'late', 'file');
  const program = spawn('timeout', ['-s', 'KILL', '120', 'python3', '-c', LATE_FSYNC, file]);
  let said = '';
  program.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await once(program.stdout, 'data');
  await power.losePower(NODES, 'nothing');
  await power.restorePower(NODES);
  await power.lab.settled(SETTLE_TIMEOUT_MS);
  program.stdin.end('now\n');
  await once(program, 'close');
  const found = await run(
    'sh',
    '-c',
    `wc -c < '${join(power.lab.mountPoint('m2'), 'late', 'file')}' || true`,
  );
  const verdict = `${said.trim().replace('\n', ', ')}; ${found.trim() || 'no'} bytes there`;
  console.log(`power lost between write and fsync: ${verdict}`);
  if (said.includes('acknowledged')) expect(found).toBe('200000\n');
});
