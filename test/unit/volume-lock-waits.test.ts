import { expect, test } from 'vitest';
import { LockConflictError } from '../../src/core/errors.js';
import { ino, sessionId } from '../../src/core/ids.js';
import { LAST_BYTE, lockOwner, type LockFamily, type LockRequest } from '../../src/core/lock.js';
import type { Mutation } from '../../src/core/operation.js';
import { LockWaits } from '../../src/volume/lock-waits.js';
import { ManualClock } from '../support/manual-clock.js';

const SESSION = sessionId(1);
const owner = (name: string) => lockOwner(name.padStart(16, '0'))!;

function lockBy(
  name: string,
  waits = true,
  family: LockFamily = 'range',
  type: LockRequest['type'] = 'write',
): Mutation {
  const lock = { family, owner: owner(name), type, firstByte: 0, lastByte: LAST_BYTE, pid: 1 };
  return { kind: 'lock', ino: ino(2), lock, waits };
}

/** Each of `steps` asks for a lock and finds it held: "ab" is a, held up by b. @returns how the last one ends. */
async function lastOf(steps: readonly string[], ask = lockBy, clock = new ManualClock()): Promise<string> {
  const waits = new LockWaits(clock);
  let ended = '';
  for (const [asker = '', holder = ''] of steps) {
    const conflict = new LockConflictError([{ session: SESSION, owner: owner(holder) }]);
    const asked = waits.observe(SESSION, ask(asker), () => Promise.reject(conflict));
    ended = await asked.catch((error: unknown) => (error as LockConflictError).errno);
  }
  return ended;
}

test.each([
  { steps: ['ab'], ended: 'EAGAIN', case: 'one waits' },
  { steps: ['ab', 'ba'], ended: 'EDEADLK', case: 'two wait for each other' },
  { steps: ['ab', 'bc', 'ca'], ended: 'EDEADLK', case: 'three in a circle' },
  { steps: ['ab', 'cb'], ended: 'EAGAIN', case: 'two wait for one' },
  { steps: ['ab', 'ac', 'ba'], ended: 'EAGAIN', case: 'it waits for another by now' },
])('lock waits: $case: $ended', async ({ steps, ended }) => {
  expect(await lastOf(steps)).toBe(ended);
});

test('lock waits: nobody asks again, or flock(2): is no deadlock', async () => {
  expect(await lastOf(['ab', 'ba'], (name) => lockBy(name, false))).toBe('EAGAIN');
  expect(await lastOf(['ab', 'ba'], (name) => lockBy(name, true, 'whole'))).toBe('EAGAIN');
});

const heldBy = (name: string) => () =>
  Promise.reject(new LockConflictError([{ session: SESSION, owner: owner(name) }]));

test('lock waits: it is granted, and the other hears so first: no deadlock', async () => {
  const waits = new LockWaits(new ManualClock());
  await waits.observe(SESSION, lockBy('a'), heldBy('b')).catch(() => undefined);
  let answerToA: (reply: string) => void = () => undefined;
  const granted = waits.observe(SESSION, lockBy('a'), () => new Promise((resolve) => (answerToA = resolve)));
  await expect(waits.observe(SESSION, lockBy('b'), heldBy('a'))).rejects.toThrow('EAGAIN');
  answerToA('granted');
  await granted;
});

test('lock waits: the holder has unlocked, and wants another: no deadlock with who has not asked again', async () => {
  const waits = new LockWaits(new ManualClock());
  await waits.observe(SESSION, lockBy('a'), heldBy('b')).catch(() => undefined);
  await waits.observe(SESSION, lockBy('b', false, 'range', 'none'), () => Promise.resolve('unlocked'));
  await expect(waits.observe(SESSION, lockBy('b'), heldBy('a'))).rejects.toThrow('EAGAIN');
  await expect(waits.observe(SESSION, lockBy('a'), heldBy('b'))).rejects.toThrow('EDEADLK');
});

test('lock waits: who waited has got it, or has gone: is no part of a circle any more', async () => {
  const clock = new ManualClock();
  const waits = new LockWaits(clock);
  await waits.observe(SESSION, lockBy('a'), heldBy('b')).catch(() => undefined);
  await waits.observe(SESSION, lockBy('a'), () => Promise.resolve('granted'));
  await expect(waits.observe(SESSION, lockBy('b'), heldBy('a'))).rejects.toThrow('EAGAIN');
  await clock.advance(3_000);
  await expect(waits.observe(SESSION, lockBy('a'), heldBy('b'))).rejects.toThrow('EAGAIN');
});

const heldByAll = (names: readonly string[]) => () =>
  Promise.reject(new LockConflictError(names.map((name) => ({ session: SESSION, owner: owner(name) }))));
const crowd = Array.from({ length: 100 }, (_, nth) => `${1_000 + nth}`);

test('lock waits: one who holds very many ranges counts as one: the circle behind him is noticed', async () => {
  const waits = new LockWaits(new ManualClock());
  const ranges = new Array<string>(4_096).fill('b');
  await waits.observe(SESSION, lockBy('a'), heldByAll([...ranges, 'c'])).catch(() => undefined);
  await expect(waits.observe(SESSION, lockBy('c'), heldBy('a'))).rejects.toThrow('EDEADLK');
});

test('lock waits: held up by more than are remembered: a circle is noticed once the first have let go', async () => {
  const waits = new LockWaits(new ManualClock());
  await waits.observe(SESSION, lockBy('a'), heldByAll([...crowd, 'b'])).catch(() => undefined);
  await expect(waits.observe(SESSION, lockBy('b'), heldBy('a'))).rejects.toThrow('EAGAIN');
  await expect(waits.observe(SESSION, lockBy('a'), heldByAll(['b']))).rejects.toThrow('EDEADLK');
});

test('lock waits: a chain of very many: is followed a good part of the way only', async () => {
  const waits = new LockWaits(new ManualClock());
  const names = Array.from({ length: 1_500 }, (_, nth) => `${10_000 + nth}`);
  for (const [nth, name] of names.entries()) {
    await waits.observe(SESSION, lockBy(name), heldBy(names[nth + 1] ?? 'b')).catch(() => undefined);
  }
  const last = names.at(-1)!;
  await expect(waits.observe(SESSION, lockBy(last), heldBy(names[1_400]!))).rejects.toThrow('EDEADLK');
  await expect(waits.observe(SESSION, lockBy(last), heldBy(names[0]!))).rejects.toThrow('EAGAIN');
});
