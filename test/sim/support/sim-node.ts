import { brickId, groupId, type BrickId } from '../../../src/core/ids.js';
import { GIB } from '../../../src/core/limits.js';
import { MemoryDisk, MemoryKvStore } from '../../../src/kv/memory-kv-store.js';
import { WINDOW_LIMITS, type WindowLimits } from '../../../src/replication/entry-window.js';
import { silentLogger } from '../../../src/runtime/logger.js';
import { BrickStore } from '../../../src/volume/replica/brick-store.js';
import type { ReplicaMessage } from '../../../src/volume/replica/replica-message.js';
import { VolumeManager } from '../../../src/volume/volume-manager.js';
import { SimClock, type Scheduler, type SeededRandom } from './scheduler.js';
import type { SimNetwork } from './sim-network.js';

export const NODE_COUNT = 3;
export const brickOf = (node: number): BrickId => brickId(`b${node}`);
const nodeOf = (brick: BrickId): number => Number(brick.slice(1));
const GROUP = groupId('g');

export interface SimEvents {
  readonly becameManager: (node: number, term: number) => void;
  /** Something that must never happen did. */
  readonly broken: (what: string) => void;
}

interface Process {
  readonly clock: SimClock;
  readonly store: MemoryKvStore;
  readonly manager: VolumeManager;
}

/** A storage node: a disk that outlives its processes, and at most one process. */
export class SimNode {
  readonly disk = new MemoryDisk();
  private process: Process | undefined;
  private incarnation = 0;
  /** Drawn by the seed: with a small window even a short absence ends in a heal. */
  private readonly windowLimits: WindowLimits;
  /** Longest a commit takes. */
  diskDelayMsMax = 3;

  constructor(
    readonly id: number,
    private readonly world: {
      readonly scheduler: Scheduler;
      readonly random: SeededRandom;
      readonly network: SimNetwork;
      readonly events: SimEvents;
    },
  ) {
    this.windowLimits = {
      bytesMax: WINDOW_LIMITS.bytesMax,
      entriesMax: world.random.pick([4, 64, WINDOW_LIMITS.entriesMax]),
    };
  }

  get manager(): VolumeManager | undefined {
    return this.process?.manager;
  }

  async format(): Promise<void> {
    const members = Array.from({ length: NODE_COUNT }, (_, node) => brickOf(node));
    const identity = { group: GROUP, brick: brickOf(this.id), volume: 'sim' };
    await BrickStore.format(new MemoryKvStore(this.disk), identity, { kind: 'member', members });
  }

  /** An empty brick in place of the old one. */
  async replaceByBlank(): Promise<void> {
    this.disk.erase();
    const identity = { group: GROUP, brick: brickOf(this.id), volume: 'sim' };
    await BrickStore.format(new MemoryKvStore(this.disk), identity, { kind: 'blank' });
  }

  async start(): Promise<void> {
    const { scheduler, random, network, events } = this.world;
    const incarnation = ++this.incarnation;
    const clock = new SimClock(scheduler);
    const store = new MemoryKvStore(this.disk, () => clock.sleep(random.between(0, this.diskDelayMsMax)));
    const opened = await BrickStore.open(store);
    if (incarnation !== this.incarnation) return;
    const transport = {
      send: (to: BrickId, message: ReplicaMessage) => {
        if (incarnation === this.incarnation) network.send(this.id, nodeOf(to), message);
      },
    };
    const space = () => ({ totalBytes: GIB, availableBytes: GIB });
    const deps = {
      store: opened,
      transport,
      clock,
      random,
      log: silentLogger,
      space,
      windowLimits: this.windowLimits,
    };
    const manager: VolumeManager = new VolumeManager(deps, {
      committed: () => {
        const view = manager.group.replica.view();
        if (view.isManager) events.becameManager(this.id, view.term);
      },
      failed: (error) => {
        if (incarnation === this.incarnation) events.broken(`node ${this.id} failed: ${String(error)}`);
      },
    });
    this.process = { clock, store, manager };
    network.attach(this.id, (from, message) =>
      manager.group.replica.receive(brickOf(from), message as ReplicaMessage),
    );
    manager.start();
  }

  /** kill -9: what the process had handed to the disk stays, what it had not is gone. */
  crash(): void {
    this.incarnation++;
    this.world.network.detach(this.id);
    this.process?.clock.die();
    this.process?.store.abandon();
    this.process = undefined;
  }

  linkDown(peer: number): void {
    this.process?.manager.group.replica.linkDown(brickOf(peer));
  }

  get isUp(): boolean {
    return this.process !== undefined;
  }
}
