import { messageOf } from '../../src/core/errors.js';
import { brickId } from '../../src/core/ids.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { BrickProcess } from '../brick-process.js';
import type { StorageNode } from '../storage-node.js';
import { WatchLoop } from '../watch-loop.js';
import { noteIsolation } from './note-isolation.js';

const LOOK_INTERVAL_MS = 500;

export interface IsolationWatchDeps {
  readonly node: StorageNode;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Writes what this node's bricks have caught others at into the pool's configuration, so that the others heed it too, and
 * the next manager; and takes it back once the brick was healed by the volume manager here.
 */
export class IsolationWatch {
  private readonly loop: WatchLoop;
  private readonly atWork = new Set<BrickProcess>();

  constructor(private readonly deps: IsolationWatchDeps) {
    const { clock, log } = deps;
    this.loop = new WatchLoop({ clock, log, intervalMs: LOOK_INTERVAL_MS }, () => this.look());
  }

  start(): void {
    this.loop.start();
  }

  stop(): void {
    this.loop.stop();
  }

  private look(): void {
    const { node, clock, log } = this.deps;
    if (!node.isInPool) return;
    for (const process of node.bricks.all) {
      const news = newsOf(process);
      if (news === undefined || this.atWork.has(process)) continue;
      this.atWork.add(process);
      noteIsolation(node, clock, { name: process.volume.name, ...news })
        .catch((error: unknown) => {
          log.info('isolation.not_noted', { volume: process.volume.name, reason: messageOf(error) });
        })
        .finally(() => this.atWork.delete(process))
        .catch(() => undefined);
    }
  }
}

/** @returns what the pool does not know yet. */
function newsOf({ volume, manager }: BrickProcess) {
  const { isolated, isReady, peers } = manager.group.replica.view();
  const known = volume.isolated?.brick;
  if (known === undefined) {
    const [caught] = isolated;
    return caught && { brick: caught[0], why: caught[1], healed: false };
  }
  const isHealed = isReady && !isolated.has(brickId(known)) && peers.get(brickId(known))?.inSync === true;
  return isHealed ? { brick: known, why: '', healed: true } : undefined;
}
