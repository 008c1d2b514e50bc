/** The walk of docs/lab.md, step by step, against a real Docker engine. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  compose,
  containerOf,
  docker,
  eventually,
  healStatus,
  inside,
  page,
  PROJECT,
  startInside,
  STATUS_PAGE,
} from './compose.js';
import * as lab from './lab-steps.js';
import { SteadyVisitor } from './steady-visitor.js';
import { BRICKS, KILLED_STALL_MS, ROOT, SILENT_STALL_MS, WEBS } from './lab-steps.js';

const NETWORK = `${PROJECT}_hafs`;
const ADDRESS: Readonly<Record<string, string>> = {
  brick1: '10.89.24.11',
  brick2: '10.89.24.12',
  brick3: '10.89.24.13',
};
const UP_MS = 60_000;
const BACK_MS = 30_000;
/** As long as a step may take in which `--watch` looks on. */
const WATCH_SECONDS = 60;
const VISITS_AFTER_KILL = 30;

beforeAll(async () => {
  await compose('down', '-v', '--remove-orphans');
  await upWithLogs();
  await eventually('the site answers', async () => (await page('')).includes('hafs'), UP_MS);
  await eventually('all are healthy', lab.allHealthy, UP_MS);
});

/** Compose names a container that ended, and keeps what it said to itself. */
async function upWithLogs(): Promise<void> {
  try {
    await compose('up', '--build', '-d');
  } catch (error) {
    throw new Error(await compose('logs', '--tail', '20'), { cause: error });
  }
}

afterAll(async () => {
  await compose('kill');
  await compose('down', '-v', '--remove-orphans');
});

test('docker: up: bricks and proxy run without root, and nothing is published but on loopback', async () => {
  for (const brick of BRICKS) expect(await inside(brick, 'id -un')).toBe('hafs');
  expect(await inside('proxy', 'id -un')).toBe('haproxy');
  await eventually('the proxy is healthy', async () => (await lab.healthOf('proxy')) === 'healthy', UP_MS);
  const ids = await docker('ps', '-q', '--filter', `label=com.docker.compose.project=${PROJECT}`);
  const ports = (await Promise.all(ids.split('\n').map((id) => docker('port', id)))).filter(Boolean);
  expect(ports.sort()).toEqual(['8080/tcp -> 127.0.0.1:8088', '8080/tcp -> 127.0.0.1:8089']);
  expect(await page('', STATUS_PAGE)).toContain('hafs');
});

test('docker: up: all bricks are in sync, and a caller without a credential is not let in', async () => {
  for (const brick of BRICKS) await lab.seeInSync(brick, 'brick1');
  const refused = inside('brick1', 'HAFS_CREDENTIAL= hafs volume list');
  await expect(refused).rejects.toThrow();
});

test.each(WEBS)('docker: a page written through %s: is served by all', async (web) => {
  await lab.writeAndRead(`from-${web}`, web);
});

test('docker: one page after the other: HAProxy asks all three', async () => {
  await lab.writeAndRead('first');
  await eventually('all three serve', lab.allServe, BACK_MS);
});

test('docker: a brick is killed: all goes on, heal-status tells it, and it heals when it is back', async () => {
  await lab.writeAndRead('first');
  const { victim, witness } = await lab.victimAndWitness();
  const shown = await startInside(witness, `timeout ${WATCH_SECONDS} hafs heal-status www --watch`);
  await lab.whileVisited(async () => {
    await lab.kill(victim);
    expect(await lab.writeAndRead('killed')).toBeLessThan(KILLED_STALL_MS);
    await lab.seeMissing(victim, witness);
    await lab.startAgain(victim, witness);
  });
  const place = ADDRESS[victim] ?? '';
  const course = new RegExp(`${place}:.* offline[^]*${place}:.* in-sync`);
  await eventually('the watch has shown it', () => Promise.resolve(course.test(shown())), BACK_MS);
  await inside(witness, 'kill $(pidof timeout)');
});

test('docker: the volume manager is killed: another takes over, and all goes on', async () => {
  const { manager } = await healStatus('brick1');
  const witness = BRICKS.find((brick) => brick !== manager) ?? '';
  await lab.whileVisited(async () => {
    await lab.kill(manager);
    expect(await lab.writeAndRead('overtaken')).toBeLessThan(KILLED_STALL_MS);
    expect((await healStatus(witness)).manager).not.toBe(manager);
    await lab.startAgain(manager, witness);
  });
  expect(await inside(witness, 'hafs events www')).toContain(' manager-changed: ');
  expect(await inside(witness, 'hafs volume availability www')).toMatch(/^write +available /m);
});

test('docker: a brick is paused: all goes on, and it catches up when it is resumed', async () => {
  const { victim, witness } = await lab.victimAndWitness();
  await lab.whileVisited(async () => {
    await compose('pause', victim);
    try {
      expect(await lab.writeAndRead('paused')).toBeLessThan(SILENT_STALL_MS);
      await lab.seeMissing(victim, witness);
    } finally {
      await compose('unpause', victim);
    }
    await lab.seeInSync(victim, witness);
  });
});

test('docker: a brick is cut off from the network: all goes on, and it heals when it is connected', async () => {
  const { victim, witness } = await lab.victimAndWitness();
  const container = await containerOf(victim);
  await lab.whileVisited(async () => {
    await docker('network', 'disconnect', NETWORK, container);
    try {
      expect(await lab.writeAndRead('cut-off')).toBeLessThan(SILENT_STALL_MS);
      await lab.seeMissing(victim, witness);
    } finally {
      const address = ADDRESS[victim] ?? '';
      await docker('network', 'connect', '--ip', address, '--alias', victim, NETWORK, container);
    }
    await lab.seeInSync(victim, witness);
  });
});

test('docker: the volume manager is cut off: it serves nobody, another takes over', async () => {
  const { manager } = await healStatus('brick1');
  const witness = BRICKS.find((brick) => brick !== manager) ?? '';
  const container = await containerOf(manager);
  await lab.whileVisited(async () => {
    await docker('network', 'disconnect', NETWORK, container);
    try {
      expect(await lab.writeAndRead('taken-over')).toBeLessThan(SILENT_STALL_MS);
      expect((await healStatus(witness)).manager).not.toBe(manager);
      // It says so itself: nobody has to lose patience first.
      const cat = await inside(manager, 'timeout 60 hafs fs cat www:/first.html 2>&1; echo "exit $?"');
      expect(cat).toMatch(/^fs cat: .+\nexit 1$/);
    } finally {
      const address = ADDRESS[manager] ?? '';
      await docker('network', 'connect', '--ip', address, '--alias', manager, NETWORK, container);
    }
    await lab.seeInSync(manager, witness);
  });
});

test('docker: all bricks are paused, so that no web server passes its check: visitors wait, and none is refused', async () => {
  await eventually('all three serve', lab.allServe, BACK_MS);
  const before = await lab.takenOutCount();
  const visitor = new SteadyVisitor('first.html', 'first\n');
  try {
    await compose('pause', ...BRICKS);
    const areOut = async (): Promise<boolean> => (await lab.takenOutCount()) >= before + WEBS.length;
    await eventually('HAProxy has taken all out', areOut, BACK_MS).finally(() =>
      compose('unpause', ...BRICKS),
    );
    for (const brick of BRICKS) await lab.seeInSync(brick, BRICKS[0]);
  } finally {
    await visitor.leave();
  }
  expect(visitor.failures).toEqual([]);
  await eventually('all three serve again', lab.allServe, BACK_MS);
});

test('docker: a web server is killed: the site goes on, and it comes back by itself', async () => {
  await lab.whileVisited(async () => {
    await lab.kill('web3');
    for (let visit = 0; visit < VISITS_AFTER_KILL; visit++) expect(await page('first.html')).toBe('first\n');
    await compose('start', 'web3');
    await eventually('it is healthy again', lab.allHealthy, BACK_MS);
  });
  expect(await inside('web3', `cat ${ROOT}/killed.html`)).toBe('killed');
});

test('docker: after all that: the three bricks are identical', async () => {
  expect(await inside('brick1', 'hafs volume verify www')).toContain('identical');
});

test('docker: down and up again: everything is there', async () => {
  await compose('down');
  await compose('up', '-d');
  await eventually('the site answers', async () => (await page('killed.html')) === 'killed\n', UP_MS);
  for (const brick of BRICKS) await lab.seeInSync(brick, 'brick1');
});

test('docker: down -v: the data is gone too', async () => {
  await compose('down', '-v');
  const label = `label=com.docker.compose.project=${PROJECT}`;
  expect(await docker('volume', 'ls', '-q', '--filter', label)).toBe('');
});
