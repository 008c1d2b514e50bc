import type { Attr } from '../src/core/attr.js';
import { InvalidRequestError } from '../src/core/errors.js';
import { ino, ROOT_INO, type Ino } from '../src/core/ids.js';
import {
  ANCHOR_NODE_ID,
  isRootNode,
  kernelNodeId,
  ROOT_NODE_ID,
  type KernelNodeId,
} from './protocol/request-ids.js';

/**
 * Between the kernel's node ids and the volume's inode numbers. They are the same but for the top of the
 * mount, which the kernel calls 1 whatever directory of the volume is mounted; or `ANCHOR_NODE_ID`, where it asks by that.
 */
export class NodeMap {
  private readonly root: Ino;
  private rootNode = ROOT_NODE_ID;

  constructor(root: Ino = ROOT_INO) {
    this.root = root;
  }

  /** @throws {InvalidRequestError} for 0, which names no inode. */
  inoOf(nodeid: KernelNodeId): Ino {
    if (isRootNode(nodeid)) {
      // Nobody sees what it calls 1 any more once it has asked by the other one.
      if (nodeid === ANCHOR_NODE_ID) this.rootNode = ANCHOR_NODE_ID;
      return this.root;
    }
    if (nodeid < ROOT_NODE_ID) throw new InvalidRequestError('a FUSE request names no inode');
    return ino(nodeid);
  }

  isRoot(inode: Ino): boolean {
    return inode === this.root;
  }

  nodeOf(inode: Ino): KernelNodeId {
    return this.isRoot(inode) ? this.rootNode : kernelNodeId(inode);
  }

  /** The number that people see (`ls -i`): 1 for the top of the mount, whatever the kernel calls it. */
  shownNumber(inode: Ino): Ino {
    return this.isRoot(inode) ? ino(ROOT_NODE_ID) : inode;
  }

  /** Attributes under the number that people see. */
  shown(attr: Attr): Attr {
    return this.isRoot(attr.ino) ? { ...attr, ino: this.shownNumber(attr.ino) } : attr;
  }
}
