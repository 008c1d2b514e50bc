import { assert } from '../src/core/assert.js';
import type { KernelReply } from './protocol/kernel-reply.js';
import { kernelNodeId, ROOT_NODE_ID, type KernelNodeId } from './protocol/request-ids.js';

/**
 * How often the kernel was told of each inode and has not yet forgotten it (`nlookup` of linux/fuse.h).
 * While a count is above 0 the kernel may use the inode, unlinked or not. It never forgets the root.
 */
export class LookupCounts {
  private readonly counts = new Map<KernelNodeId, number>();

  get size(): number {
    return this.counts.size;
  }

  isHeld(nodeid: KernelNodeId): boolean {
    return nodeid === ROOT_NODE_ID || this.counts.has(nodeid);
  }

  add(nodeid: KernelNodeId): void {
    this.counts.set(nodeid, (this.counts.get(nodeid) ?? 0) + 1);
  }

  /** @returns whether the kernel has now let go of the inode. More than was counted counts as all. */
  forget(nodeid: KernelNodeId, nlookup: number): boolean {
    assert(nlookup >= 0, `negative nlookup: ${nlookup}`);
    const left = (this.counts.get(nodeid) ?? 0) - nlookup;
    if (left > 0) {
      this.counts.set(nodeid, left);
      return false;
    }
    return this.counts.delete(nodeid);
  }
}

/** The inodes that a reply tells the kernel of, each once per lookup that it adds. */
export function nodesGiven(reply: KernelReply): readonly KernelNodeId[] {
  if (reply.kind === 'entry' || reply.kind === 'created') return [kernelNodeId(reply.attr.ino)];
  if (reply.kind !== 'direntsPlus') return [];
  return reply.entries.flatMap(({ attr }) => (attr === undefined ? [] : [kernelNodeId(attr.ino)]));
}
