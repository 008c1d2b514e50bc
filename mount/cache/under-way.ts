import type { Ino } from '../../src/core/ids.js';

/** Work on inodes: whoever comes second waits for what others have begun before. */
export class UnderWay {
  private readonly works = new Map<Ino, Promise<unknown>>();

  has(ino: Ino): boolean {
    return this.works.has(ino);
  }

  /** Resolves once `work` is done, and all that was begun on the inode before. */
  async with(ino: Ino, work: Promise<void>): Promise<void> {
    const all = Promise.all([this.works.get(ino), work]);
    this.works.set(ino, all);
    try {
      await all;
    } finally {
      if (this.works.get(ino) === all) this.works.delete(ino);
    }
  }
}
