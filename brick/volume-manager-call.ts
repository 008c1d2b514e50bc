import { RefusedError } from '../src/core/errors.js';
import type { Method } from '../src/rpc/services.js';
import type { VolumeRecord } from '../src/volume/catalogue.js';
import { asRefusal } from './forward.js';
import { refuseUnlessStarted } from './started-volume.js';
import type { StorageNode } from './storage-node.js';
import { noSuchVolume } from './unknown-names.js';
import { volumeHealth } from './volume-health-report.js';

/** Asks the node that manages a started volume. @throws {RefusedError} there is no such volume, or none manages it. */
export async function callManager<ReqIn, ResOut>(
  node: StorageNode,
  name: string,
  method: Method<ReqIn, unknown, never, ResOut>,
  requestFor: (volume: VolumeRecord) => ReqIn,
  timeoutMs: number,
): Promise<ResOut> {
  const volume = node.catalogue.volumes.find((known) => known.name === name);
  if (volume === undefined) throw noSuchVolume(node.catalogue, name);
  const address = await managerAddress(node, volume);
  try {
    return await node.calls.call(address, method, requestFor(volume), timeoutMs);
  } catch (error) {
    throw asRefusal(`node ${address}`, error);
  }
}

/** HOST:PORT. @throws {RefusedError} nobody manages the volume. */
export async function managerAddress(node: StorageNode, volume: VolumeRecord): Promise<string> {
  refuseUnlessStarted(volume);
  const { manager } = await volumeHealth(node, volume);
  const managing = node.catalogue.nodes.find(({ name }) => name === manager);
  if (managing !== undefined) return managing.address;
  throw new RefusedError(
    `volume ${volume.name} has no volume manager: fewer than two of its bricks are up; start the missing nodes ("hafs heal-status ${volume.name}")`,
  );
}
