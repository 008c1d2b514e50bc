import { RefusedError } from '../../src/core/errors.js';
import {
  putVolume,
  type Catalogue,
  type VolumeBrick,
  type VolumeRecord,
} from '../../src/volume/catalogue.js';
import type { Place } from '../brick-place.js';
import { refuseUnlessStarted } from '../started-volume.js';
import type { StorageNode } from '../storage-node.js';
import { noSuchVolume } from '../unknown-names.js';

/**
 * On the pool's manager: looks at a started volume and writes it anew as `change` says.
 * @throws {RefusedError} nothing was changed.
 */
export function changeStarted(
  node: StorageNode,
  name: string,
  change: (volume: VolumeRecord, catalogue: Catalogue) => Promise<VolumeRecord> | VolumeRecord,
): Promise<VolumeRecord> {
  return node.pool.change(async (catalogue) => {
    const volume = catalogue.volumes.find((known) => known.name === name);
    if (volume === undefined) throw noSuchVolume(catalogue, name);
    refuseUnlessStarted(volume);
    const result = await change(volume, catalogue);
    return { edits: result === volume ? [] : [putVolume(result)], result };
  });
}

/** @throws {RefusedError} the volume has no brick there. */
export function brickAt(volume: VolumeRecord, { node, directory }: Place): VolumeBrick {
  const brick = volume.bricks.find((one) => one.nodeId === node.id && one.directory === directory);
  if (brick !== undefined) return brick;
  throw new RefusedError(
    `volume ${volume.name} has no brick ${node.address}:${directory}; "hafs volume info ${volume.name}" shows those it has`,
  );
}
