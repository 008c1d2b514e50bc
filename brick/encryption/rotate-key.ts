import { messageOf, RefusedError } from '../../src/core/errors.js';
import { groupId } from '../../src/core/ids.js';
import { BRICK_METHODS } from '../../src/rpc/services.js';
import {
  bricksOf,
  encryptionToWire,
  putVolume,
  type VolumeRecord,
  type WrappedKey,
} from '../../src/volume/catalogue.js';
import type { StorageNode } from '../storage-node.js';
import { noSuchVolume } from '../unknown-names.js';

/** Longer than a key command may take. */
const TRY_TIMEOUT_MS = 12_000;

/**
 * On the pool's manager: wraps a volume's key anew, by the first of this node's pool keys. The volume's key stays what it is, so
 * nothing that is stored changes. Every node that holds a brick must have the new pool key already.
 * @throws {RefusedError} | {KeyUnavailableError} nothing was changed.
 */
export function rotateKey(node: StorageNode, name: string): Promise<VolumeRecord> {
  return node.pool.change(async (catalogue) => {
    const volume = catalogue.volumes.find((known) => known.name === name);
    if (volume === undefined) throw noSuchVolume(catalogue, name);
    if (volume.encryption === undefined) throw new RefusedError(`volume ${name} is not encrypted`);
    const group = groupId(volume.group);
    const volumeKey = await node.keys.unwrap(group, volume.encryption);
    const encryption = await node.keys.wrap(group, volumeKey);
    await tryOnNodes(node, volume, encryption);
    const result = { ...volume, encryption };
    return { edits: [putVolume(result)], result };
  });
}

async function tryOnNodes(node: StorageNode, volume: VolumeRecord, wrapped: WrappedKey): Promise<void> {
  const request = { group: volume.group, encryption: encryptionToWire(wrapped) };
  const holders = new Set(bricksOf(volume).map(({ nodeId }) => nodeId));
  await Promise.all(
    [...holders].map(async (id) => {
      const address = node.pool.nodeById(id)?.address ?? 'unknown';
      try {
        await node.calls.call(address, BRICK_METHODS.TryKey, request, TRY_TIMEOUT_MS);
      } catch (error) {
        throw new RefusedError(`${node.nameOf(id)} cannot use the new key yet: ${messageOf(error)}`, {
          cause: error,
        });
      }
    }),
  );
}
