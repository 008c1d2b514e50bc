import type { Ino } from '../src/core/ids.js';
import type { LockFamily, LockOwner } from '../src/core/lock.js';

interface Wanted {
  readonly family: LockFamily;
  readonly owner: LockOwner;
}

interface Held extends Wanted {
  readonly ino: Ino;
}

const nameOf = ({ ino, family, owner }: Held): string => `${ino}/${family}/${owner}`;

/**
 * Which locks this mount may have to release when a file is closed: with most files there are none, and nobody
 * need be asked. The kernel says when a process closes a file (FLUSH: its fcntl locks go) and when the last
 * descriptor of an open file is gone (RELEASE: all that were taken through it go, those of F_OFD_SETLK and flock(2) too).
 */
export class HeldLocks {
  private readonly byHandle = new Map<bigint, Map<string, Held>>();
  /** Handles through which an owner has locked a file. */
  private readonly handles = new Map<string, Set<bigint>>();
  /** How many owners have locked ranges of a file. */
  private readonly rangeLocks = new Map<Ino, number>();

  /** @param watch is told of files on which a lock of ranges may be held now, or no more. */
  constructor(private readonly watch: (ino: Ino, isLocked: boolean) => void = () => undefined) {}

  /** Whether a process of this mount may hold a lock of ranges on the file. */
  isLocked(ino: Ino): boolean {
    return (this.rangeLocks.get(ino) ?? 0) > 0;
  }

  add(handle: bigint, ino: Ino, { family, owner }: Wanted): void {
    const held = { ino, family, owner };
    const name = nameOf(held);
    if (!this.handles.has(name)) this.count(held, 1);
    const ofHandle = this.byHandle.get(handle) ?? new Map<string, Held>();
    this.byHandle.set(handle, ofHandle.set(name, held));
    this.handles.set(name, (this.handles.get(name) ?? new Set()).add(handle));
  }

  /**
   * Noted before it is asked for: should the answer get lost, it is released all the same. And afterwards again, since
   * another thread may have closed the file meanwhile, which only gave up what its process had by then.
   */
  async asking(handle: bigint, ino: Ino, wanted: Wanted, ask: () => Promise<void>): Promise<void> {
    this.add(handle, ino, wanted);
    try {
      await ask();
    } finally {
      this.add(handle, ino, wanted);
    }
  }

  /** The owner has closed the file, by whichever handle. @returns whether it may hold a lock of ranges. */
  takeOwner(ino: Ino, owner: LockOwner): boolean {
    const closing: Held = { ino, family: 'range', owner };
    const name = nameOf(closing);
    const handles = this.handles.get(name);
    if (handles === undefined) return false;
    this.handles.delete(name);
    this.count(closing, -1);
    for (const handle of handles) this.forget(handle, name);
    return true;
  }

  /** @returns what was locked through this handle, and is not released yet. */
  takeHandle(handle: bigint): Held[] {
    const held = [...(this.byHandle.get(handle)?.values() ?? [])];
    this.byHandle.delete(handle);
    for (const lock of held) {
      const handles = this.handles.get(nameOf(lock));
      handles?.delete(handle);
      if (handles?.size !== 0) continue;
      this.handles.delete(nameOf(lock));
      this.count(lock, -1);
    }
    return held;
  }

  private count({ ino, family }: Held, change: 1 | -1): void {
    if (family !== 'range') return;
    const count = (this.rangeLocks.get(ino) ?? 0) + change;
    const wasLocked = this.isLocked(ino);
    if (count === 0) this.rangeLocks.delete(ino);
    else this.rangeLocks.set(ino, count);
    if (wasLocked !== this.isLocked(ino)) this.watch(ino, !wasLocked);
  }

  private forget(handle: bigint, name: string): void {
    const ofHandle = this.byHandle.get(handle);
    ofHandle?.delete(name);
    if (ofHandle?.size === 0) this.byHandle.delete(handle);
  }
}
