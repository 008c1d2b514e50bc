/** A brick that is replaced on real nodes while somebody writes: alive, dead, and with a new disk in the same place. */
import { existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { startNodes, type Nodes, type Outcome } from '../support/nodes.js';
import { writeFiles, type Writing } from '../support/steady-writer.js';

const BASE_PORT = 21_301;
const NODES = 4;
const WITHIN_MS = 60_000;

let directory: string;
let nodes: Nodes;
let writing: Writing;

const at = (node: number, ...words: string[]): Promise<Outcome> =>
  nodes.hafs('--server', nodes.address(node), ...words);

async function ok(node: number, ...words: string[]): Promise<string> {
  const { status, out, err } = await at(node, ...words);
  if (status !== 0) throw new Error(err);
  return out;
}

/** HOST:PORT:DIR */
const brick = (node: number, name = 'brick'): string =>
  `${nodes.address(node)}:${join(directory, `${name}${node}`)}`;

const bricksAt = async (node: number): Promise<string[]> => {
  const [volume] = JSON.parse(await ok(node, 'volume', 'info', 'www', '--json')) as [
    { readonly bricks: readonly { readonly brick: string }[] },
  ];
  return volume.bricks.map((one) => one.brick);
};

const managerOf = async (node: number): Promise<string | null> =>
  (JSON.parse(await ok(node, 'volume', 'manager', 'www', '--json')) as { manager: string | null }).manager;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hafs-replace-'));
  nodes = await startNodes(NODES, directory, BASE_PORT);
  await ok(1, 'volume', 'create', 'www', 'replica', '3', brick(1), brick(2), brick(3));
  await ok(1, 'volume', 'start', 'www');
  await eventually(async () => {
    await ok(1, 'fs', 'mkdir', 'www:/a');
  }, WITHIN_MS);
  const servers = [1, 2, 3, 4].map((node) => nodes.address(node));
  writing = writeFiles(servers, 'www');
});

afterAll(async () => {
  await nodes.stop();
  await rm(directory, { recursive: true });
});

test("volume replace-brick: the manager's own, alive: the new one takes its place, and the old one is marked", async () => {
  const old = Number((await managerOf(1))!.slice('node'.length));
  expect(await ok(1, 'volume', 'replace-brick', 'www', brick(old), brick(4), 'commit', 'force')).toContain(
    `success: ${brick(4)} is in the place of ${brick(old)}`,
  );
  expect(await bricksAt(old)).toContain(brick(4));
  expect(await bricksAt(old)).not.toContain(brick(old));
  const mark = join(directory, `brick${old}`, 'NO-LONGER-A-BRICK.txt');
  await eventually(() => access(mark), WITHIN_MS);
  await ok(1, 'volume', 'verify', 'www');
  // Back again, to another directory of the same node.
  await ok(1, 'volume', 'replace-brick', 'www', brick(4), brick(old, 'second'));
  expect(await bricksAt(1)).not.toContain(brick(4));
});

test('volume replace-brick: to another disk of the same node: both are open there meanwhile, and one is left', async () => {
  const before = await bricksAt(1);
  const [old] = before.filter((place) => place.startsWith(nodes.address(2)));
  await ok(1, 'volume', 'replace-brick', 'www', old!, brick(2, 'third'));
  expect(await bricksAt(1)).toContain(brick(2, 'third'));
  await ok(1, 'volume', 'verify', 'www');
});

test('volume replace-brick: refusals: say why, and change nothing', async () => {
  const before = await bricksAt(1);
  const refused = async (old: string, wanted: string): Promise<string> => {
    const { status, err } = await at(1, 'volume', 'replace-brick', 'www', old, wanted);
    expect(status).toBe(1);
    return err;
  };
  expect(await refused(brick(4, 'none'), brick(4, 'new'))).toContain('has no brick');
  expect(await refused(before[0]!, brick(3, 'new'))).toContain('holds another brick of volume www');
  expect(await refused(before[0]!, brick(1, 'node'))).toContain('is not empty');
  expect(await refused(before[0]!, before[0]!)).toContain('overlaps');
  expect(await refused(before[0]!, '127.0.0.9:1:/new')).toContain('is not part of the pool');
  expect(await bricksAt(1)).toEqual(before);
  expect(existsSync(join(directory, 'new3'))).toBe(false);
});

test('volume replace-brick: a node that is dead for good: replaced by another, and nothing comes back', async () => {
  // Where the first test has put it, if this node was the manager then.
  const [old] = (await bricksAt(1)).filter((place) => place.startsWith(nodes.address(3)));
  await nodes.kill(3);
  await ok(1, 'volume', 'replace-brick', 'www', old!, brick(4, 'fresh'));
  expect(await bricksAt(1)).toContain(brick(4, 'fresh'));
  await ok(1, 'volume', 'verify', 'www');
  nodes.start(3);
  const mark = join(old!.slice(nodes.address(3).length + 1), 'NO-LONGER-A-BRICK.txt');
  await eventually(() => access(mark), WITHIN_MS);
  await eventually(async () => expect(await bricksAt(3)).not.toContain(old), WITHIN_MS);
});

test('volume replace-brick: a new brick whose node dies: taken back, and the volume is what it was', async () => {
  const before = await bricksAt(1);
  const [old] = before.filter((place) => place.startsWith(nodes.address(4)));
  await nodes.kill(4);
  const replacing = at(1, 'volume', 'replace-brick', 'www', old!, brick(3, 'late'));
  await ok(1, 'volume', 'replace-brick', 'www', old!, brick(3, 'late'), 'abort').catch(() => undefined);
  await replacing;
  nodes.start(4);
  await eventually(async () => {
    const volumes = JSON.parse(await ok(1, 'heal-status', 'www', '--json')) as [
      { readonly bricks: readonly { readonly state: string }[] },
    ];
    expect(volumes[0].bricks.map(({ state }) => state)).toEqual(['in-sync', 'in-sync', 'in-sync']);
  }, WITHIN_MS);
});

test('volume reset-brick: its disk is emptied: it is healed in the same place', async () => {
  const place = brick(2, 'third');
  const disk = join(directory, 'third2');
  await ok(1, 'volume', 'reset-brick', 'www', place, 'start');
  await eventually(async () => {
    expect(await ok(1, 'heal-status', 'www')).toContain('closed by "hafs volume reset-brick"');
  }, WITHIN_MS);
  await rm(disk, { recursive: true });
  await mkdir(disk);
  expect(await ok(1, 'volume', 'reset-brick', 'www', place, 'commit')).toContain('is in sync');
  expect(await readdir(disk)).toContain('CURRENT');
  await ok(1, 'volume', 'verify', 'www');
});

test('volume replace-brick: while all of that happened: every write was acknowledged, and is there', async () => {
  const { count, longestMs } = await writing.stop();
  expect(count).toBeGreaterThan(100);
  expect(longestMs).toBeLessThan(5_000);
  expect((await ok(1, 'fs', 'ls', 'www:/')).trim().split('\n')).toHaveLength(count + 1);
});
