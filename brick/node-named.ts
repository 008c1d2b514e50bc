import { RefusedError } from '../src/core/errors.js';
import { normalizeAddress } from '../src/rpc/address.js';
import type { PoolNode } from '../src/volume/catalogue.js';
import type { StorageNode } from './storage-node.js';

/** @param text its name or HOST[:PORT]. @throws {RefusedError} when the pool has no such node. */
export function nodeNamed({ catalogue: { nodes } }: StorageNode, text: string): PoolNode {
  const node =
    nodes.find(({ name }) => name === text) ??
    nodes.find(({ address }) => address === normalizeAddress(text));
  if (node === undefined) throw new RefusedError(`${text} is not part of the pool (see: hafs pool list)`);
  return node;
}
