import { ERRNO } from '../../src/core/errno.js';
import { errorReply, type KernelReply } from '../protocol/kernel-reply.js';
import { negotiate } from '../protocol/init-answer.js';
import type { Forget } from '../protocol/kernel-request.js';
import type { Unique } from '../protocol/request-ids.js';
import type { Handlers } from './handler.js';

type LocalKind = 'init' | 'open' | 'opendir' | 'settle' | 'forget' | 'interrupt' | 'unsupported';

export interface LocalEffects {
  forget(forget: Forget): void;
  callOff(target: Unique): void;
  /** A number for an open file, not used before. */
  nextHandle(): bigint;
}

const SILENCE: KernelReply = { kind: 'none' };

/** What the mount answers by itself. OPEN needs no round trip: permissions are the kernel's. */
export function localOperations(effects: LocalEffects): Handlers<LocalKind> {
  return {
    init: ({ offer }) => ({ kind: 'init', answer: negotiate(offer) }),
    // What is closed after being read only cannot have changed anything, and hardly ever holds a lock.
    open: ({ isReadOnly }) => ({ kind: 'opened', handle: effects.nextHandle(), isFlushed: !isReadOnly }),
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
