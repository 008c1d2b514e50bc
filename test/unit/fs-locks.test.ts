import { expect, test } from 'vitest';
import { LockConflictError } from '../../src/core/errors.js';
import { sessionId, type Ino, type SessionId } from '../../src/core/ids.js';
import { LAST_BYTE, lockOwner, type LockRequest } from '../../src/core/lock.js';
import type { FileReply } from '../../src/core/operation.js';
import { lockKey } from '../../src/fs/keys.js';
import { decodeLocks } from '../../src/fs/lock-record.js';
import { MemoryVolume, outcome } from '../support/memory-volume.js';

const FIRST = sessionId(1);
const SECOND = sessionId(2);
const GRANTED: FileReply = { kind: 'locked', isGranted: true };
const DROPPED: FileReply = { kind: 'locked', isGranted: false };
const WHOLE = { family: 'whole', firstByte: 0, lastByte: LAST_BYTE } as const;
const RANGE = { family: 'range', firstByte: 10, lastByte: 29 } as const;

type Asked = Pick<LockRequest, 'family' | 'firstByte' | 'lastByte'>;

/** One owner in each session locks a file. */
class LockedFile {
  readonly volume = new MemoryVolume([FIRST, SECOND]);
  readonly file = this.volume.make('file');

  ask(session: SessionId, type: LockRequest['type'], what: Asked, file = this.file): FileReply {
    const lock = { ...what, type, owner: lockOwner('0000000000000001')!, pid: 7 };
    return this.volume.mutate({ kind: 'lock', ino: file, lock, waits: false }, session);
  }

  drop(session: SessionId, ...inos: Ino[]): FileReply {
    return this.volume.mutate({ kind: 'dropLocks', inos }, session);
  }

  /** `undefined`: there is no record of any. */
  held(file = this.file): string[] | undefined {
    const key = lockKey(file);
    const value = this.volume.readAll().get(key);
    if (value === undefined) return undefined;
    return decodeLocks(key, value).map(({ session, family, type }) => `${session} ${family} ${type}`);
  }
}

test('lock: flock(2), converted against another: is not granted, and the old one is gone', () => {
  const locked = new LockedFile();
  locked.ask(FIRST, 'read', WHOLE);
  locked.ask(SECOND, 'read', WHOLE);
  expect(locked.ask(FIRST, 'write', WHOLE)).toEqual(DROPPED);
  expect(locked.held()).toEqual(['2 whole read']);
  expect(locked.ask(SECOND, 'write', WHOLE)).toEqual(GRANTED);
});

test('lock: flock(2), refused to one that has none: is a conflict with its holder, and changes nothing', () => {
  const locked = new LockedFile();
  locked.ask(SECOND, 'read', WHOLE);
  const ask = () => locked.ask(FIRST, 'write', WHOLE);
  expect(ask).toThrow(LockConflictError);
  expect(ask).toThrow(expect.objectContaining({ holders: [{ session: SECOND, owner: '0000000000000001' }] }));
  expect(locked.held()).toEqual(['2 whole read']);
});

test('lock: a range, upgraded against another: is a conflict, and the old one stays', () => {
  const locked = new LockedFile();
  locked.ask(FIRST, 'read', RANGE);
  locked.ask(SECOND, 'read', RANGE);
  expect(outcome(() => locked.ask(FIRST, 'write', RANGE))).toBe('EAGAIN');
  expect(locked.held()).toEqual(['1 range read', '2 range read']);
});

test('lock: flock(2), refused to one that has locked a range: keeps the range', () => {
  const locked = new LockedFile();
  locked.ask(FIRST, 'write', RANGE);
  locked.ask(SECOND, 'write', WHOLE);
  expect(outcome(() => locked.ask(FIRST, 'read', WHOLE))).toBe('EAGAIN');
  expect(locked.held()).toEqual(['1 range write', '2 whole write']);
});

test('dropLocks: several files: all of the session go, of both families, and nobody else loses any', () => {
  const locked = new LockedFile();
  const [shared, own, other, free] = ['shared', 'own', 'other', 'free'].map((name) =>
    locked.volume.make(name),
  );
  locked.ask(FIRST, 'read', RANGE, shared);
  locked.ask(FIRST, 'read', WHOLE, shared);
  locked.ask(SECOND, 'read', RANGE, shared);
  locked.ask(FIRST, 'write', WHOLE, own);
  locked.ask(SECOND, 'write', RANGE, other);
  expect(locked.drop(FIRST, shared!, own!, other!, free!)).toEqual({ kind: 'done' });
  const left = [shared, own, other, free].map((file) => locked.held(file));
  expect(left).toEqual([['2 range read'], undefined, ['2 range write'], undefined]);
});

test('dropLocks: a file that is not named: keeps its locks', () => {
  const locked = new LockedFile();
  const second = locked.volume.make('second');
  locked.ask(FIRST, 'write', RANGE);
  locked.ask(FIRST, 'write', RANGE, second);
  locked.drop(FIRST, second);
  expect([locked.held(), locked.held(second)]).toEqual([['1 range write'], undefined]);
});

test('dropLocks: done twice, or of a file that is gone: changes nothing', () => {
  const locked = new LockedFile();
  locked.ask(FIRST, 'write', RANGE);
  locked.drop(FIRST, locked.file);
  locked.ask(SECOND, 'write', RANGE);
  const before = locked.volume.entries();
  const gone = 99 as Ino;
  expect(locked.drop(FIRST, locked.file, gone)).toEqual({ kind: 'done' });
  expect(locked.volume.entries()).toEqual(before);
});
