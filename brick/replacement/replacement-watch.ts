import { messageOf } from '../../src/core/errors.js';
import { brickId } from '../../src/core/ids.js';
import { VOLUME_METHODS } from '../../src/rpc/services.js';
import { wire } from '../../src/rpc/wire.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import { volumeToWire, wantedBricksOf } from '../../src/volume/catalogue.js';
import { approachMembers } from '../../src/volume/membership.js';
import type { BrickProcess } from '../brick-process.js';
import { onPoolManager } from '../forward.js';
import type { StorageNode } from '../storage-node.js';
import { WatchLoop } from '../watch-loop.js';
import { endReplacement } from './end-replacement.js';

const STEP_INTERVAL_MS = 200;

export interface ReplacementWatchDeps {
  readonly node: StorageNode;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Where this node's brick manages a volume of which a brick is being replaced: takes one step after the other. What is
 * wanted stands in the pool's configuration, so that the next manager goes on where this one was.
 */
export class ReplacementWatch {
  private readonly loop: WatchLoop;
  private readonly atWork = new Set<BrickProcess>();

  constructor(private readonly deps: ReplacementWatchDeps) {
    const { clock, log } = deps;
    this.loop = new WatchLoop({ clock, log, intervalMs: STEP_INTERVAL_MS }, () => this.look());
  }

  start(): void {
    this.loop.start();
  }

  stop(): void {
    this.loop.stop();
  }

  private look(): void {
    const { node, log } = this.deps;
    if (!node.isInPool) return;
    for (const process of node.bricks.all) {
      const { volume, manager } = process;
      const isOurs = volume.replacement !== undefined && manager.group.replica.view().isReady;
      if (!isOurs || this.atWork.has(process)) continue;
      this.atWork.add(process);
      this.step(process)
        .catch((error: unknown) => {
          log.info('replacement.step_failed', { volume: volume.name, reason: messageOf(error) });
        })
        .finally(() => this.atWork.delete(process))
        .catch(() => undefined);
    }
  }

  private async step({ volume, brick, manager }: BrickProcess): Promise<void> {
    const members = wantedBricksOf(volume).map(({ id }) => id);
    const hasArrived = await approachMembers(manager.group, brickId(brick.id), members.map(brickId));
    if (hasArrived) await this.end({ name: volume.name, members });
  }

  private async end(request: { name: string; members: string[] }): Promise<void> {
    const { node, clock } = this.deps;
    await onPoolManager(node, clock, VOLUME_METHODS.EndReplacement, request, async () => {
      const ended = await endReplacement(node, new wire.EndReplacementRequest(request));
      return new wire.VolumeReply({ volume: volumeToWire(ended, node.catalogue.nodes) });
    });
  }
}
