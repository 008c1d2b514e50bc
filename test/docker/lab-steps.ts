/** What the walk of docs/lab.md does again and again, and looks at. */
import { expect } from 'vitest';
import {
  compose,
  containerOf,
  docker,
  eventually,
  healStatus,
  inside,
  page,
  servedBy,
  type BrickStatus,
} from './compose.js';
import { SteadyVisitor } from './steady-visitor.js';

export const WEBS = ['web1', 'web2', 'web3'] as const;
export const BRICKS = ['brick1', 'brick2', 'brick3'] as const;
export const ROOT = '/var/www/html';
/** Bars of the design: a killed node, and one that only falls silent. */
export const KILLED_STALL_MS = 3_000;
export const SILENT_STALL_MS = 5_000;
/** A visitor waits as long as a writer, and for the proxy. */
const VISIT_MS_MAX = 6_000;
const SEEN_AWAY_MS = 10_000;
const IN_SYNC_MS = 30_000;
/** Written while a brick is away, so that it has something to miss. */
const MISSED_FILES = 20;

export const healthOf = async (service: string): Promise<string> =>
  docker('inspect', '-f', '{{.State.Health.Status}}', await containerOf(service));

export async function allHealthy(): Promise<boolean> {
  const states = await Promise.all([...WEBS, ...BRICKS].map(healthOf));
  return states.every((state) => state === 'healthy');
}

export async function brickOf(node: string, askedAt: string): Promise<BrickStatus> {
  const brick = (await healStatus(askedAt)).bricks.find((one) => one.node === node);
  if (brick === undefined) throw new Error(`heal-status does not name ${node}`);
  return brick;
}

/** In sync, with nothing pending. */
export async function seeInSync(node: string, askedAt: string): Promise<void> {
  const isWhole = async (): Promise<boolean> => {
    const { state, pending } = await brickOf(node, askedAt);
    return state === 'in-sync' && pending.entries === 0;
  };
  await eventually(`${node} is in sync`, isWhole, IN_SYNC_MS);
}

/** Out of sync, and behind by all that has been written since. */
export async function seeMissing(node: string, askedAt: string): Promise<void> {
  await inside('web2', `for n in $(seq ${MISSED_FILES}); do echo $n > ${ROOT}/missed-$n; done`);
  const isBehind = async (): Promise<boolean> => {
    const { state, pending } = await brickOf(node, askedAt);
    return state === 'offline' && pending.entries >= MISSED_FILES;
  };
  await eventually(`${node} is seen to be away`, isBehind, SEEN_AWAY_MS);
}

/** Writes through one web server, reads through the others and the proxy. @returns how long the write took. */
export async function writeAndRead(text: string, writer: string = WEBS[0]): Promise<number> {
  const file = `${ROOT}/${text}.html`;
  const command = `s=$(date +%s%N); echo '${text}' > ${file}; e=$(date +%s%N); echo $(((e - s) / 1000000))`;
  const tookMs = Number(await inside(writer, command));
  for (const web of WEBS) expect(await inside(web, `cat ${file}`)).toBe(text);
  for (let request = 0; request < WEBS.length; request++)
    expect(await page(`${text}.html`)).toBe(`${text}\n`);
  return tookMs;
}

/** One page after the other is answered by all web servers in turns, which all pass HAProxy's check then. */
export async function allServe(): Promise<boolean> {
  const servers = new Set<string | null>();
  // Its own health check takes a turn now and then.
  for (let visit = 0; visit < 3 * WEBS.length; visit++) servers.add(await servedBy('first.html'));
  return [...servers].sort().join() === WEBS.join();
}

/** How often HAProxy has taken a web server out since it was started. */
export async function takenOutCount(): Promise<number> {
  return (await docker('logs', await containerOf('proxy'))).split(' is DOWN, ').length - 1;
}

/** A brick that is not manager, and one that can be asked meanwhile. */
export async function victimAndWitness(): Promise<{ victim: string; witness: string }> {
  const { manager } = await healStatus(BRICKS[0]);
  return { victim: BRICKS.find((brick) => brick !== manager) ?? '', witness: manager };
}

/** While `work` goes on every request to the site is answered, with the right page, without a long wait. */
export async function whileVisited(work: () => Promise<void>): Promise<void> {
  const visitor = new SteadyVisitor('first.html', 'first\n');
  try {
    await work();
  } finally {
    await visitor.leave();
  }
  expect(visitor.failures).toEqual([]);
  expect(visitor.count).toBeGreaterThan(0);
  expect(visitor.slowestMs).toBeLessThan(VISIT_MS_MAX);
}

export const kill = async (service: string): Promise<string> => docker('kill', await containerOf(service));

/** Brings a node back, and waits until it has caught up. */
export async function startAgain(node: string, askedAt: string): Promise<void> {
  await compose('start', node);
  await seeInSync(node, askedAt);
}
