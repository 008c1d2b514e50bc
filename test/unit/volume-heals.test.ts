/** What the heals of one source have to do with each other. */
import { expect, test } from 'vitest';
import type { BrickId } from '../../src/core/ids.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { nobodyObserves } from '../../src/volume/observer.js';
import { Heals } from '../../src/volume/replica/heals.js';
import { extend, inodeKeyNamed, TestBrick } from '../support/heal-bench.js';
import { ManualClock } from '../support/manual-clock.js';

const HISTORY = extend([], 1, { a: '1' }, { b: '2' });
const TERM = 3;
const RETRY_MS = 500;
const [B, C] = ['b', 'c'] as BrickId[] as [BrickId, BrickId];

/** Two bricks that lack everything, of a source whose record is damaged. */
async function blockedHeals() {
  const source = await TestBrick.holding('a', HISTORY, HISTORY.length);
  const behind = await TestBrick.holding('b', [], 0);
  source.disk.flipBit(inodeKeyNamed('b'), 5);
  const clock = new ManualClock();
  const damaged: string[] = [];
  let blocked = 0;
  let ended = 0;
  const heals = new Heals({
    ...{ store: source.store, clock, log: silentLogger, observe: nobodyObserves, send: () => undefined },
    commitIndex: () => HISTORY.length,
    lastUsedAtMs: () => -Infinity,
    share: () => 1,
    damaged: (key) => damaged.push(Buffer.from(key).toString('hex')),
    hasMajority: () => false,
    blocked: () => {
      blocked++;
    },
    ended: () => {
      ended++;
    },
  });
  const fail = async (...peers: BrickId[]): Promise<number> => {
    const endedBefore = ended;
    for (const peer of peers)
      heals.begin(peer, behind.standing(TERM), { term: TERM, firstIndex: HISTORY.length + 1 });
    while (ended < endedBefore + peers.length) await clock.advance(RETRY_MS);
    return blocked;
  };
  return { source, damaged, fail };
}

test('heals: all that is under way fails twice, since a record is damaged here: nobody can be healed, and that is said', async () => {
  const { fail } = await blockedHeals();
  expect(await fail(B, C)).toBe(0);
  expect(await fail(B, C)).toBe(1);
});

test('heals: one fails twice, the other has failed once: it may be on its way to being repaired', async () => {
  const { fail } = await blockedHeals();
  await fail(B);
  expect(await fail(B, C)).toBe(0);
});

test('heals: one meets a damaged record: with it those that follow are reported, to be repaired together', async () => {
  const { source, damaged, fail } = await blockedHeals();
  source.disk.flipBit(inodeKeyNamed('a'), 5);
  await fail(B);
  const both = ['a', 'b'].map((name) => Buffer.from(inodeKeyNamed(name)).toString('hex'));
  expect(damaged.sort()).toEqual(both.sort());
});
