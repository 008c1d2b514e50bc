import { lockOwner, LAST_BYTE, type LockOwner, type LockRequest } from '../../src/core/lock.js';
import { InvalidRequestError } from '../../src/core/errors.js';
import type { Ino } from '../../src/core/ids.js';
import type { HeldLocks } from '../held-locks.js';
import type { LockPatience } from '../lock-patience.js';
import type { LockFields } from '../protocol/kernel-request.js';
import type { RequestHeader } from '../protocol/kernel-request.js';
import type { KernelNodeId } from '../protocol/request-ids.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

export interface LockContext extends OperationContext {
  readonly held: HeldLocks;
  readonly patience: LockPatience;
  /** An open file of the inode is gone. */
  readonly closed: (nodeid: KernelNodeId, handle: bigint) => void;
}

type LockKind = 'testLock' | 'lock' | 'flush' | 'release';

/** fcntl(2) and flock(2) locks: the volume manager keeps them, so that every mount sees them. */
export function lockOperations(context: LockContext): Handlers<LockKind> {
  const { gate, nodes, held, patience } = context;
  return {
    testLock: async ({ lock }, { unique, nodeid }) => {
      const asked = { kind: 'testLock', ino: nodes.inoOf(nodeid), lock: requestOf(lock) } as const;
      const { lock: obstacle } = await gate.ask(unique, asked, 'obstacle');
      return { kind: 'obstacle', lock: obstacle };
    },
    lock: async ({ lock, handle, waits }, { unique, nodeid }) => {
      const ino = nodes.inoOf(nodeid);
      const request = requestOf(lock);
      const asked = { kind: 'lock', ino, lock: request, waits: waits && request.type !== 'none' } as const;
      const ask = async () => (await gate.ask(unique, asked, 'locked')).isGranted;
      if (request.type === 'none') await ask();
      else await held.asking(handle, ino, request, () => patience.until(unique, waits, ask));
      return { kind: 'done' };
    },
    flush: async ({ owner }, header) => {
      const ino = nodes.inoOf(header.nodeid);
      const closing = ownerOf(owner);
      if (held.takeOwner(ino, closing)) await unlock(context, header, ino, 'range', closing);
      return { kind: 'done' };
    },
    release: async ({ handle }, header) => {
      context.closed(header.nodeid, handle);
      for (const { ino, family, owner } of held.takeHandle(handle)) {
        await unlock(context, header, ino, family, owner);
      }
      return { kind: 'done' };
    },
  };
}

async function unlock(
  { gate }: OperationContext,
  { unique }: RequestHeader,
  ino: Ino,
  family: LockRequest['family'],
  owner: LockOwner,
): Promise<void> {
  const all = { firstByte: 0, lastByte: LAST_BYTE, pid: 0 };
  const lock: LockRequest = { family, owner, type: 'none', ...all };
  await gate.ask(unique, { kind: 'lock', ino, lock, waits: false }, 'locked');
}

const requestOf = ({ owner, ...lock }: LockFields): LockRequest => ({ ...lock, owner: ownerOf(owner) });

function ownerOf(owner: bigint): LockOwner {
  const known = lockOwner(owner.toString(16).padStart(16, '0'));
  if (known === undefined) throw new InvalidRequestError('the owner of a lock has 64 bits');
  return known;
}
