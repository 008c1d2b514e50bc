import { normalizeAddress } from '../src/rpc/address.js';
import type { PoolNode } from '../src/volume/catalogue.js';
import type { StorageNode } from './storage-node.js';
import { noSuchNode } from './unknown-names.js';

/** @param text its name or HOST[:PORT]. @throws {RefusedError} when the pool has no such node. */
export function nodeNamed({ catalogue }: StorageNode, text: string): PoolNode {
  const { nodes } = catalogue;
  const node =
    nodes.find(({ name }) => name === text) ??
    nodes.find(({ address }) => address === normalizeAddress(text));
  if (node === undefined) throw noSuchNode(catalogue, text);
  return node;
}
