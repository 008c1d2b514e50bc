import { ERRNO } from '../src/core/errno.js';
import { HafsError } from '../src/core/errors.js';
import type { Logger } from '../src/runtime/logger.js';

/** Maps anything thrown below the mount to what the kernel is told. */
export function errnoOf(err: unknown, log: Logger): number {
  if (err instanceof HafsError) return ERRNO[err.errno];
  log.error('mount.unexpected_error', { err }); // A bug: it has no planned errno.
  return ERRNO.EIO;
}
