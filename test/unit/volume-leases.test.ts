import { beforeEach, expect, test } from 'vitest';
import { ino, sessionId } from '../../src/core/ids.js';
import { CACHE_LEASE_WAITED_MS, type Touched } from '../../src/core/touched.js';
import { LeaseTerm } from '../../src/client/cache/lease-term.js';
import { Leases } from '../../src/volume/leases/leases.js';
import { ManualClock } from '../support/manual-clock.js';

const READER = sessionId(1);
const WRITER = sessionId(2);
const FILE = ino(7);
const CHANGE: readonly Touched[] = [{ kind: 'inode', ino: FILE }];
const BEAT_MS = 500;
const DENIED_MS = 10_000;

let clock: ManualClock;
let leases: Leases;
let recalls: number[];

beforeEach(() => {
  clock = new ManualClock();
  leases = new Leases(clock);
  leases.activate([]);
  recalls = [];
  leases.connected(READER, { recall: (id) => recalls.push(id) }, []);
});

const granted = (): boolean => leases.grant(READER, [FILE], leases.mark());

/** A change by another client. @returns whether it may go on. */
function change(): { isDone: () => boolean } {
  let isDone = false;
  const clearing = leases.clearing(WRITER);
  clearing
    .clear(() => CHANGE)
    .then(
      () => {
        clearing.end();
        isDone = true;
      },
      () => undefined,
    );
  return { isDone: () => isDone };
}

/** The reader is heard again and again. @returns the epochs that it was told. */
async function beats(forMs: number, answer: () => void = () => undefined): Promise<number[]> {
  const told: number[] = [];
  for (let passedMs = 0; passedMs < forMs; passedMs += BEAT_MS) {
    await clock.advance(BEAT_MS);
    answer();
    told.push(leases.renewed(READER, []));
  }
  return told;
}

test('leases: a client that is heard and answers a recall: the change goes on, its other leases stand', async () => {
  granted();
  const { isDone } = change();
  const told = await beats(BEAT_MS, () => leases.answered(READER, recalls.at(-1) ?? 0, [FILE]));
  await clock.advance(0);
  expect({ isDone: isDone(), told }).toEqual({ isDone: true, told: [0] });
});

test('leases: a client that is heard but answers no recall: the change goes on once it was told that all is void', async () => {
  granted();
  const { isDone } = change();
  const told = await beats(2 * CACHE_LEASE_WAITED_MS);
  await beats(BEAT_MS);
  expect(told.at(0)).toBe(0);
  expect(told.at(-1)).toBe(1);
  expect(isDone()).toBe(true);
});

test('leases: between being told that all is void and the end of its leases: a client gets none, and its old ones are respected', async () => {
  granted();
  const { isDone } = change();
  while (leases.renewed(READER, []) === 0) await clock.advance(BEAT_MS);
  expect({ isDone: isDone(), isGranted: leases.grant(READER, [ino(8)], leases.mark()) }).toEqual({
    isDone: false,
    isGranted: false,
  });
});

test('leases: a client that has kept others waiting: gets no leases for ten seconds, then again', async () => {
  granted();
  change();
  await beats(2 * CACHE_LEASE_WAITED_MS + BEAT_MS);
  expect(granted()).toBe(false);
  await beats(DENIED_MS);
  expect(granted()).toBe(true);
});

test('leases: a client whose leases are void comes back over another stream: hears so there, and keeps nothing', async () => {
  let lapses = 0;
  const term = new LeaseTerm(clock, () => lapses++);
  term.renewed(clock.monotonicMs(), leases.connected(READER, { recall: () => undefined }, []));
  granted();
  change();
  while (clock.monotonicMs() + BEAT_MS < CACHE_LEASE_WAITED_MS) {
    await clock.advance(BEAT_MS);
    term.renewed(clock.monotonicMs(), leases.renewed(READER, []));
  }
  const before = lapses;
  await clock.advance(BEAT_MS);
  term.renewed(clock.monotonicMs(), leases.connected(READER, { recall: () => undefined }, [FILE]));
  expect({ before, after: lapses }).toEqual({ before: 1, after: 2 });
});

test('leases: a client that gets none and says that it holds some: is not waited for', async () => {
  granted();
  change();
  await beats(2 * CACHE_LEASE_WAITED_MS + BEAT_MS);
  leases.connected(READER, { recall: () => undefined }, [FILE]);
  const { isDone } = change();
  await clock.advance(0);
  expect(isDone()).toBe(true);
});

test('leases: a client that has merely been silent: gets leases as soon as it is heard', async () => {
  granted();
  const { isDone } = change();
  await clock.advance(CACHE_LEASE_WAITED_MS + 1);
  expect(isDone()).toBe(true);
  expect({ epoch: leases.renewed(READER, []), isGranted: granted() }).toEqual({ epoch: 1, isGranted: true });
});
