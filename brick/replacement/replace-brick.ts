import { OutcomeUnknownError, RefusedError } from '../../src/core/errors.js';
import type { hafs } from '../../src/rpc/wire.js';
import type { VolumeBrick, VolumeRecord } from '../../src/volume/catalogue.js';
import { placeFromWire, refuseOverlap, type Place } from '../brick-place.js';
import { asRefusal } from '../forward.js';
import { discardOn, prepareOn } from '../prepare-on.js';
import type { StorageNode } from '../storage-node.js';
import { volumeHealth } from '../volume-health-report.js';
import type { ServiceDeps } from '../volume-service.js';
import { brickAt, changeStarted } from './volume-change.js';

/** How long a volume may be without a manager when its manager dies. */
const FAILOVER_MS_MAX = 3_000;
const QUORUM_POLL_MS = 100;

/**
 * On the pool's manager: makes an empty brick, and writes down whose place it is to take. The rest is the volume
 * manager's (replacement-watch.ts), whichever it is by then.
 * @throws {RefusedError} nothing was changed.
 */
export async function replaceBrick(
  deps: ServiceDeps,
  request: hafs.v1.ReplaceBrickRequest,
): Promise<VolumeRecord> {
  const { node } = deps;
  const prepared: { undo?: () => Promise<void> } = {};
  try {
    return await changeStarted(node, request.name, async (volume, catalogue) => {
      const old = brickAt(volume, placeFromWire(catalogue, request.oldBrick ?? {}));
      const place = placeFromWire(catalogue, request.newBrick ?? {});
      if (isUnderWay(volume, old, place)) return volume;
      refuseUnfit(volume, old, place);
      refuseOverlap(catalogue, place, []);
      await refuseWithoutQuorum(deps, volume);
      const brick = { id: deps.random.id(), nodeId: place.node.id, directory: place.directory };
      prepared.undo = await prepare(node, volume, brick, place);
      return { ...volume, replacement: { oldBrick: old.id, brick, isAborted: false } };
    });
  } catch (error) {
    // Should the change have been made all the same, the brick is needed.
    if (!(error instanceof OutcomeUnknownError)) await prepared.undo?.();
    throw error;
  }
}

/** The same command once more, as after a reply that was lost. */
const isUnderWay = ({ replacement }: VolumeRecord, old: VolumeBrick, place: Place): boolean =>
  replacement?.isAborted === false &&
  replacement.oldBrick === old.id &&
  replacement.brick.nodeId === place.node.id &&
  replacement.brick.directory === place.directory;

function refuseUnfit(
  { name, bricks, replacement, restingBrick }: VolumeRecord,
  old: VolumeBrick,
  place: Place,
) {
  if (replacement !== undefined)
    throw new RefusedError(
      `another replacement of volume ${name} is under way (see: hafs heal-status ${name})`,
    );
  if (restingBrick !== undefined && restingBrick !== old.id)
    throw new RefusedError(
      `a brick of volume ${name} is being reset; first: hafs volume reset-brick … commit`,
    );
  if (bricks.some(({ id, nodeId }) => id !== old.id && nodeId === place.node.id))
    throw new RefusedError(
      `${place.node.name} holds another brick of volume ${name}, and would lose both at once`,
    );
}

/** A brick that is to be replaced has often died just now: another one may be about to manage the volume. */
async function refuseWithoutQuorum({ node, clock }: ServiceDeps, volume: VolumeRecord): Promise<void> {
  const giveUpAtMs = clock.monotonicMs() + FAILOVER_MS_MAX;
  for (;;) {
    const { quorum } = await volumeHealth(node, volume);
    if (quorum === true) return;
    if (clock.monotonicMs() >= giveUpAtMs)
      throw new RefusedError(
        `volume ${volume.name} has fewer bricks in sync than a write needs; start the missing nodes ("hafs heal-status ${volume.name}")`,
      );
    await clock.sleep(QUORUM_POLL_MS);
  }
}

/** @returns what takes the brick away again. */
async function prepare(
  node: StorageNode,
  volume: VolumeRecord,
  { id, directory }: VolumeBrick,
  { node: { address } }: Place,
): Promise<() => Promise<void>> {
  const discard = (): Promise<void> =>
    discardOn(node, address, volume, { brick: id, directory }).catch(() => undefined);
  try {
    await prepareOn(node, address, volume, { brick: id, directory, members: [] });
  } catch (error) {
    await discard();
    throw asRefusal(`the new brick's node`, error);
  }
  return discard;
}
