import { mkdir, mkdtemp, open, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTable } from '../../src/kv/log-files.js';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes } from '../support/nodes.js';

const BASE_PORT = 24_465;
const HEAL_TIMEOUT_MS = 60_000;

interface BrickStatus {
  readonly node: string;
  readonly state: string;
}

/** The first entry of a table's first block has a key that is too short to be one: LevelDB ends the process there. */
const KEY_LENGTH_AT = 1;

async function spoilTables(directory: string): Promise<number> {
  const tables = (await readdir(directory)).filter(isTable);
  for (const table of tables) {
    const file = await open(join(directory, table), 'r+');
    await file.write(Buffer.of(2), 0, 1, KEY_LENGTH_AT);
    await file.close();
  }
  return tables.length;
}

interface Bench {
  readonly nodes: Nodes;
  readonly directory: (node: number) => string;
  readonly ok: (...words: string[]) => Promise<string>;
  readonly stateOf: (node: string) => Promise<string | undefined>;
}

/** Three nodes with volume v, which has one directory. */
async function withVolume(work: (bench: Bench) => Promise<void>): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'hafs-damage-'));
  const nodes = await startNodes(3, scratch, BASE_PORT);
  const directory = (node: number): string => join(scratch, `brick${node}`);
  const bricks = [1, 2, 3].map((node) => `${nodes.address(node)}:${directory(node)}`);
  const ok = async (...words: string[]): Promise<string> => {
    const { status, out, err } = await nodes.hafs(...words);
    expect({ words, status, err }).toEqual({ words, status: 0, err: '' });
    return out;
  };
  const stateOf = async (node: string): Promise<string | undefined> => {
    const [volume] = JSON.parse(await ok('--json', 'heal-status', 'v')) as { bricks: BrickStatus[] }[];
    return volume?.bricks.find((brick) => brick.node === node)?.state;
  };
  try {
    await ok('volume', 'create', 'v', 'replica', '3', ...bricks);
    await ok('volume', 'start', 'v');
    await eventually(async () => {
      await ok('fs', 'mkdir', 'v:/before');
    }, HEAL_TIMEOUT_MS);
    await work({ nodes, directory, ok, stateOf });
  } finally {
    await nodes.stop();
    await rm(scratch, { recursive: true });
  }
}

/** The directory is emptied while its node runs: the brick is healed from nothing. */
async function expectHealsOnceEmptied({ directory, ok, stateOf }: Bench): Promise<void> {
  expect(await stateOf('node3')).toBe('offline');
  await ok('fs', 'mkdir', 'v:/meanwhile');
  await rm(directory(3), { recursive: true });
  await mkdir(directory(3));
  await eventually(async () => expect(await stateOf('node3')).toBe('in-sync'), HEAL_TIMEOUT_MS);
  expect(await ok('volume', 'verify', 'v')).toContain('identical');
}

test('damage: a brick whose database cannot be opened: is offline with the reason, and heals once it is emptied', () =>
  withVolume(async (bench) => {
    const { nodes, directory, ok } = bench;
    await nodes.kill(3);
    const manifest = (await readdir(directory(3))).find((name) => name.startsWith('MANIFEST'));
    await truncate(join(directory(3), manifest ?? ''), 7);
    nodes.start(3);
    await eventually(async () => {
      expect(await ok('volume', 'status', 'v')).toMatch(/damaged|cannot open/);
    }, HEAL_TIMEOUT_MS);
    await expectHealsOnceEmptied(bench);
  }));

test('damage: tables at which LevelDB ends the process: the fourth time its node serves without the brick, and says which', () =>
  withVolume(async (bench) => {
    const { nodes, directory, ok } = bench;
    await nodes.terminate(3);
    nodes.start(3); // What its log has is put into a table.
    await eventually(async () => expect(await bench.stateOf('node3')).toBe('in-sync'), HEAL_TIMEOUT_MS);
    await nodes.terminate(3);
    expect(await spoilTables(directory(3))).toBeGreaterThan(0);
    for (let run = 1; run <= 3; run++) {
      nodes.start(3);
      expect(await nodes.gone(3), `run ${run}`).toBe('SIGABRT');
    }
    nodes.start(3);
    await eventually(async () => {
      expect(await ok('volume', 'status', 'v')).toMatch(
        /damaged: \d+\.ldb is not as it was written, at byte/,
      );
    }, HEAL_TIMEOUT_MS);
    await expectHealsOnceEmptied(bench);
  }));
