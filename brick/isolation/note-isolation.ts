import { RefusedError } from '../../src/core/errors.js';
import { VOLUME_METHODS } from '../../src/rpc/services.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import type { Clock } from '../../src/runtime/clock.js';
import { volumeToWire, type VolumeRecord } from '../../src/volume/catalogue.js';
import { onPoolManager } from '../forward.js';
import { changeStarted } from '../replacement/volume-change.js';
import type { StorageNode } from '../storage-node.js';

/** Has it written down, by whichever node manages the pool, that a brick is isolated, or is so no longer. */
export async function noteIsolation(
  node: StorageNode,
  clock: Clock,
  note: hafs.v1.INoteIsolationRequest,
): Promise<hafs.v1.VolumeReply> {
  const request = new wire.NoteIsolationRequest(note);
  return onPoolManager(node, clock, VOLUME_METHODS.NoteIsolation, request, async () => {
    const volume = await write(node, request);
    return new wire.VolumeReply({ volume: volumeToWire(volume, node.catalogue.nodes) });
  });
}

type Note = Pick<hafs.v1.NoteIsolationRequest, 'brick' | 'why' | 'healed'>;

const write = (node: StorageNode, note: hafs.v1.NoteIsolationRequest): Promise<VolumeRecord> =>
  changeStarted(node, note.name, (volume) => noted(volume, note));

/**
 * One at a time: whoever speaks ill of two of three is not to be believed without a look.
 * @returns the volume itself when there is nothing to change. @throws {RefusedError} another one is noted.
 */
export function noted(volume: VolumeRecord, { brick, why, healed }: Note): VolumeRecord {
  const { isolated, ...others } = volume;
  if (healed) return isolated?.brick === brick ? others : volume;
  if (isolated?.brick === brick || !volume.bricks.some(({ id }) => id === brick)) return volume;
  if (isolated !== undefined)
    throw new RefusedError(
      `another brick of volume ${volume.name} is isolated; heal or replace that one first`,
    );
  return { ...volume, isolated: { brick, why } };
}
