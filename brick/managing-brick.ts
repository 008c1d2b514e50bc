import { RefusedError } from '../src/core/errors.js';
import type { BrickProcess } from './brick-process.js';
import type { StorageNode } from './storage-node.js';

/** This node's brick of a replica set, while it manages that. @throws {RefusedError} it does not. */
export function managingBrick(node: StorageNode, group: string): BrickProcess {
  const process = node.bricks.byGroup(group);
  if (process?.manager.group.replica.view().isManager !== true) {
    throw new RefusedError('the volume manager has just changed; try again');
  }
  return process;
}
