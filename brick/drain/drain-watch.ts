import { messageOf } from '../../src/core/errors.js';
import type { BrickId } from '../../src/core/ids.js';
import { POOL_METHODS } from '../../src/rpc/services.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { ReplicatedGroup } from '../../src/volume/replicated-group.js';
import { successorOf } from '../../src/volume/successor.js';
import { onPoolManager } from '../forward.js';
import type { StorageNode } from '../storage-node.js';
import { WatchLoop } from '../watch-loop.js';
import { markDrained } from './mark-drained.js';

const LOOK_INTERVAL_MS = 200;

export interface DrainWatchDeps {
  readonly node: StorageNode;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * This node's own part in being drained: hands over what it manages, and lets others go first until it is
 * restarted. That a restart ends it is said by the restarted node itself.
 */
export class DrainWatch {
  private readonly loop: WatchLoop;
  private readonly handingOver = new Set<ReplicatedGroup>();
  private isEnding = false;

  constructor(private readonly deps: DrainWatchDeps) {
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
    const { node } = this.deps;
    if (!node.isInPool) return;
    const drainedRun = node.pool.nodeById(node.self.id)?.drainedRun;
    if (drainedRun !== undefined && drainedRun !== node.run) this.endEarlier();
    const isDrained = drainedRun === node.run;
    this.apply(node.pool.group, isDrained, () => this.poolSuccessor());
    for (const process of node.bricks.all)
      this.apply(process.manager.group, isDrained, () => process.successor);
  }

  private apply(group: ReplicatedGroup, isDrained: boolean, successor: () => BrickId | undefined): void {
    group.replica.setReluctant(isDrained);
    const to = isDrained && group.replica.view().isReady ? successor() : undefined;
    if (to === undefined || this.handingOver.has(group)) return;
    this.handingOver.add(group);
    group
      .handOver(to)
      .catch((error: unknown) => {
        this.deps.log.warn('drain.hand_over_failed', { to, reason: messageOf(error) });
      })
      .finally(() => this.handingOver.delete(group))
      .catch(() => undefined);
  }

  private poolSuccessor(): BrickId | undefined {
    const { node } = this.deps;
    return successorOf(node.pool.group.replica.view(), (id) => node.isDrained(id));
  }

  private endEarlier(): void {
    if (this.isEnding) return;
    this.isEnding = true;
    const { node, clock, log } = this.deps;
    const request = { node: node.self.name, undo: true };
    const carryOut = async () => {
      await markDrained(node, node.self.id, undefined);
      return {};
    };
    onPoolManager(node, clock, POOL_METHODS.Drain, request, carryOut)
      .catch((error: unknown) => log.debug('drain.not_ended', { reason: messageOf(error) }))
      .finally(() => (this.isEnding = false))
      .catch(() => undefined);
  }
}
