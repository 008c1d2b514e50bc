import { assert } from '../../src/core/assert.js';
import type { hafs } from '../../src/rpc/wire.js';
import { wantedBricksOf, type VolumeBrick, type VolumeRecord } from '../../src/volume/catalogue.js';
import type { StorageNode } from '../storage-node.js';
import { changeStarted } from './volume-change.js';

/**
 * On the pool's manager: the volume's members are what was wanted, so the replacement is over. It may be news from before
 * the command was taken back; then nothing is changed, and the volume manager will say so again.
 */
export function endReplacement(
  node: StorageNode,
  { name, members }: hafs.v1.EndReplacementRequest,
): Promise<VolumeRecord> {
  return changeStarted(node, name, (volume) => {
    const bricks = wantedBricksOf(volume);
    const isReached = bricks.length === members.length && bricks.every(({ id }) => members.includes(id));
    if (volume.replacement === undefined || !isReached) return volume;
    return withoutReplacement(volume, bricks);
  });
}

function withoutReplacement(volume: VolumeRecord, bricks: readonly VolumeBrick[]): VolumeRecord {
  const { replacement, restingBrick, isolated, ...others } = volume;
  assert(replacement !== undefined, 'a replacement ends that was never begun');
  const isKept = (brick: string | undefined): boolean => bricks.some(({ id }) => id === brick);
  return {
    ...others,
    bricks,
    ...(restingBrick !== undefined && isKept(restingBrick) ? { restingBrick } : {}),
    ...(isolated !== undefined && isKept(isolated.brick) ? { isolated } : {}),
  };
}
