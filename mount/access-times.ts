import type { FileCache } from '../src/client/cache/file-cache.js';
import type { FileVolume } from '../src/client/file-volume.js';
import { isAccessTimeDue } from '../src/core/access-time.js';
import type { Attr } from '../src/core/attr.js';
import type { Errno } from '../src/core/errno.js';
import { FileError, HafsError } from '../src/core/errors.js';
import type { Ino } from '../src/core/ids.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { settlesWithin } from './settles-within.js';

/** A mount that froze holds up changes for longer; whoever reads does not wait for that. */
const PATIENCE_MS = 1_000;
/** For how long none is moved after one could not be: read-only, full, no majority. */
const LEFT_OFF_MS = 5_000;

/** It says nothing of other files. */
const GONE: readonly Errno[] = ['ENOENT', 'ESTALE'];

const ON: readonly string[] = ['relatime', 'strictatime'];
const OFF: readonly string[] = ['noatime', 'norelatime', 'nostrictatime'];

/** Whose access times a mount moves. */
export interface AccessTimesKept {
  readonly isOfFiles: boolean;
  readonly isOfDirectories: boolean;
}

/** @param kernelOptions of mount(8), of which the last counts; without any of these none is moved (docs/posix.md). */
export function accessTimesKept(kernelOptions: readonly string[]): AccessTimesKept {
  const lastOf = (...names: readonly string[]): string =>
    kernelOptions.findLast((option) => names.includes(option)) ?? '';
  const isOfFiles = ON.includes(lastOf(...ON, ...OFF)) && lastOf('ro', 'rw') !== 'ro';
  return { isOfFiles, isOfDirectories: isOfFiles && lastOf('diratime', 'nodiratime') !== 'nodiratime' };
}

/**
 * Moves the access times of what the kernel reads, by `relatime`'s rule: one change of the volume for the first read after
 * each change of a file. What reads the kernel answers from its pages is not seen; so it keeps none of a file whose access
 * time is due (teller.ts).
 */
export class AccessTimes {
  /** At most as many as requests of the kernel. */
  private readonly moving = new Map<Ino, Promise<void>>();
  private leftOffUntilMs = -Infinity;

  constructor(
    private readonly kept: AccessTimesKept,
    private readonly volume: Pick<FileVolume, 'execute'>,
    private readonly cache: Pick<FileCache, 'attrOf'>,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  isDue(attr: Attr): boolean {
    const isKept = attr.type === 'directory' ? this.kept.isOfDirectories : this.kept.isOfFiles;
    if (!isKept || this.clock.monotonicMs() < this.leftOffUntilMs) return false;
    return isAccessTimeDue(attr, this.clock.wallTime());
  }

  /** It will be read. Settles once its access time has moved, or cannot be moved soon; `undefined` when it is not due. */
  read(ino: Ino): Promise<unknown> | undefined {
    if (!this.kept.isOfFiles) return undefined;
    const known = this.cache.attrOf(ino);
    if (known !== undefined && !this.isDue(known)) return undefined;
    const moving = this.moving.get(ino) ?? this.begin(ino, known);
    return settlesWithin(moving, PATIENCE_MS, this.clock);
  }

  private begin(ino: Ino, known: Attr | undefined): Promise<void> {
    const moving = this.move(ino, known).finally(() => this.moving.delete(ino));
    this.moving.set(ino, moving);
    return moving;
  }

  private async move(ino: Ino, known: Attr | undefined): Promise<void> {
    try {
      if (known !== undefined || (await this.isFoundDue(ino)))
        await this.volume.execute({ kind: 'access', ino });
    } catch (err) {
      if (err instanceof FileError && GONE.includes(err.errno)) return;
      if (!(err instanceof HafsError)) throw err;
      this.leftOffUntilMs = this.clock.monotonicMs() + LEFT_OFF_MS;
      this.log.debug('mount.access_time_not_moved', { err });
    }
  }

  /** Where nothing is kept under a lease, asking is much less than changing. */
  private async isFoundDue(ino: Ino): Promise<boolean> {
    const reply = await this.volume.execute({ kind: 'getattr', ino });
    return reply.kind === 'attr' && this.isDue(reply.attr);
  }
}
