import { bytesToMapKey } from '../../../src/core/bytes.js';
import { brickId, groupId, type BrickId } from '../../../src/core/ids.js';
import { GIB } from '../../../src/core/limits.js';
import { MemoryDisk, MemoryKvStore } from '../../../src/kv/memory-kv-store.js';
import { WINDOW_LIMITS, type WindowLimits } from '../../../src/replication/entry-window.js';
import { silentLogger } from '../../../src/runtime/logger.js';
import { HEAL_MARK_KEY } from '../../../src/volume/replica/brick-records.js';
import { BrickStore, JOURNAL_ENTRIES_MAX } from '../../../src/volume/replica/brick-store.js';
import type { Happening } from '../../../src/volume/observer.js';
import type { ReplicaMessage } from '../../../src/volume/replica/replica-message.js';
import { VolumeManager } from '../../../src/volume/volume-manager.js';
import type { Scheduler, SeededRandom } from './scheduler.js';
import { SimClock } from './sim-clock.js';
import type { SimNetwork } from './sim-network.js';

export const NODE_COUNT = 3;
export const brickOf = (node: number): BrickId => brickId(`b${node}`);
const nodeOf = (brick: BrickId): number => Number(brick.slice(1));
const GROUP = groupId('g');

export interface SimEvents {
  readonly becameManager: (node: number, term: number) => void;
  readonly isolated: (node: number, brick: BrickId, why: string) => void;
  /** Something that must never happen did. */
  readonly broken: (what: string) => void;
}

interface Process {
  readonly clock: SimClock;
  readonly store: MemoryKvStore;
  readonly manager: VolumeManager;
}

/** Half of what the lease allows for: two clocks may drift apart by 5 %. */
const CLOCK_DRIFT_MAX = 0.025;
const CLOCK_OFFSET_MS_MAX = 1_000_000;
const DISK_DELAY_MS_MAX = 3;
const HEAL_SHARE = 0.5;
/** Older commits are on the disk even if nobody asked for it: the system writes back, and LevelDB syncs its tables. */
const WRITE_BACK_COMMITS = 60;
/** Still more than can be uncommitted at a time. */
const SHORT_JOURNAL_ENTRIES = 200;

/** A storage node: a disk that outlives its processes, and at most one process. */
export class SimNode {
  readonly disk = new MemoryDisk();
  private process: Process | undefined;
  private incarnation = 0;
  private boots = 1;
  /** Drawn by the seed: with a small window even a short absence ends in a heal. */
  private readonly windowLimits: WindowLimits;
  /** With a short journal an absence ends in a full heal. */
  readonly journalEntriesMax: number;
  private readonly clockRate: number;
  private diskDelayMsMax = DISK_DELAY_MS_MAX;
  private isDiskFull = false;
  private isDiskBroken = false;
  /** Changes what this node says to others. */
  lie: (message: ReplicaMessage) => ReplicaMessage = (message) => message;

  constructor(
    readonly id: number,
    private readonly world: {
      readonly scheduler: Scheduler;
      readonly random: SeededRandom;
      readonly network: SimNetwork;
      readonly events: SimEvents;
      /** The volume's durability. */
      readonly isEverythingSynced: boolean;
    },
  ) {
    this.windowLimits = {
      bytesMax: WINDOW_LIMITS.bytesMax,
      entriesMax: world.random.pick([4, 64, WINDOW_LIMITS.entriesMax]),
    };
    this.journalEntriesMax = world.random.pick([SHORT_JOURNAL_ENTRIES, JOURNAL_ENTRIES_MAX]);
    this.clockRate = world.random.between(1 - CLOCK_DRIFT_MAX, 1 + CLOCK_DRIFT_MAX);
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
    const clock = new SimClock(scheduler, this.clockRate, random.between(0, CLOCK_OFFSET_MS_MAX));
    // Opening takes no simulated time.
    let isOpen = false;
    const store = new MemoryKvStore(this.disk, async () => {
      if (isOpen) await this.useDisk(clock);
    });
    const opened = await BrickStore.open(store, this.bootId, this.journalEntriesMax);
    if (incarnation !== this.incarnation) return;
    isOpen = true;
    const transport = {
      send: (to: BrickId, message: ReplicaMessage) => {
        if (incarnation === this.incarnation) network.send(this.id, nodeOf(to), this.lie(message));
      },
    };
    const space = () => ({ totalBytes: GIB, availableBytes: this.isDiskFull ? 0 : GIB });
    const deps = {
      store: opened,
      transport,
      clock,
      random,
      log: silentLogger,
      space,
      isEverythingSynced: () => this.world.isEverythingSynced,
      healShare: () => HEAL_SHARE,
      windowLimits: this.windowLimits,
      observe: (happening: Happening) => {
        if (happening.kind === 'brickIsolated') events.isolated(this.id, happening.brick, happening.why);
      },
    };
    const manager: VolumeManager = new VolumeManager(deps, {
      committed: () => {
        const view = manager.group.replica.view();
        if (view.isManager) events.becameManager(this.id, view.term);
      },
      failed: (error) => {
        if (incarnation === this.incarnation) this.failed(error);
      },
    });
    this.process = { clock, store, manager };
    network.attach(this.id, (from, message) =>
      clock.perform(() => manager.group.replica.receive(brickOf(from), message as ReplicaMessage)),
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

  /** The machine goes down: of what was not synced a part may be gone, unless `isOrdered` not always the newest. */
  losePower(isOrdered: boolean): void {
    this.crash();
    this.boots++;
    const { random } = this.world;
    const count = this.disk.unsyncedCommits;
    const safe = Math.max(0, count - WRITE_BACK_COMMITS);
    const kept = safe + random.below(count - safe + 1);
    this.disk.losePowerExcept((place) => (isOrdered ? place < kept : place < safe || random.chance(0.5)));
  }

  private get bootId(): string {
    return `${this.id}-${this.boots}`;
  }

  linkDown(peer: number): void {
    this.perform((manager) => manager.group.replica.linkDown(brickOf(peer)));
  }

  /** Asks this node's process to do something; it does so when it is not frozen. @returns whether there is one. */
  perform(work: (manager: VolumeManager) => void): boolean {
    const { process } = this;
    process?.clock.perform(() => work(process.manager));
    return process !== undefined;
  }

  freeze(): void {
    this.process?.clock.freeze();
  }

  thaw(): void {
    this.process?.clock.thaw();
  }

  /** Commits take up to `delayMsMax`, before they are on the disk and after. */
  slowDisk(delayMsMax: number): void {
    this.diskDelayMsMax = delayMsMax;
  }

  fillDisk(): void {
    this.isDiskFull = true;
  }

  /** The next commit fails, and with it the process. */
  breakDisk(): void {
    this.isDiskBroken = true;
  }

  mendDisk(): void {
    this.diskDelayMsMax = DISK_DELAY_MS_MAX;
    this.isDiskFull = false;
    this.isDiskBroken = false;
  }

  private async useDisk(clock: SimClock): Promise<void> {
    await clock.sleep(this.world.random.between(0, this.diskDelayMsMax));
    if (this.isDiskBroken) throw new Error('input/output error');
  }

  private failed(error: unknown): void {
    if (this.isDiskBroken) this.crash();
    else this.world.events.broken(`node ${this.id} failed: ${String(error)}`);
  }

  /** Whether what is on its disk is the state at some index, and not on the way from one to another. */
  get holdsWholeCopy(): boolean {
    return !this.disk.read().has(bytesToMapKey(HEAL_MARK_KEY));
  }

  get isUp(): boolean {
    return this.process !== undefined;
  }
}
