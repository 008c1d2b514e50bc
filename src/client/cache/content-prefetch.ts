import type { Attr } from '../../core/attr.js';
import { HafsError } from '../../core/errors.js';
import type { Ino } from '../../core/ids.js';
import { keepNewest } from '../../core/keep-newest.js';
import { IO_SIZE_BYTES_MAX, READ_FILES_MAX, SMALL_FILE_BYTES_MAX } from '../../core/limits.js';
import type { FileContent } from '../../core/operation.js';
import type { Logger } from '../../runtime/logger.js';
import type { FileVolume } from '../file-volume.js';
import { ContentCache } from './content-cache.js';
import type { FileCache } from './file-cache.js';

/** Told for each file that was read: three of them perhaps in vain. */
const FILES_PER_READ = 4;
const FILES_MIN = 8;
/** As many unread ones are enough until the next ones have come. */
const UNREAD_ENOUGH = 16;
/** Looked at in one go, to find files of which the content is wanted. */
const NAMES_PER_LOOK_MAX = 1_024;
const UNDER_WAY_MAX = 4;
const DIRECTORIES_MAX = 1_024;
/** Files of which it is remembered in which directory they were found. */
const FOUND_MAX = 16_384;

/** How far a directory has been read, and fetched. */
interface Progress {
  /** Files that were read, each once. */
  readCount: number;
  fetchedCount: number;
  /** Asked for, and not read yet. */
  readonly ahead: Set<Ino>;
  /** Goes through the directory, and through what is added to it meanwhile. */
  rest: Iterator<Ino>;
  /** With so many read it begins anew: there may be others by then. Each time with twice as many, for directories are long. */
  beginAnewAt: number;
  /** With so many read it is tried again, after the volume has not answered. */
  tryAgainAt: number;
  isUnderWay: boolean;
}

interface Found {
  readonly directory: Ino;
  isRead: boolean;
}

/**
 * Where small files of one directory are read, one after the other, their neighbours' contents are asked for before they are
 * read: dozens in one answer. How much is told in vain is bounded by what was read.
 */
export class ContentPrefetch {
  private readonly contents: ContentCache;
  private readonly found = new Map<Ino, Found>();
  private readonly directories = new Map<Ino, Progress>();
  private underWayCount = 0;

  constructor(
    private readonly volume: Pick<FileVolume, 'execute'>,
    private readonly cache: Pick<FileCache, 'attrOf' | 'inosIn'>,
    private readonly log: Logger,
  ) {
    this.contents = new ContentCache(cache);
  }

  /** Somebody was told that the directory has this inode, and may read it. */
  foundIn(directory: Ino, ino: Ino): void {
    const isRead = this.found.get(ino)?.isRead ?? false;
    keepNewest(this.found, ino, { directory, isRead }, FOUND_MAX);
  }

  /** @returns what the volume would answer, or `undefined` when that is not known here: then it is to be asked. */
  read(ino: Ino, offsetBytes: number, lengthBytes: number): Uint8Array | undefined {
    const data = this.contents.read(ino, offsetBytes, lengthBytes);
    const found = this.found.get(ino);
    if (found !== undefined && offsetBytes === 0) this.wasRead(ino, found);
    return data;
  }

  private wasRead(ino: Ino, found: Found): void {
    const progress = this.progressOf(found.directory);
    if (!found.isRead) progress.readCount++;
    found.isRead = true;
    progress.ahead.delete(ino);
    if (progress.isUnderWay || this.underWayCount >= UNDER_WAY_MAX) return;
    const count = Math.min(READ_FILES_MAX, FILES_PER_READ * progress.readCount - progress.fetchedCount);
    if (count < FILES_MIN || progress.readCount < progress.tryAgainAt || this.isAhead(progress)) return;
    const files = this.next(found.directory, progress, count);
    if (files.length > 0) void this.fetch(progress, files);
  }

  /** What was taken back meanwhile is not there any more. */
  private isAhead({ ahead }: Progress): boolean {
    if (ahead.size <= UNREAD_ENOUGH) return false;
    for (const ino of ahead) if (!this.contents.has(ino)) ahead.delete(ino);
    return ahead.size > UNREAD_ENOUGH;
  }

  /** The next small files of the directory that have not been read. */
  private next(directory: Ino, progress: Progress, countMax: number): Attr[] {
    if (progress.readCount >= progress.beginAnewAt) {
      progress.rest = this.cache.inosIn(directory);
      progress.beginAnewAt = 2 * progress.readCount;
    }
    const files: Attr[] = [];
    let leftBytes = IO_SIZE_BYTES_MAX;
    for (let looks = 0; looks < NAMES_PER_LOOK_MAX && files.length < countMax; looks++) {
      if (leftBytes < SMALL_FILE_BYTES_MAX) break;
      const step = progress.rest.next();
      if (step.done === true) break;
      const attr = this.wanted(step.value);
      if (attr === undefined) continue;
      files.push(attr);
      leftBytes -= attr.sizeBytes;
    }
    return files;
  }

  /** What is known of a file of which the content is wanted. */
  private wanted(ino: Ino): Attr | undefined {
    if (this.found.get(ino)?.isRead === true || this.contents.has(ino)) return undefined;
    const attr = this.cache.attrOf(ino);
    const isSmall = attr?.type === 'regular' && attr.sizeBytes > 0 && attr.sizeBytes <= SMALL_FILE_BYTES_MAX;
    return isSmall ? attr : undefined;
  }

  private async fetch(progress: Progress, files: readonly Attr[]): Promise<void> {
    progress.isUnderWay = true;
    progress.fetchedCount += files.length;
    this.underWayCount++;
    for (const { ino } of files) progress.ahead.add(ino);
    try {
      // Who reads asks first.
      await Promise.resolve();
      const reply = await this.volume.execute({ kind: 'readFiles', inos: files.map(({ ino }) => ino) });
      if (reply.kind === 'files') this.keep(files, reply.files);
    } catch (error) {
      if (!(error instanceof HafsError)) throw error;
      progress.tryAgainAt = 2 * progress.readCount;
      this.log.debug('client.prefetch_failed', { error });
    } finally {
      for (const { ino } of files) if (!this.contents.has(ino)) progress.ahead.delete(ino);
      progress.isUnderWay = false;
      this.underWayCount--;
    }
  }

  private keep(files: readonly Attr[], contents: readonly FileContent[]): void {
    const attrs = new Map(files.map((attr) => [attr.ino, attr]));
    for (const content of contents) {
      const attr = attrs.get(content.ino);
      // What was read meanwhile is in the pages of whoever has asked.
      if (attr !== undefined && this.found.get(content.ino)?.isRead !== true)
        this.contents.keep(attr, content);
    }
  }

  private progressOf(directory: Ino): Progress {
    const progress = this.directories.get(directory) ?? {
      readCount: 0,
      fetchedCount: 0,
      ahead: new Set(),
      rest: [].values(),
      beginAnewAt: 0,
      tryAgainAt: 0,
      isUnderWay: false,
    };
    return keepNewest(this.directories, directory, progress, DIRECTORIES_MAX);
  }
}
