import { expect, test } from 'vitest';
import { FileError } from '../../src/core/errors.js';
import { ino } from '../../src/core/ids.js';
import { lockOwner } from '../../src/core/lock.js';
import { HeldLocks } from '../../mount/held-locks.js';
import { LockPatience } from '../../mount/lock-patience.js';
import { unique } from '../../mount/protocol/request-ids.js';
import { ManualClock } from '../support/manual-clock.js';

const FILE = ino(2);
const PROCESS = lockOwner('0000000000000001')!;
const OPEN_FILE = lockOwner('0000000000000002')!;

test('held locks: none: nobody need be asked when a file is closed', () => {
  const held = new HeldLocks();
  expect(held.takeOwner(FILE, PROCESS)).toBe(false);
  expect(held.takeHandle(1n)).toEqual([]);
  expect(held.isLocked(FILE)).toBe(false);
});

test('held locks: a process closes the file by another handle: its range locks go, once', () => {
  const held = new HeldLocks();
  held.add(1n, FILE, { family: 'range', owner: PROCESS });
  held.add(2n, FILE, { family: 'range', owner: PROCESS });
  expect(held.isLocked(FILE)).toBe(true);
  expect(held.takeOwner(FILE, PROCESS)).toBe(true);
  expect(held.takeOwner(FILE, PROCESS)).toBe(false);
  expect([held.takeHandle(1n), held.takeHandle(2n), held.isLocked(FILE)]).toEqual([[], [], false]);
});

test('held locks: the last descriptor of an open file goes: what was taken through it goes, of both families', () => {
  const held = new HeldLocks();
  held.add(1n, FILE, { family: 'whole', owner: OPEN_FILE });
  held.add(1n, FILE, { family: 'range', owner: OPEN_FILE });
  expect(held.takeOwner(FILE, PROCESS)).toBe(false);
  expect(held.takeHandle(1n).map(({ family }) => family)).toEqual(['whole', 'range']);
  expect(held.isLocked(FILE)).toBe(false);
});

test('held locks: of ranges: says when a file gets its first, and when its last has gone', () => {
  const said: unknown[] = [];
  const held = new HeldLocks((file, isLocked) => said.push([file, isLocked]));
  held.add(1n, FILE, { family: 'whole', owner: OPEN_FILE });
  held.add(1n, FILE, { family: 'range', owner: PROCESS });
  held.add(1n, FILE, { family: 'range', owner: OPEN_FILE });
  held.takeOwner(FILE, PROCESS);
  expect(said).toEqual([[FILE, true]]);
  held.takeHandle(1n);
  expect(said).toEqual([
    [FILE, true],
    [FILE, false],
  ]);
});

test.each(['granted', 'refused'])(
  'held locks: the file is closed by another thread while one waits, which is then %s: the last close releases all the same',
  async (ending) => {
    const held = new HeldLocks();
    const asked = held.asking(1n, FILE, { family: 'range', owner: PROCESS }, () => {
      expect([held.isLocked(FILE), held.takeOwner(FILE, PROCESS)]).toEqual([true, true]);
      return ending === 'granted' ? Promise.resolve() : refused();
    });
    expect(await asked.catch((error: unknown) => (error as FileError).errno)).toBe(
      ending === 'granted' ? undefined : 'EAGAIN',
    );
    expect([held.isLocked(FILE), held.takeOwner(FILE, PROCESS), held.isLocked(FILE)]).toEqual([
      true,
      true,
      false,
    ]);
  },
);

const refused = () => Promise.reject(new FileError('EAGAIN'));

test('lock patience: not to be had, and nobody waits: EAGAIN', async () => {
  const patience = new LockPatience(new ManualClock());
  await expect(patience.until(unique(1n), false, refused)).rejects.toThrow('EAGAIN');
});

test('lock patience: free after a while: is asked for until then', async () => {
  const clock = new ManualClock();
  let asked = 0;
  const ask = () => (++asked < 4 ? refused() : Promise.resolve(true));
  let isDone = false;
  const waiting = new LockPatience(clock).until(unique(1n), true, ask).then(() => (isDone = true));
  for (let ms = 0; ms < 20; ms++) await clock.advance(1);
  await waiting;
  expect([isDone, asked]).toEqual([true, 4]);
});

test.each(['a signal comes', 'the mount comes down'])('lock patience: %s: EINTR', async (what) => {
  const clock = new ManualClock();
  const patience = new LockPatience(clock);
  const waiting = patience.until(unique(1n), true, refused);
  const outcome = expect(waiting).rejects.toThrow('EINTR');
  await clock.advance(0);
  if (what === 'a signal comes') patience.callOff(unique(1n));
  else patience.stop();
  await clock.advance(50);
  await outcome;
});

test('lock patience: refused for another reason: is not asked for again', async () => {
  const patience = new LockPatience(new ManualClock());
  const deadlock = () => Promise.reject(new FileError('EDEADLK'));
  await expect(patience.until(unique(1n), true, deadlock)).rejects.toThrow('EDEADLK');
});
