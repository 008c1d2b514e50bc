import { fstatSync, ftruncateSync, readSync, writeSync } from 'node:fs';

export const PAGE_BYTES = 4_096;
const NOTHING = Buffer.alloc(PAGE_BYTES);
const HALF = 0.5;
const QUARTER = 0.25;

/** How a loss of power treats each thing that was not synced. */
export interface Fate {
  /** Drawn once for each page: whether it had reached the disk all the same. */
  readonly isKept: () => boolean;
  /** 0 <= value < 1 */
  readonly unit: () => number;
}

/** One file's changes since it was last synced: what stood there before, page by page. */
export class UnsyncedData {
  private readonly before = new Map<number, Buffer>();
  private readonly syncedBytes: number;

  constructor(private readonly fd: number) {
    this.syncedBytes = fstatSync(fd).size;
  }

  /** To be called before any change of these bytes. */
  willChange(fromBytes: number, toBytes: number): void {
    const lastPage = Math.ceil(toBytes / PAGE_BYTES);
    for (let page = Math.floor(fromBytes / PAGE_BYTES); page < lastPage; page++) {
      if (!this.before.has(page)) this.before.set(page, this.syncedPage(page));
    }
  }

  willTruncate(toBytes: number): void {
    const { size } = fstatSync(this.fd);
    this.willChange(Math.min(toBytes, size), Math.max(toBytes, size));
  }

  /** @returns how many pages were lost. */
  lose(fate: Fate): number {
    const { size } = fstatSync(this.fd);
    ftruncateSync(this.fd, Math.max(size, this.syncedBytes));
    let keptBytes = this.syncedBytes;
    let lost = 0;
    for (const [page, bytes] of this.before) {
      if (fate.isKept()) {
        keptBytes = Math.max(keptBytes, Math.min((page + 1) * PAGE_BYTES, size));
        continue;
      }
      lost++;
      writeSync(this.fd, bytes, 0, PAGE_BYTES, page * PAGE_BYTES);
    }
    ftruncateSync(this.fd, this.sizeAfter(fate, size, keptBytes, lost < this.before.size));
    return lost;
  }

  /** A file's size reaches the disk on its own: with the last page that did, before it, or after it. */
  private sizeAfter(fate: Fate, sizeBytes: number, keptBytes: number, isAnyKept: boolean): number {
    if (!isAnyKept) return this.syncedBytes;
    const drawn = fate.unit();
    if (drawn < HALF) return keptBytes;
    return drawn < HALF + QUARTER ? sizeBytes : this.syncedBytes;
  }

  /** As it was when last synced, with zeros where there was nothing. */
  private syncedPage(page: number): Buffer {
    const start = page * PAGE_BYTES;
    const length = Math.min(PAGE_BYTES, this.syncedBytes - start);
    if (length <= 0) return NOTHING;
    const bytes = Buffer.alloc(PAGE_BYTES);
    readSync(this.fd, bytes, 0, length, start);
    return bytes;
  }
}
