/** Where bricks are, and may be. */
import { isAbsolute, normalize, sep } from 'node:path';
import { RefusedError } from '../src/core/errors.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { textField } from '../src/rpc/validate.js';
import type { hafs } from '../src/rpc/wire.js';
import { bricksOf, type Catalogue, type PoolNode } from '../src/volume/catalogue.js';

const PATH_LENGTH_MAX = 4_095;

export interface Place {
  readonly node: PoolNode;
  /** Absolute, without a slash at its end. */
  readonly directory: string;
}

/** @throws {RefusedError} the pool has no such node, or it is no place for a brick. */
export function placeFromWire(catalogue: Catalogue, place: hafs.v1.IBrickPlace): Place {
  const text = textField(place.directory, 'directory', PATH_LENGTH_MAX);
  const directory = normalize(text).replace(/(.)\/$/, '$1');
  if (!isAbsolute(directory)) throw new RefusedError(`brick directory ${directory} is not an absolute path`);
  return { node: nodeAt(catalogue, place.address ?? ''), directory };
}

function nodeAt(catalogue: Catalogue, text: string): PoolNode {
  const address = normalizeAddress(text);
  const node = catalogue.nodes.find((known) => known.address === address || known.name === text);
  if (node === undefined)
    throw new RefusedError(`node ${text} is not part of the pool; first: hafs peer probe ${text}`);
  return node;
}

/** @param others places that are about to be taken, too. @throws {RefusedError} */
export function refuseOverlap(catalogue: Catalogue, place: Place, others: readonly Place[]): void {
  const taken = [...usedDirectories(catalogue, place.node.id), ...directoriesOn(others, place.node)];
  const clash = taken.find((used) => isWithin(used, place.directory) || isWithin(place.directory, used));
  if (clash !== undefined)
    throw new RefusedError(`brick ${place.directory} overlaps the brick in ${clash}: give another directory`);
}

const usedDirectories = (catalogue: Catalogue, nodeId: string): string[] =>
  catalogue.volumes.flatMap((volume) =>
    bricksOf(volume)
      .filter((brick) => brick.nodeId === nodeId)
      .map((brick) => brick.directory),
  );

const directoriesOn = (places: readonly Place[], node: PoolNode): string[] =>
  places.filter((place) => place.node.id === node.id).map((place) => place.directory);

const isWithin = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(outer + sep);
