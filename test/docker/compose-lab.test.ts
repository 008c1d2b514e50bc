/** The walk of docs/lab.md, step by step, against a real Docker engine. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose, containerOf, docker, eventually, healStatus, inside, page } from './compose.js';

const WEBS = ['web1', 'web2', 'web3'];
const BRICKS = ['brick1', 'brick2', 'brick3'];
const ROOT = '/var/www/html';
const NETWORK = 'hafs-lab-test_hafs';
const ADDRESS: Readonly<Record<string, string>> = {
  brick1: '10.89.24.11',
  brick2: '10.89.24.12',
  brick3: '10.89.24.13',
};
/** Bars of the design: a killed node, and one that only falls silent. */
const KILLED_STALL_MS = 3_000;
const SILENT_STALL_MS = 5_000;

beforeAll(async () => {
  await compose('down', '-v', '--remove-orphans');
  await compose('up', '--build', '-d');
  await eventually('the site answers', async () => (await page('')).includes('hafs'), 60_000);
  await eventually('all web servers are healthy', allHealthy, 60_000);
});

afterAll(async () => {
  await compose('down', '-v', '--remove-orphans');
});

async function allHealthy(): Promise<boolean> {
  const states = await Promise.all(
    WEBS.map(async (web) => docker('inspect', '-f', '{{.State.Health.Status}}', await containerOf(web))),
  );
  return states.every((state) => state === 'healthy');
}

const stateOf = async (node: string, askedAt: string): Promise<string | undefined> =>
  (await healStatus(askedAt)).bricks.find((brick) => brick.node === node)?.state;

const inSync = (node: string, askedAt: string): Promise<void> =>
  eventually(`${node} is in sync`, async () => (await stateOf(node, askedAt)) === 'in-sync', 30_000);

/** Writes through one web server, reads through the others and the proxy. @returns how long the write took. */
async function writeAndRead(text: string): Promise<number> {
  const command = `s=$(date +%s%N); echo '${text}' > ${ROOT}/${text}.html; e=$(date +%s%N); echo $(((e - s) / 1000000))`;
  const tookMs = Number(await inside('web1', command));
  for (const web of WEBS) expect(await inside(web, `cat ${ROOT}/${text}.html`)).toBe(text);
  for (let request = 0; request < WEBS.length; request++)
    expect(await page(`${text}.html`)).toBe(`${text}\n`);
  return tookMs;
}

/** One that is not manager, and one that can be asked meanwhile. */
async function victimAndWitness(): Promise<{ victim: string; witness: string }> {
  const { manager } = await healStatus('brick1');
  const victim = BRICKS.find((brick) => brick !== manager) ?? '';
  return { victim, witness: manager };
}

test('docker: a page written through one web server: is served by all', async () => {
  await writeAndRead('first');
});

test('docker: a brick is killed: writing goes on, heal-status says so, and it heals when it is back', async () => {
  const { victim, witness } = await victimAndWitness();
  await docker('kill', await containerOf(victim));
  expect(await writeAndRead('killed')).toBeLessThan(KILLED_STALL_MS);
  expect(await stateOf(victim, witness)).toBe('offline');
  await compose('start', victim);
  await inSync(victim, witness);
});

test('docker: the volume manager is killed: another takes over, and writing goes on', async () => {
  const { manager } = await healStatus('brick1');
  const witness = BRICKS.find((brick) => brick !== manager) ?? '';
  await docker('kill', await containerOf(manager));
  expect(await writeAndRead('overtaken')).toBeLessThan(KILLED_STALL_MS);
  expect((await healStatus(witness)).manager).not.toBe(manager);
  await compose('start', manager);
  await inSync(manager, witness);
});

test('docker: a brick is paused: writing goes on, and it catches up when it is resumed', async () => {
  const { victim, witness } = await victimAndWitness();
  await compose('pause', victim);
  try {
    expect(await writeAndRead('paused')).toBeLessThan(SILENT_STALL_MS);
    await eventually(
      'it is seen as away',
      async () => (await stateOf(victim, witness)) !== 'in-sync',
      10_000,
    );
  } finally {
    await compose('unpause', victim);
  }
  await inSync(victim, witness);
});

test('docker: a brick is cut off from the network: writing goes on, and it heals when it is connected', async () => {
  const { victim, witness } = await victimAndWitness();
  const container = await containerOf(victim);
  await docker('network', 'disconnect', NETWORK, container);
  expect(await writeAndRead('cut-off')).toBeLessThan(SILENT_STALL_MS);
  await docker('network', 'connect', '--ip', ADDRESS[victim] ?? '', '--alias', victim, NETWORK, container);
  await inSync(victim, witness);
});

test('docker: a web server is killed: the site goes on, and it comes back by itself', async () => {
  await docker('kill', await containerOf('web3'));
  for (let request = 0; request < 30; request++) expect(await page('first.html')).toBe('first\n');
  await compose('start', 'web3');
  await eventually('it is healthy again', allHealthy, 30_000);
  expect(await inside('web3', `cat ${ROOT}/killed.html`)).toBe('killed');
});

test('docker: after all that: the three bricks are identical', async () => {
  expect(await inside('brick1', 'hafs volume verify www')).toContain('identical');
});

test('docker: down and up again: everything is there', async () => {
  await compose('down');
  await compose('up', '-d');
  await eventually('the site answers', async () => (await page('killed.html')) === 'killed\n', 60_000);
});
