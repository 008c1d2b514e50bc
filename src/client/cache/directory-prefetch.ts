import { HafsError } from '../../core/errors.js';
import type { Ino } from '../../core/ids.js';
import { keepNewest } from '../../core/keep-newest.js';
import type { Logger } from '../../runtime/logger.js';
import type { FileVolume } from '../file-volume.js';
import type { FileCache } from './file-cache.js';

/** What it costs to be told of as many names in one answer is about what one name costs in its own. */
const ENTRIES_PER_MISS = 64;
const ENTRIES_MIN = 128;
const ENTRIES_MAX = 1_024;
/** Of one directory: whoever looks at a few names of a very large one shall not be told all of it. */
const ENTRIES_PER_DIRECTORY_MAX = 16_384;
const UNDER_WAY_MAX = 4;
const DIRECTORIES_MAX = 1_024;

/** Where listings are not kept, because the directory is being changed all the time, they are tried ever more rarely. */
const VAIN_FACTOR_MAX = 1_024;

interface Progress {
  /** Names that the volume was asked for since the last listing. */
  missCount: number;
  listedCount: number;
  /** So many times as many names must be asked for before the next one. */
  vainFactor: number;
  isUnderWay: boolean;
}

/**
 * Lists directories in whose names somebody is interested, one after the other, before he asks for the others: a listing tells
 * hundreds of names, and that all others do not exist, in one answer. How much is told in vain is bounded by what was asked for.
 */
export class DirectoryPrefetch {
  private readonly directories = new Map<Ino, Progress>();
  private underWayCount = 0;

  constructor(
    private readonly volume: Pick<FileVolume, 'execute'>,
    private readonly cache: Pick<FileCache, 'listedTo'>,
    private readonly log: Logger,
  ) {}

  /** The volume is asked for a name in the directory. */
  missed(directory: Ino): void {
    const progress = this.progressOf(directory);
    progress.missCount++;
    if (progress.isUnderWay || this.underWayCount >= UNDER_WAY_MAX) return;
    const from = this.cache.listedTo(directory);
    if (from === 0) progress.listedCount = 0; // Nothing of it is kept any more.
    const wantedCount = sizeOfNext(progress);
    if (from === Infinity || progress.listedCount >= ENTRIES_PER_DIRECTORY_MAX) return;
    if (progress.missCount * ENTRIES_PER_MISS < wantedCount * progress.vainFactor) return;
    progress.missCount = 0;
    progress.listedCount += wantedCount;
    void this.list(directory, progress, { from, entriesMax: wantedCount });
  }

  private async list(
    directory: Ino,
    progress: Progress,
    { from, entriesMax }: { readonly from: number; readonly entriesMax: number },
  ): Promise<void> {
    progress.isUnderWay = true;
    this.underWayCount++;
    try {
      const range = { cookie: from, entriesMax, withAttr: true };
      await this.volume.execute({ kind: 'readdir', ino: directory, ...range });
    } catch (error) {
      if (!(error instanceof HafsError)) throw error;
      this.log.debug('client.prefetch_failed', { error });
    } finally {
      const isKept = this.cache.listedTo(directory) > from;
      progress.vainFactor = isKept ? 1 : Math.min(2 * progress.vainFactor, VAIN_FACTOR_MAX);
      progress.isUnderWay = false;
      this.underWayCount--;
    }
  }

  private progressOf(directory: Ino): Progress {
    const known = this.directories.get(directory);
    const progress = known ?? { missCount: 0, listedCount: 0, vainFactor: 1, isUnderWay: false };
    return keepNewest(this.directories, directory, progress, DIRECTORIES_MAX);
  }
}

/** As much again as before, so that small directories are told whole soon. */
const sizeOfNext = ({ listedCount }: Progress): number =>
  Math.min(ENTRIES_MAX, Math.max(ENTRIES_MIN, listedCount));
