import { RefusedError } from '../../src/core/errors.js';
import { VOLUME_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { volumeToWire, type VolumeRecord } from '../../src/volume/catalogue.js';
import { placeFromWire } from '../brick-place.js';
import { onPoolManager } from '../forward.js';
import { volumeHealth } from '../volume-health-report.js';
import type { ServiceDeps } from '../volume-service.js';
import { endReplacement } from './end-replacement.js';
import { replaceBrick } from './replace-brick.js';
import { brickAt, changeStarted } from './volume-change.js';

/** Bricks that leave a volume, and those that take their place. */
export class ReplacementService {
  constructor(private readonly deps: ServiceDeps) {}

  addTo(server: RpcServer): void {
    const { node } = this.deps;
    server.unary(VOLUME_METHODS.ReplaceBrick, (request) =>
      this.onManager(VOLUME_METHODS.ReplaceBrick, request, () => replaceBrick(this.deps, request)),
    );
    server.unary(VOLUME_METHODS.AbortReplacement, (request) =>
      this.onManager(VOLUME_METHODS.AbortReplacement, request, () =>
        changeStarted(node, request.name, aborted),
      ),
    );
    server.unary(VOLUME_METHODS.EndReplacement, (request) =>
      this.onManager(VOLUME_METHODS.EndReplacement, request, () => endReplacement(node, request)),
    );
    server.unary(VOLUME_METHODS.RestBrick, (request) =>
      this.onManager(VOLUME_METHODS.RestBrick, request, () => this.rest(request)),
    );
  }

  private onManager<ReqIn>(
    method: Parameters<typeof onPoolManager<ReqIn, hafs.v1.VolumeReply>>[2],
    request: ReqIn,
    carryOut: () => Promise<VolumeRecord>,
  ): Promise<hafs.v1.VolumeReply> {
    const { node, clock } = this.deps;
    return onPoolManager(node, clock, method, request, async () => {
      const volume = await carryOut();
      return new wire.VolumeReply({ volume: volumeToWire(volume, node.catalogue.nodes) });
    });
  }

  private rest({ name, brick: place, rest }: hafs.v1.RestBrickRequest): Promise<VolumeRecord> {
    return changeStarted(this.deps.node, name, async (volume, catalogue) => {
      const { id } = brickAt(volume, placeFromWire(catalogue, place ?? {}));
      const { restingBrick, ...others } = volume;
      if (rest && restingBrick === id) return volume;
      if (rest) await this.refuseRest(volume, id);
      else if (restingBrick !== id) throw new RefusedError('the brick is not being reset; first: … start');
      return rest ? { ...volume, restingBrick: id } : others;
    });
  }

  private async refuseRest(volume: VolumeRecord, id: string): Promise<void> {
    if (volume.restingBrick !== undefined || volume.replacement !== undefined)
      throw new RefusedError(`another brick of volume ${volume.name} is being reset or replaced`);
    const { node } = this.deps;
    const { bricks } = await volumeHealth(node, volume);
    const behind = (bricks ?? []).find(
      ({ brick, state }) => brick !== node.addressOfBrick(id) && state !== 'in-sync',
    );
    if (behind !== undefined)
      throw new RefusedError(
        `brick ${behind.brick ?? ''} is ${behind.state ?? ''}, so this one cannot be spared; see: hafs heal-status`,
      );
  }
}

function aborted(volume: VolumeRecord): VolumeRecord {
  const { replacement } = volume;
  if (replacement === undefined)
    throw new RefusedError(`no brick of volume ${volume.name} is being replaced`);
  return replacement.isAborted ? volume : { ...volume, replacement: { ...replacement, isAborted: true } };
}
