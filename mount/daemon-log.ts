import {
  constants,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  openSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusedError } from '../src/core/errors.js';
import { MIB } from '../src/core/limits.js';
import type { Clock, Timer } from '../src/runtime/clock.js';
import type { MountTarget } from './mount-point.js';
import { makeDirectory } from '../src/runtime/make-directory.js';

const LOG_DIRECTORY = '/var/log/hafs';
const NOWHERE = '/dev/null';
export const LOG_BYTES_MAX = 10 * MIB;
/** What a mount in trouble writes in this time comes on top. */
const CHECK_INTERVAL_MS = 10_000;
const STDERR = 2;

/** `/var/www` logs to `/var/log/hafs/var-www.log`, as GlusterFS names its mount logs. */
export const defaultLogFile = (directory: string): string =>
  join(LOG_DIRECTORY, `${directory.replace(/^\/+/, '').replaceAll('/', '-')}.log`);

const logFileOf = (named: string | undefined, target: MountTarget): string =>
  named ?? (target.kind === 'directory' ? defaultLogFile(target.path) : NOWHERE);

/**
 * Opens the file that a daemon's log goes to. The default one is given up silently where it cannot be
 * written (drop_privileges).
 * @throws {RefusedError} when a file was named and cannot be written.
 */
export function openDaemonLog(named: string | undefined, target: MountTarget): number {
  try {
    return openLog(logFileOf(named, target));
  } catch (err) {
    if (named === undefined) return openSync(NOWHERE, 'w');
    throw new RefusedError(`cannot log to ${named}: ${(err as Error).message}`, { cause: err });
  }
}

function openLog(path: string): number {
  if (path !== NOWHERE) makeDirectory(dirname(path));
  return openSync(path, 'a');
}

/** Keeps a daemon's log from filling the disk: what is older than the last 10 MiB, or 20, goes. */
export class LogBound {
  private readonly path: string;
  private timer: Timer | undefined;

  /** @param fd what the log is written to. */
  constructor(
    named: string | undefined,
    target: MountTarget,
    private readonly clock: Clock,
    private readonly fd: number = STDERR,
  ) {
    this.path = logFileOf(named, target);
  }

  /** Does nothing where the log goes somewhere else: in the foreground it is whoever started us who keeps it. */
  start(): void {
    this.check();
    this.timer = this.clock.after(CHECK_INTERVAL_MS, () => this.start());
  }

  stop(): void {
    this.timer?.stop();
  }

  /**
   * The file is copied and cut instead of renamed: who else has it open, such as the shell beside us, goes on writing to
   * the same one. Nothing of this process comes between the two.
   */
  private check(): void {
    try {
      const own = fstatSync(this.fd);
      if (!own.isFile() || own.size <= LOG_BYTES_MAX || !isSame(own, statSync(this.path))) return;
      copyOrForget(this.path);
      ftruncateSync(this.fd);
    } catch {
      // Whether there is a log or not: the mount goes on.
    }
  }
}

const isSame = (one: Stats, other: Stats): boolean => one.dev === other.dev && one.ino === other.ino;

/** A full disk is no reason to go on filling it. */
function copyOrForget(path: string): void {
  try {
    // What is there may be a link to somewhere else.
    rmSync(`${path}.1`, { force: true });
    copyFileSync(path, `${path}.1`, constants.COPYFILE_EXCL);
  } catch {
    rmSync(`${path}.1`, { force: true });
  }
}
