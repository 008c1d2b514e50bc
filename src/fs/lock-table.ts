/** What a file's locks come to when one more is asked for: fcntl(2), flock(2), POSIX.1-2017 fcntl(). */
import type { SessionId } from '../core/ids.js';
import type { LockRequest } from '../core/lock.js';
import type { Lock } from './lock-record.js';

const isOwn = (lock: Lock, session: SessionId, { owner, family }: LockRequest): boolean =>
  lock.session === session && lock.owner === owner && lock.family === family;

const overlap = (lock: Lock, { firstByte, lastByte }: LockRequest): boolean =>
  lock.firstByte <= lastByte && firstByte <= lock.lastByte;

/** The locks that stand against a request; the asker's own never do. */
export function conflicting(locks: readonly Lock[], session: SessionId, request: LockRequest): Lock[] {
  if (request.type === 'none') return [];
  return locks.filter(
    (lock) =>
      lock.family === request.family &&
      !isOwn(lock, session, request) &&
      overlap(lock, request) &&
      (lock.type === 'write' || request.type === 'write'),
  );
}

/** The locks once a request without conflicts is granted: it replaces what its owner had of these bytes. */
export function granted(locks: readonly Lock[], session: SessionId, request: LockRequest): Lock[] {
  const others = locks.filter((lock) => !isOwn(lock, session, request));
  const own = locks.filter((lock) => isOwn(lock, session, request)).flatMap((lock) => cutOut(lock, request));
  const { type, owner, family, firstByte, lastByte, pid } = request;
  if (type === 'none') return [...others, ...own];
  return [...others, ...joined([...own, { session, owner, family, type, firstByte, lastByte, pid }])];
}

/** What is left of a lock outside of a range: nothing, one piece, or two. */
function cutOut(lock: Lock, range: LockRequest): Lock[] {
  if (!overlap(lock, range)) return [lock];
  const pieces: Lock[] = [];
  if (lock.firstByte < range.firstByte) pieces.push({ ...lock, lastByte: range.firstByte - 1 });
  if (lock.lastByte > range.lastByte) pieces.push({ ...lock, firstByte: range.lastByte + 1 });
  return pieces;
}

/** One owner's locks, neighbours of one type made one, ascending. */
function joined(locks: readonly Lock[]): Lock[] {
  const sorted = [...locks].sort((a, b) => a.firstByte - b.firstByte);
  const result: Lock[] = [];
  for (const lock of sorted) {
    const last = result.at(-1);
    if (last?.type === lock.type && last.lastByte + 1 === lock.firstByte) {
      result[result.length - 1] = { ...last, lastByte: lock.lastByte, pid: lock.pid };
    } else {
      result.push(lock);
    }
  }
  return result;
}
