/** Makes bricks on other nodes, and takes them away again. */
import { RefusedError } from '../src/core/errors.js';
import { BRICK_METHODS } from '../src/rpc/services.js';
import { encryptionToWire, type VolumeRecord } from '../src/volume/catalogue.js';
import type { StorageNode } from './storage-node.js';

/** Longer than a key command may take. */
const PREPARE_TIMEOUT_MS = 12_000;

interface Prepared {
  readonly brick: string;
  readonly directory: string;
  /** None: a blank brick, that is to be healed. */
  readonly members: string[];
}

const encryptionOf = ({ encryption }: VolumeRecord) =>
  encryption === undefined ? {} : { encryption: encryptionToWire(encryption) };

/** @throws {RefusedError} the brick was not made, or is not what was asked for. | {UnreachableError} */
export async function prepareOn(
  node: StorageNode,
  address: string,
  volume: VolumeRecord,
  prepared: Prepared,
): Promise<void> {
  const { group, name, encryption } = volume;
  const request = { group, volume: name, ...prepared, ...encryptionOf(volume) };
  const { encrypted } = await node.calls.call(address, BRICK_METHODS.Prepare, request, PREPARE_TIMEOUT_MS);
  if (encryption !== undefined && !encrypted)
    throw new RefusedError(`node ${address} runs a version of hafs that does not encrypt`);
}

/** What `prepareOn` has made there; a brick that was ever used stays. */
export async function discardOn(
  node: StorageNode,
  address: string,
  volume: VolumeRecord,
  { brick, directory }: Omit<Prepared, 'members'>,
): Promise<void> {
  const request = { brick, directory, group: volume.group, ...encryptionOf(volume) };
  await node.calls.call(address, BRICK_METHODS.Discard, request, PREPARE_TIMEOUT_MS);
}
