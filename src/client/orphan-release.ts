import type { FileVolume } from './file-volume.js';
import type { Ino } from '../core/ids.js';
import { RELEASE_INOS_MAX } from '../core/limits.js';
import type { Clock, Timer } from '../runtime/clock.js';
import type { Logger } from '../runtime/logger.js';

/** Long enough to gather the orphans of an `rm -r`, short beside what an orphan's space costs. */
const GATHER_DELAY_MS = 100;
const RETRY_DELAY_MS = 1_000;
/** Above this, orphans are left to the end of the session: the volume frees them then. */
const PENDING_INOS_MAX = 64 * RELEASE_INOS_MAX;

export interface OrphanReleaseDeps {
  readonly volume: FileVolume;
  /** Whether somebody may be using the inode. */
  readonly isHeld: (inode: Ino) => boolean;
  /** Whether the kernel remembers the inode. */
  readonly isKnown: (inode: Ino) => boolean;
  /** From the moment an inode is unlinked until nothing is to be decided about it: `isHeld` is to be exact. */
  readonly watch: (inode: Ino, isWatched: boolean) => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Tells the volume which unlinked inodes nobody on this mount uses, so that their space is freed.
 * The others are told as soon as they are closed or forgotten. In batches, one under way at a time.
 */
export class OrphanRelease {
  private readonly deps: OrphanReleaseDeps;
  private readonly held = new Set<Ino>();
  private readonly pending = new Set<Ino>();
  /** Given up, though the kernel may remember them: they must not be opened any more. */
  private readonly released = new Set<Ino>();
  private readonly watched = new Set<Ino>();
  private timer: Timer | undefined;
  private isSending = false;
  private isStopped = false;

  constructor(deps: OrphanReleaseDeps) {
    this.deps = deps;
  }

  /** Inodes that have just lost their last name. */
  orphaned(inos: readonly Ino[]): void {
    for (const inode of inos) {
      this.watch(inode);
      this.sort(inode);
    }
    this.schedule(GATHER_DELAY_MS);
  }

  /** Nobody uses the inode any more. */
  unused(inode: Ino): void {
    if (!this.held.delete(inode)) return;
    this.sort(inode);
    this.schedule(GATHER_DELAY_MS);
  }

  /** The kernel remembers the inode no more. */
  forgotten(inode: Ino): void {
    if (this.released.delete(inode)) this.unwatch(inode);
    this.unused(inode);
  }

  isReleased(inode: Ino): boolean {
    return this.released.has(inode);
  }

  /** The end of the session frees whatever is still pending. */
  stop(): void {
    this.isStopped = true;
    this.timer?.stop();
  }

  private sort(inode: Ino): void {
    if (this.deps.isHeld(inode)) this.held.add(inode);
    else if (this.pending.size < PENDING_INOS_MAX) this.pending.add(inode);
    else this.leave(inode);
  }

  private leave(inode: Ino): void {
    this.deps.log.warn('mount.orphan_left_to_session_end', { ino: inode });
    this.unwatch(inode);
  }

  private schedule(delayMs: number): void {
    if (this.isStopped || this.isSending || this.pending.size === 0) return;
    if (this.timer !== undefined && this.pending.size < RELEASE_INOS_MAX) return;
    this.timer?.stop();
    const isFull = this.pending.size >= RELEASE_INOS_MAX && delayMs === GATHER_DELAY_MS;
    this.timer = this.deps.clock.after(isFull ? 0 : delayMs, () => void this.send());
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    const batch = this.takeBatch();
    if (batch.length === 0) return;
    this.isSending = true;
    const hasFailed = await this.release(batch);
    this.isSending = false;
    if (hasFailed) for (const inode of batch) this.sort(inode);
    this.schedule(hasFailed ? RETRY_DELAY_MS : GATHER_DELAY_MS);
  }

  /** A lookup that was under way may have made the kernel hold one of them after all. */
  private takeBatch(): Ino[] {
    const batch = [...this.pending].slice(0, RELEASE_INOS_MAX);
    for (const inode of batch) this.pending.delete(inode);
    for (const inode of batch.filter(this.deps.isHeld)) this.held.add(inode);
    const free = batch.filter((inode) => !this.deps.isHeld(inode));
    for (const inode of free) {
      if (this.deps.isKnown(inode)) this.released.add(inode);
      else this.unwatch(inode);
    }
    return free;
  }

  private watch(inode: Ino): void {
    if (this.watched.has(inode)) return;
    this.watched.add(inode);
    this.deps.watch(inode, true);
  }

  private unwatch(inode: Ino): void {
    if (this.watched.delete(inode)) this.deps.watch(inode, false);
  }

  private async release(inos: readonly Ino[]): Promise<boolean> {
    try {
      await this.deps.volume.execute({ kind: 'release', inos });
      return false;
    } catch (err) {
      this.deps.log.warn('mount.release_failed', { err, inodeCount: inos.length });
      return true;
    }
  }
}
