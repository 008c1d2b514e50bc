import { expect, test } from 'vitest';
import { FileError, InvalidRequestError, OutcomeUnknownError } from '../../src/core/errors.js';
import { sessionId } from '../../src/core/ids.js';
import { SlotCalls, type Mutated } from '../../src/volume/slot-calls.js';

const DONE: Mutated = { reply: { kind: 'done' } };
const id = (sequence: number, slot = 0, session = 1) => ({ session: sessionId(session), slot, sequence });
const refused = () => Promise.reject(new FileError('EEXIST'));
const done = () => Promise.resolve(DONE);

test('slot calls: repeated while under way: both get the one reply', async () => {
  const calls = new SlotCalls();
  let count = 0;
  const work = async (): Promise<Mutated> => {
    count++;
    await Promise.resolve();
    return DONE;
  };
  expect(await Promise.all([calls.run(id(1), work), calls.run(id(1), work)])).toEqual([DONE, DONE]);
  expect(count).toBe(1);
});

test('slot calls: refused, then a late copy comes: is refused again, and not done', async () => {
  const calls = new SlotCalls();
  await expect(calls.run(id(1), refused)).rejects.toThrow('EEXIST');
  await expect(calls.run(id(1), done)).rejects.toThrow('EEXIST');
});

test('slot calls: the slot has gone on: an older copy is refused', async () => {
  const calls = new SlotCalls();
  await calls.run(id(1), refused).catch(() => undefined);
  await calls.run(id(2), refused).catch(() => undefined);
  await expect(calls.run(id(1), done)).rejects.toThrow(InvalidRequestError);
});

test('slot calls: its outcome in doubt: may be tried again', async () => {
  const calls = new SlotCalls();
  const doubtful = () => Promise.reject(new OutcomeUnknownError('the manager stepped down'));
  await expect(calls.run(id(1), doubtful)).rejects.toThrow(OutcomeUnknownError);
  expect(await calls.run(id(1), done)).toEqual(DONE);
});

test('slot calls: other slots and sessions: are not held up', async () => {
  const calls = new SlotCalls();
  await calls.run(id(5), refused).catch(() => undefined);
  expect(await calls.run(id(1, 1), done)).toEqual(DONE);
  expect(await calls.run(id(1, 0, 2), done)).toEqual(DONE);
  calls.forget(sessionId(1));
  expect(await calls.run(id(1), done)).toEqual(DONE);
});
