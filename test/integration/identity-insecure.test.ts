/** Pools that began without identities, or do without. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { hafs as runHafs } from '../support/nodes.js';
import { SecureNodes } from '../support/secure-nodes.js';

const BASE_PORT = 23_321;
const BOUND_MS = 60_000;
const BRICKS = [1, 2, 3];

let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'hafs-insecure-'));
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

test('identity: a pool that had none: gets one, and keeps what it knows', async () => {
  const old = new SecureNodes(await mkdtemp(join(scratch, 'old-')), BASE_PORT);
  try {
    for (const node of [1, 2]) {
      old.start(node);
      await old.answers(node);
    }
    await runHafs('--server', old.address(1), 'peer', 'probe', old.address(2));
    await old.stop(1);
    await old.stop(2);
    await old.giveIdentity(1);
    old.start(1);
    await old.answers(1, '--credential', old.adminFile);
    await old.giveIdentity(2);
    old.start(2);
    await old.answers(2, '--credential', old.adminFile);
    await eventually(async () => {
      expect(await old.ok('pool', 'list')).toMatch(/node2 .*Connected/);
    }, BOUND_MS);
  } finally {
    await old.stopAll();
  }
});

test('identity: --insecure: others are let in, and every command says so', async () => {
  const open = new SecureNodes(await mkdtemp(join(scratch, 'open-')), BASE_PORT + 10);
  try {
    const listen = ['--listen', `0.0.0.0:${BASE_PORT + 10}`];
    open.start(1, ...listen, '--advertise', open.address(1), '--insecure');
    await open.answers(1);
    const bricks = BRICKS.map((number) => `${open.address(1)}:${join(scratch, `open${number}`)}`);
    const create = ['volume', 'create', 'www', 'replica', '3', ...bricks, 'force'];
    expect(await runHafs('--server', open.address(1), ...create)).toMatchObject({ status: 0 });
    const { out, err } = await runHafs('--server', open.address(1), '--json', 'pool', 'list');
    expect(JSON.parse(out)).toMatchObject({ insecure: true });
    for (const command of [['volume', 'status'], ['heal-status']]) {
      const answer = await runHafs('--server', open.address(1), '--json', ...command);
      expect(JSON.parse(answer.out)).toMatchObject([{ volume: 'www', insecure: true }]);
    }
    expect(err).toMatch(/warning: .*--insecure/);
    expect(await readFile(open.logFile, 'utf8')).toMatch(/server\.insecure/);
  } finally {
    await open.stopAll();
  }
});
