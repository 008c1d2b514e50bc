import { mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusedError } from '../src/core/errors.js';
import type { MountTarget } from './mount-point.js';

const LOG_DIRECTORY = '/var/log/hafs';
const NOWHERE = '/dev/null';

/** `/var/www` logs to `/var/log/hafs/var-www.log`, as GlusterFS names its mount logs. */
export const defaultLogFile = (directory: string): string =>
  join(LOG_DIRECTORY, `${directory.replace(/^\/+/, '').replaceAll('/', '-')}.log`);

/**
 * Opens the file that a daemon's log goes to. The default one is given up silently where it cannot be
 * written (drop_privileges).
 * @throws {RefusedError} when a file was named and cannot be written.
 */
export function openDaemonLog(named: string | undefined, target: MountTarget): number {
  try {
    return openLog(named ?? (target.kind === 'directory' ? defaultLogFile(target.path) : NOWHERE));
  } catch (err) {
    if (named === undefined) return openSync(NOWHERE, 'w');
    throw new RefusedError(`cannot log to ${named}: ${(err as Error).message}`, { cause: err });
  }
}

function openLog(path: string): number {
  if (path !== NOWHERE) mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a');
}
