/** What becomes of locks when the volume manager, or the mount of whoever holds them, is gone. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { SESSION_EXPIRY_MS } from '../../src/volume/sessions.js';
import { testMounted } from '../e2e/lab.js';
import { LOCK_KINDS, LockHolder, type LockKind } from './support/lock-holder.js';
import { KillableMount } from './support/killable-mount.js';
import { timed, Workplace } from './support/workplace.js';

const BASE_PORT = 24_521;
/** An expired session is looked for every second; then its locks are dropped, and who waits asks every 50 ms. */
const EXPIRED_MS_MAX = SESSION_EXPIRY_MS + 15_000;
const AT_ONCE_MS_MAX = 10_000;
const SHORT_FREEZE_MS = 5_000;
const NODES = ['1', '2', '3'];
/** First byte and length: lock-holder.py, WHERE. */
const RANGE = [10, 20];

let place: Workplace;
let fileCount = 0;

beforeAll(async () => {
  place = await Workplace.open(BASE_PORT);
});

afterAll(async () => {
  LockHolder.endAll();
  await place.close();
});

/** Somebody on one mount holds a lock of a file; two on another mount want it. */
async function rivals(kind: LockKind, mount: string) {
  const name = `${kind}${++fileCount}`;
  const holder = LockHolder.on(join(mount, name), kind);
  expect(await holder.write('first')).toBe('ok');
  expect(await holder.take()).toBe('ok');
  const asker = LockHolder.on(join(place.other, name), kind);
  const waiter = LockHolder.on(join(place.other, name), kind);
  return { kind, holder, asker, waiter };
}

type Rivals = Awaited<ReturnType<typeof rivals>>;

/** One of the two asks, and one waits. */
async function contest(three: Rivals) {
  const waiting = await three.waiter.waitFor();
  expect(waiting.isTaken(), three.kind).toBe(false);
  return { ...three, ...waiting };
}

type Contest = Awaited<ReturnType<typeof contest>>;

const rivalsOfAll = (mount: string): Promise<Rivals[]> =>
  Promise.all(LOCK_KINDS.map((kind) => rivals(kind, mount)));

const contestAll = async (mount: string): Promise<Contest[]> =>
  Promise.all((await rivalsOfAll(mount)).map(contest));

async function expectHeld({ kind, asker, isTaken }: Contest): Promise<void> {
  expect(await asker.take(), kind).toBe('EAGAIN');
  expect(await asker.against()).toEqual(kind === 'flock' ? null : RANGE);
  expect(isTaken(), kind).toBe(false);
}

async function expectTakenWithin(boundMs: number, contests: readonly Contest[]): Promise<void> {
  const beganAtMs = performance.now();
  expect(await Promise.all(contests.map(({ taken }) => taken))).toEqual(contests.map(() => 'ok'));
  expect(performance.now() - beganAtMs).toBeLessThan(boundMs);
}

async function expectGivenOn(contests: readonly Contest[]): Promise<void> {
  for (const each of contests) {
    await expectHeld(each);
    expect(await each.holder.give()).toBe('ok');
  }
  await expectTakenWithin(AT_ONCE_MS_MAX, contests);
  for (const { asker, kind } of contests) expect(await asker.take(), kind).toBe('EAGAIN');
}

testMounted(
  'locks: the volume manager is killed: held as before, and who waits has them once given up',
  async () => {
    const contests = await contestAll(place.one);
    const manager = `${await place.lab.managerNode()}`;
    await place.lab.lab('kill', manager);
    await timed('locks, manager killed', expectGivenOn(contests));
    await place.lab.lab('start', manager);
    await place.lab.inSync();
  },
);

testMounted(
  'locks: all nodes are killed and started: held as before, and who waits has them once given up',
  async () => {
    const all = await rivalsOfAll(place.one);
    await Promise.all(NODES.map((node) => place.lab.lab('kill', node)));
    await Promise.all(NODES.map((node) => place.lab.lab('start', node)));
    await timed('locks, all nodes killed', expectGivenOn(await Promise.all(all.map(contest))));
    await place.lab.inSync();
  },
);

testMounted('locks: the mount of who holds them is stopped in an orderly way: free at once', async () => {
  const mount = await KillableMount.of(place.lab);
  const contests = await contestAll(mount.directory);
  mount.signal('SIGTERM');
  await timed('locks, mount stopped', expectTakenWithin(AT_ONCE_MS_MAX, contests));
  await mount.end();
});

testMounted('locks: the mount of who holds them is frozen for seconds: held as before', async () => {
  const mount = await KillableMount.of(place.lab);
  const contests = await contestAll(mount.directory);
  mount.signal('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, SHORT_FREEZE_MS));
  for (const each of contests) await expectHeld(each);
  mount.signal('SIGCONT');
  for (const { holder } of contests) expect(await holder.write('again')).toBe('ok');
  await expectGivenOn(contests);
  await mount.end();
});

testMounted.concurrent(
  'locks: the mount of who holds them is killed: free when its session expires',
  async () => {
    const mount = await KillableMount.of(place.lab);
    const contests = await contestAll(mount.directory);
    mount.signal('SIGKILL');
    await timed('locks, mount killed', expectTakenWithin(EXPIRED_MS_MAX, contests));
    await mount.end();
  },
);

testMounted.concurrent(
  "locks: the mount of who holds them is frozen until they are another's: can neither write nor read nor lock afterwards",
  async () => {
    const mount = await KillableMount.of(place.lab);
    const contests = await contestAll(mount.directory);
    mount.signal('SIGSTOP');
    await timed('locks, mount frozen', expectTakenWithin(EXPIRED_MS_MAX, contests));
    for (const { waiter } of contests) expect(await waiter.write('other')).toBe('ok');
    // Begun while it is frozen, in the belief that the lock is still there.
    const late = contests.map(({ holder }) => holder.write('stale'));
    mount.signal('SIGCONT');
    expect(await Promise.all(late)).toEqual(contests.map(() => 'ESTALE'));
    for (const { kind, holder, asker, waiter } of contests) {
      expect([await holder.read(), await holder.take()], kind).toEqual(['ESTALE', 'ESTALE']);
      expect([await waiter.read(), await asker.take()], kind).toEqual(['other', 'EAGAIN']);
    }
    await mount.end();
  },
);
