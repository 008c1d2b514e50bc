import type { Ino } from '../core/ids.js';

/** One holder at a time for each inode, in the order they came. */
export class InoLocks {
  private readonly tails = new Map<Ino, Promise<void>>();

  /** Holds the locks of all `inos`. Ascending, duplicates once: no deadlock. @returns what releases them. */
  async acquire(inos: readonly Ino[]): Promise<() => void> {
    const ordered = [...new Set(inos)].sort((a, b) => a - b);
    const releases: (() => void)[] = [];
    for (const ino of ordered) releases.push(await this.acquireOne(ino));
    return () => {
      for (const release of releases) release();
    };
  }

  private async acquireOne(ino: Ino): Promise<() => void> {
    const before = this.tails.get(ino);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    this.tails.set(ino, held);
    await before;
    return () => {
      if (this.tails.get(ino) === held) this.tails.delete(ino);
      release();
    };
  }
}
