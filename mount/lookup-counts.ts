import { assert } from '../src/core/assert.js';
import type { Attr } from '../src/core/attr.js';
import type { KernelReply } from './protocol/kernel-reply.js';
import { isRootNode, kernelNodeId, type KernelNodeId } from './protocol/request-ids.js';

/**
 * How often the kernel was told of each inode and has not yet forgotten it (`nlookup` of linux/fuse.h), and how
 * many open files there are of it. It never forgets the root.
 *
 * An unlinked inode is needed while it is held. The kernel remembers many inodes that nobody uses any more, for as
 * long as it has memory; so a regular file is held only while it is open. Of the others no opening is told
 * (working directories, fifos), so they are held until they are forgotten.
 */
export class LookupCounts {
  private readonly counts = new Map<KernelNodeId, number>();
  private readonly openFiles = new Map<KernelNodeId, number>();
  private readonly others = new Set<KernelNodeId>();

  get size(): number {
    return this.counts.size;
  }

  isKnown(nodeid: KernelNodeId): boolean {
    return isRootNode(nodeid) || this.counts.has(nodeid);
  }

  /** Whether somebody may be using the inode, unlinked or not. */
  isHeld(nodeid: KernelNodeId): boolean {
    return isRootNode(nodeid) || this.others.has(nodeid) || this.openFiles.has(nodeid);
  }

  add(attr: Attr): void {
    const nodeid = kernelNodeId(attr.ino);
    this.counts.set(nodeid, (this.counts.get(nodeid) ?? 0) + 1);
    if (attr.type !== 'regular') this.others.add(nodeid);
  }

  opened(nodeid: KernelNodeId): void {
    this.openFiles.set(nodeid, (this.openFiles.get(nodeid) ?? 0) + 1);
  }

  closed(nodeid: KernelNodeId): void {
    const left = (this.openFiles.get(nodeid) ?? 0) - 1;
    if (left > 0) this.openFiles.set(nodeid, left);
    else this.openFiles.delete(nodeid);
  }

  /** @returns whether the kernel has now let go of the inode. More than was counted counts as all. */
  forget(nodeid: KernelNodeId, nlookup: number): boolean {
    assert(nlookup >= 0, `negative nlookup: ${nlookup}`);
    const left = (this.counts.get(nodeid) ?? 0) - nlookup;
    if (left > 0) {
      this.counts.set(nodeid, left);
      return false;
    }
    this.others.delete(nodeid);
    this.openFiles.delete(nodeid);
    return this.counts.delete(nodeid);
  }
}

/** The inodes that a reply tells the kernel of, each once per lookup that it adds. */
export function inodesGiven(reply: KernelReply): readonly Attr[] {
  if (reply.kind === 'entry' || reply.kind === 'created') return [reply.attr];
  if (reply.kind !== 'direntsPlus') return [];
  return reply.entries.flatMap(({ attr }) => (attr === undefined ? [] : [attr]));
}

/** The inode that is open once the kernel has this reply to a request about `nodeid`. */
export function nodeOpened(nodeid: KernelNodeId, reply: KernelReply): KernelNodeId | undefined {
  if (reply.kind === 'created') return kernelNodeId(reply.attr.ino);
  return reply.kind === 'opened' ? nodeid : undefined;
}
