import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifest } from '../../src/kv/leveldb-manifest.js';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes } from '../support/nodes.js';
import { damageTable } from '../support/table-damage.js';

const TIMEOUT_MS = 60_000;
const FILES = 12;
const FILE_BYTES = 300_000;
/** Long enough to be found in no other place. */
const MARKER_BYTES = 24;
const BIT = 0x10;

interface Scrubbed {
  readonly bricks: readonly {
    readonly node: string;
    readonly scrub: { readonly running: boolean; readonly damaged: number; readonly repaired: number };
  }[];
}

/** Flips one bit behind the beginning of `marker`, wherever it is stored in a table. @returns how often that was. */
async function flipBehind(directory: string, marker: Buffer): Promise<number> {
  let flips = 0;
  for (const name of await readdir(directory)) {
    if (!name.endsWith('.ldb')) continue;
    const path = join(directory, name);
    const table = await readFile(path);
    for (let at = table.indexOf(marker); at >= 0; at = table.indexOf(marker, at + marker.length)) {
      table[at + marker.length - 1]! ^= BIT;
      flips++;
    }
    await writeFile(path, table);
  }
  return flips;
}

async function makeFiles(directory: string): Promise<Buffer[]> {
  await mkdir(directory);
  const contents = Array.from({ length: FILES }, () => randomBytes(FILE_BYTES));
  for (const [nth, data] of contents.entries()) await writeFile(join(directory, `file-${nth}`), data);
  await symlink('where-the-link-points-to', join(directory, 'link'));
  return contents;
}

/** The brick's log becomes a table when its database is opened anew. */
async function restart(nodes: Nodes, node: number): Promise<void> {
  await nodes.kill(node);
  nodes.start(node);
}

test('rot: bytes of one brick flip on its disk: a client reads what was written, the scrub repairs the rest', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'hafs-rot-'));
  const nodes = await startNodes(3, scratch, 24_485);
  const brick = join(scratch, 'brick3');
  const ok = async (...words: string[]): Promise<string> => {
    const { status, out, err } = await nodes.hafs(...words);
    expect({ words, status, err }).toEqual({ words, status: 0, err: '' });
    return out;
  };
  const expectInSync = () =>
    eventually(async () => {
      const [volume] = JSON.parse(await ok('--json', 'heal-status', 'v')) as {
        bricks: { state: string }[];
      }[];
      expect(volume?.bricks.map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync']);
    }, TIMEOUT_MS);
  const scrubOfNode3 = async () => {
    const { bricks } = JSON.parse(await ok('--json', 'volume', 'scrub', 'v', '--status')) as Scrubbed;
    return bricks.find(({ node }) => node === 'node3')!.scrub;
  };
  const moveToNode3 = async (): Promise<void> => {
    await ok('volume', 'manager', 'v', 'move', 'node3');
    await eventually(async () => expect(await ok('volume', 'manager', 'v')).toContain('node3'), TIMEOUT_MS);
  };
  let contents: Buffer[] = [];
  const expectWhole = async (copy: string): Promise<void> => {
    await ok('fs', 'get', '-r', 'v:/all', join(scratch, copy));
    for (const [nth, data] of contents.entries()) {
      expect((await readFile(join(scratch, copy, `file-${nth}`))).equals(data)).toBe(true);
    }
  };
  try {
    const places = [1, 2, 3].map((node) => `${nodes.address(node)}:${join(scratch, `brick${node}`)}`);
    await ok('volume', 'create', 'v', 'replica', '3', ...places);
    await ok('volume', 'start', 'v');
    contents = await makeFiles(join(scratch, 'before'));
    await eventually(async () => {
      await ok('fs', 'put', '-r', join(scratch, 'before'), 'v:/all');
    }, TIMEOUT_MS);
    await expectInSync();
    await restart(nodes, 3);
    await expectInSync();
    await nodes.kill(3);

    const chunks = [0, 1, 2, 3].map((nth) => contents[nth]!.subarray(140_000, 140_000 + MARKER_BYTES));
    for (const chunk of chunks) expect(await flipBehind(brick, chunk)).toBeGreaterThan(0);
    expect(await flipBehind(brick, Buffer.from('where-the-link-points-to'))).toBeGreaterThan(0);
    nodes.start(3);
    await expectInSync();
    await moveToNode3();

    // Two of the damaged files are left for the scrub.
    expect(await ok('fs', 'ls', 'v:/all')).toContain('file-9');
    for (const nth of [0, 1, 4, 9]) {
      await ok('fs', 'get', `v:/all/file-${nth}`, join(scratch, `after-${nth}`));
      expect((await readFile(join(scratch, `after-${nth}`))).equals(contents[nth]!)).toBe(true);
    }
    expect(await ok('fs', 'stat', 'v:/all/link')).toContain('where-the-link-points-to');

    await ok('volume', 'scrub', 'v');
    await eventually(async () => expect((await scrubOfNode3()).running).toBe(false), TIMEOUT_MS);
    const { damaged, repaired } = await scrubOfNode3();
    expect(damaged).toBeGreaterThanOrEqual(2);
    expect(repaired).toBe(damaged);
    expect(await ok('volume', 'verify', 'v')).toContain('identical');
    await expectWhole('after');

    // By its filters no record of the brick is found any more; LevelDB reads them when it is opened.
    await nodes.kill(3);
    const tables = [...(await readManifest(brick))!.tables.keys()];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) damageTable(brick, table, 'filter');
    nodes.start(3);
    await expectInSync();
    await eventually(async () => {
      expect((await scrubOfNode3()).repaired).toBeGreaterThanOrEqual(tables.length);
    }, TIMEOUT_MS);
    await moveToNode3();
    await expectWhole('found-again');
    expect(await ok('volume', 'verify', 'v')).toContain('identical');
  } finally {
    await nodes.stop();
    await rm(scratch, { recursive: true });
  }
});
