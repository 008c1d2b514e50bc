import { ERRNO } from '../../src/core/errno.js';
import { FileError } from '../../src/core/errors.js';
import { openedAs } from '../open-files/quick-answers.js';
import { errorReply, type KernelReply } from '../protocol/kernel-reply.js';
import { negotiate } from '../protocol/init-answer.js';
import type { Forget } from '../protocol/kernel-request.js';
import type { KernelNodeId, Unique } from '../protocol/request-ids.js';
import type { Handlers } from './handler.js';

type LocalKind = 'init' | 'open' | 'opendir' | 'settle' | 'forget' | 'interrupt' | 'unsupported';

export interface LocalEffects {
  forget(forget: Forget): void;
  callOff(target: Unique): void;
  /** Whether a process of this mount may hold a lock of ranges on the file. */
  isLocked(nodeid: KernelNodeId): boolean;
  /** Whether the inode was unlinked elsewhere and has been given up here. */
  isReleased(nodeid: KernelNodeId): boolean;
  /** The kernel speaks this minor version of the protocol. */
  offered(minor: number): void;
  /** A number for an open file, not used before. */
  nextHandle(): bigint;
}

const SILENCE: KernelReply = { kind: 'none' };

/** What the mount answers by itself. OPEN needs no round trip: permissions are the kernel's. */
export function localOperations(effects: LocalEffects): Handlers<LocalKind> {
  return {
    init: ({ offer }) => {
      effects.offered(offer.minor);
      return { kind: 'init', answer: negotiate(offer) };
    },
    open: (body, { nodeid }) => {
      // The kernel then looks the path up anew.
      if (effects.isReleased(nodeid)) throw new FileError('ESTALE', 'it was unlinked');
      return openedAs(effects.nextHandle(), body, effects.isLocked(nodeid));
    },
    opendir: () => ({ kind: 'directoryOpened' }),
    settle: () => ({ kind: 'done' }),
    forget: ({ forgets }) => {
      for (const forget of forgets) effects.forget(forget);
      return SILENCE;
    },
    interrupt: ({ target }) => {
      effects.callOff(target);
      return SILENCE;
    },
    // ENOSYS makes the kernel fall back on its own and not ask again.
    unsupported: () => errorReply(ERRNO.ENOSYS),
  };
}
