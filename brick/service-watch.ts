import type { BrickId } from '../src/core/ids.js';
import { wallMs, type Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { bricksOf, type VolumeRecord } from '../src/volume/catalogue.js';
import { peerState, type BrickState } from '../src/volume/volume-health.js';
import type { Look, Obstacle } from './availability/sighting.js';
import type { SightingBook } from './availability/sighting-book.js';
import type { BrickProcess } from './brick-process.js';
import { BrickStateNews } from './events/brick-state-news.js';
import type { Tell } from './events/event-log.js';
import { ServiceNews } from './events/service-news.js';
import type { StorageNode } from './storage-node.js';
import { WatchLoop } from './watch-loop.js';

/** As often as heartbeats come: more can hardly be seen. */
const LOOK_INTERVAL_MS = 100;

export interface ServiceWatchDeps {
  readonly node: StorageNode;
  readonly book: SightingBook;
  readonly tell: Tell;
  readonly clock: Clock;
  readonly log: Logger;
}

interface VolumeNews {
  readonly service: ServiceNews;
  readonly bricks: BrickStateNews;
}

/** Watches what clients get of the volumes that have a brick here: for the ledger, and for the events. */
export class ServiceWatch {
  private readonly loop: WatchLoop;
  private readonly news = new Map<string, VolumeNews>();

  constructor(private readonly deps: ServiceWatchDeps) {
    const { clock, log } = deps;
    this.loop = new WatchLoop({ clock, log, intervalMs: LOOK_INTERVAL_MS }, () => this.lookAtAll());
  }

  start(): void {
    this.loop.start();
  }

  stop(): void {
    this.loop.stop();
  }

  private lookAtAll(): void {
    if (!this.deps.node.isInPool) return;
    const { volumes } = this.deps.node.catalogue;
    for (const volume of volumes) {
      if (bricksOf(volume).some(({ nodeId }) => nodeId === this.deps.node.self.id)) this.lookAt(volume);
    }
    this.deps.book.forget((group) => volumes.some((known) => known.group === group));
    for (const group of this.news.keys()) {
      if (!volumes.some((known) => known.group === group)) this.news.delete(group);
    }
  }

  private lookAt(volume: VolumeRecord): void {
    const { node, book, clock } = this.deps;
    const process = node.bricks.byGroup(volume.group);
    const look = volume.status === 'started' ? this.lookOf(process) : stoppedAt(wallMs(clock));
    // A brick that is not open sees nothing.
    if (look === undefined) return;
    book.note(volume.group, look);
    const nowMs = clock.monotonicMs();
    const isManager = process?.manager.group.replica.view().isManager === true;
    const news = this.newsOf(volume);
    news.service.note(look, isManager, nowMs);
    news.bricks.note(isManager ? this.statesOf(process) : undefined, nowMs);
  }

  private lookOf(process: BrickProcess | undefined): Look | undefined {
    if (process === undefined) return undefined;
    const { clock, node } = this.deps;
    const { service, manager, term, provenAtMs } = process.manager.group.replica.service();
    const provenMs = Math.round(wallMs(clock) - (clock.monotonicMs() - provenAtMs));
    const obstacle = service === 'writable' ? '' : this.obstacleOf(process, service);
    const name = manager === undefined ? '' : node.nameOf(process.nodeOf(manager) ?? '');
    return { service, term, manager: name, obstacle, provenMs };
  }

  private obstacleOf(process: BrickProcess, service: 'none' | 'readable'): Obstacle {
    const { bricks } = process.volume;
    if (service === 'readable') {
      // Only the manager knows; its word goes before the others' when all are put together.
      return process.manager.group.replica.hasQuorum ? 'full' : 'not-in-sync';
    }
    const reached = bricks.filter(({ nodeId }) => this.deps.node.links.isConnected(nodeId));
    return reached.length * 2 <= bricks.length ? 'no-majority' : 'election';
  }

  private statesOf(process: BrickProcess): Map<BrickId, BrickState> {
    const nowMs = this.deps.clock.monotonicMs();
    const view = process.manager.group.replica.view();
    return new Map(
      [...view.peers.keys()].map((brick) => {
        const isConnected = this.deps.node.links.isConnected(process.nodeOf(brick) ?? '');
        return [brick, peerState(view, brick, nowMs, isConnected)];
      }),
    );
  }

  private newsOf({ group, name }: VolumeRecord): VolumeNews {
    const { tell, node } = this.deps;
    const nameOf = (brick: string): string => `brick ${node.placeOfBrick(brick)}`;
    const news = this.news.get(group) ?? {
      service: new ServiceNews(tell, name),
      bricks: new BrickStateNews(tell, name, nameOf),
    };
    this.news.set(group, news);
    return news;
  }
}

const stoppedAt = (provenMs: number): Look => ({
  service: 'stopped',
  term: 0,
  manager: '',
  obstacle: '',
  provenMs,
});
