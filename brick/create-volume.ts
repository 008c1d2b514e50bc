import { RefusedError } from '../src/core/errors.js';
import { groupId } from '../src/core/ids.js';
import type { hafs } from '../src/rpc/wire.js';
import { putVolume, type Catalogue, type VolumeRecord } from '../src/volume/catalogue.js';
import { placeFromWire, refuseOverlap, type Place } from './brick-place.js';
import { newVolumeKey } from './encryption/key-wrap.js';
import { asRefusal } from './forward.js';
import { discardOn, prepareOn } from './prepare-on.js';
import type { ServiceDeps } from './volume-service.js';

const REPLICA_COUNT = 3;
const NAME_PATTERN = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}$/;

interface NewPlace extends Place {
  readonly brick: string;
}

/** Makes a volume on three bricks. @throws {RefusedError} nothing was changed. */
export function createVolume(deps: ServiceDeps, request: hafs.v1.CreateVolumeRequest): Promise<VolumeRecord> {
  return deps.node.pool.change(async (catalogue) => {
    refuseName(catalogue, request.name);
    const places = placesOf(deps, catalogue, request);
    refusePlaces(catalogue, places, request.force);
    const group = deps.random.id();
    const encryption = request.encrypted
      ? await deps.node.keys.wrap(groupId(group), newVolumeKey())
      : undefined;
    const volume: VolumeRecord = {
      name: request.name,
      id: deps.random.id(),
      status: 'created',
      group,
      bricks: places.map(({ brick, node, directory }) => ({ id: brick, nodeId: node.id, directory })),
      options: {},
      createdAtMs: deps.clock.wallTime().seconds * 1_000,
      ...(encryption === undefined ? {} : { encryption }),
    };
    await prepareAll(deps, volume, places);
    return { edits: [putVolume(volume)], result: volume };
  });
}

function refuseName(catalogue: Catalogue, name: string): void {
  if (!NAME_PATTERN.test(name)) {
    throw new RefusedError(
      `"${name}" is no volume name: 1 to 63 letters, digits, "-" and "_", not "-" first`,
    );
  }
  if (catalogue.volumes.some((volume) => volume.name === name))
    throw new RefusedError(`volume ${name} already exists: choose another name`);
}

function placesOf(deps: ServiceDeps, catalogue: Catalogue, request: hafs.v1.CreateVolumeRequest): NewPlace[] {
  if (request.replicaCount !== REPLICA_COUNT || request.bricks.length !== REPLICA_COUNT) {
    throw new RefusedError(
      `a volume has ${REPLICA_COUNT} bricks: replica ${REPLICA_COUNT} and as many HOST:DIR`,
    );
  }
  return request.bricks.map((place) => ({ ...placeFromWire(catalogue, place), brick: deps.random.id() }));
}

function refusePlaces(catalogue: Catalogue, places: readonly NewPlace[], force: boolean): void {
  const nodes = new Set(places.map(({ node }) => node.id));
  if (nodes.size < places.length && !force) {
    throw new RefusedError(
      'two bricks are on one node, which would lose both at once; add "force" to do it anyway',
    );
  }
  for (const [position, place] of places.entries()) {
    refuseOverlap(catalogue, place, places.slice(0, position));
  }
}

/** All bricks are made, or none is left behind. */
async function prepareAll(
  deps: ServiceDeps,
  volume: VolumeRecord,
  places: readonly NewPlace[],
): Promise<void> {
  const members = places.map(({ brick }) => brick);
  const prepared = await Promise.allSettled(
    places.map(({ node, directory, brick }) =>
      prepareOn(deps.node, node.address, volume, { brick, directory, members }),
    ),
  );
  const failed = prepared.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return;
  await Promise.allSettled(
    places.map(({ node, directory, brick }) =>
      discardOn(deps.node, node.address, volume, { brick, directory }),
    ),
  );
  throw asRefusal('a node of the volume', failed.reason);
}
