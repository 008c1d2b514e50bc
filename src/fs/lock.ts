/** Locks: taken, tested, released, and given up with the session. */
import { FileError, LockConflictError } from '../core/errors.js';
import type { Ino, SessionId } from '../core/ids.js';
import type { FileReply } from '../core/operation.js';
import type { Draft } from './draft.js';
import { lockKey } from './keys.js';
import { decodeLocks, encodeLocks, type Lock } from './lock-record.js';
import { conflicting, granted } from './lock-table.js';
import type { OperationOf } from './operation-of.js';
import { loadInode } from './state.js';
import type { StateView } from './state-view.js';

/** On one file; each costs time whenever another is asked for. */
const LOCKS_MAX = 4_096;

/** @throws {LockConflictError} EAGAIN, when others hold it. */
export function lock(draft: Draft, { ino, lock: request }: OperationOf<'lock'>): FileReply {
  loadInode(draft, ino);
  const { session } = draft.context;
  const locks = loadLocks(draft, ino);
  const obstacles = conflicting(locks, session, request);
  if (obstacles.length > 0) {
    // Converting a lock of flock(2) takes two steps: the old one is gone even if the new one is not to be had.
    const without = granted(locks, session, { ...request, type: 'none' });
    const isDropped = request.family === 'whole' && without.length < locks.length;
    if (!isDropped) throw new LockConflictError(obstacles.map(holderOf));
    save(draft, ino, without);
    return { kind: 'locked', isGranted: false };
  }
  const after = granted(locks, session, request);
  if (after.length > LOCKS_MAX) throw new FileError('ENOLCK', `${LOCKS_MAX} locks on inode ${ino}`);
  save(draft, ino, after);
  return { kind: 'locked', isGranted: true };
}

/** The first of the locks that stand against one, as F_GETLK tells it. */
export function testLock(operation: OperationOf<'testLock'>, session: SessionId, view: StateView): FileReply {
  loadInode(view, operation.ino);
  const [first] = conflicting(loadLocks(view, operation.ino), session, operation.lock);
  if (first === undefined) return { kind: 'obstacle' };
  const { type, firstByte, lastByte, pid } = first;
  return { kind: 'obstacle', lock: { type, firstByte, lastByte, pid } };
}

/** Gives up whatever the asking session has locked on these inodes. */
export function dropLocks(draft: Draft, { inos }: OperationOf<'dropLocks'>): FileReply {
  for (const ino of inos) {
    const locks = loadLocks(draft, ino);
    const others = locks.filter(({ session }) => session !== draft.context.session);
    if (others.length < locks.length) save(draft, ino, others);
  }
  return { kind: 'done' };
}

const holderOf = ({ session, owner }: Lock) => ({ session, owner });

function loadLocks(view: StateView, ino: Ino): Lock[] {
  const key = lockKey(ino);
  const value = view.get(key);
  return value === undefined ? [] : decodeLocks(key, value);
}

function save(draft: Draft, ino: Ino, locks: readonly Lock[]): void {
  if (locks.length > 0) draft.put(lockKey(ino), encodeLocks(locks));
  else draft.removeIfPresent(lockKey(ino));
}
