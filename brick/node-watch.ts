import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import type { Catalogue } from '../src/volume/catalogue.js';
import { tellChanges } from './events/catalogue-news.js';
import { DiskNews } from './events/disk-news.js';
import type { Tell } from './events/event-log.js';
import { PoolNews, type PoolLook } from './events/pool-news.js';
import type { StorageNode } from './storage-node.js';
import { WatchLoop } from './watch-loop.js';

const LOOK_INTERVAL_MS = 500;

export interface NodeWatchDeps {
  readonly node: StorageNode;
  readonly tell: Tell;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Watches the pool and this node's disks, for the events. */
export class NodeWatch {
  private readonly loop: WatchLoop;
  private readonly pool: PoolNews;
  private readonly disks: DiskNews;
  private seen: { readonly pool: string; readonly catalogue: Catalogue } | undefined;

  constructor(private readonly deps: NodeWatchDeps) {
    const { clock, log, tell } = deps;
    this.pool = new PoolNews(tell);
    this.disks = new DiskNews(tell);
    this.loop = new WatchLoop({ clock, log, intervalMs: LOOK_INTERVAL_MS }, () => this.look());
  }

  start(): void {
    this.loop.start();
  }

  stop(): void {
    this.loop.stop();
  }

  private look(): void {
    const { node, clock } = this.deps;
    if (!node.isInPool) return;
    this.lookAtCatalogue();
    this.pool.note(this.poolLook(), clock.monotonicMs());
    for (const { volume, brick, space } of node.bricks.all)
      this.disks.note(volume.name, brick.directory, space);
  }

  /** The pool's manager tells what has changed; what was so when this node started is no news. */
  private lookAtCatalogue(): void {
    const { node, tell } = this.deps;
    const { pool, catalogue, group } = node.pool;
    const before = this.seen?.pool === pool ? this.seen.catalogue : catalogue;
    this.seen = { pool, catalogue };
    if (before !== catalogue && group.replica.view().isManager) tellChanges(before, catalogue, tell);
  }

  private poolLook(): PoolLook {
    const { node, clock } = this.deps;
    const view = node.pool.group.replica.view();
    const manager = view.manager === undefined ? undefined : node.nameOf(view.manager);
    if (!view.isManager) return { manager, silenceMs: undefined };
    const nowMs = clock.monotonicMs();
    const silences = [...view.peers].map(([id, peer]) => [node.nameOf(id), nowMs - peer.heardAtMs] as const);
    return { manager, silenceMs: new Map(silences) };
  }
}
