import type { Attr } from '../src/core/attr.js';
import { InvalidRequestError } from '../src/core/errors.js';
import { ino, ROOT_INO, type Ino } from '../src/core/ids.js';
import { kernelNodeId, ROOT_NODE_ID, type KernelNodeId } from './protocol/request-ids.js';

/**
 * Between the kernel's node ids and the volume's inode numbers. They are the same but for the top of the
 * mount, which the kernel calls 1 whatever directory of the volume is mounted.
 */
export class NodeMap {
  private readonly root: Ino;

  constructor(root: Ino = ROOT_INO) {
    this.root = root;
  }

  /** @throws {InvalidRequestError} for 0, which names no inode. */
  inoOf(nodeid: KernelNodeId): Ino {
    if (nodeid === ROOT_NODE_ID) return this.root;
    if (nodeid < ROOT_NODE_ID) throw new InvalidRequestError('a FUSE request names no inode');
    return ino(nodeid);
  }

  isRoot(inode: Ino): boolean {
    return inode === this.root;
  }

  nodeOf(inode: Ino): KernelNodeId {
    return this.isRoot(inode) ? ROOT_NODE_ID : kernelNodeId(inode);
  }

  /** What `..` of a directory stands for: the top of the mount is its own parent, as on any mount. */
  parentNodeOf(directory: Ino, parent: Ino): KernelNodeId {
    return this.isRoot(directory) ? ROOT_NODE_ID : this.nodeOf(parent);
  }

  /** Attributes under the number by which the kernel knows the inode. */
  shown(attr: Attr): Attr {
    return this.isRoot(attr.ino) ? { ...attr, ino: ino(ROOT_NODE_ID) } : attr;
  }
}
