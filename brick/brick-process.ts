import type { DiskSpace } from '../src/core/disk-space.js';
import { brickId, groupId, type BrickId } from '../src/core/ids.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import type { Metrics } from '../src/runtime/metrics.js';
import type { Random } from '../src/runtime/random.js';
import { envelopeToWire } from '../src/volume/replica-codec.js';
import type { BrickStore } from '../src/volume/replica/brick-store.js';
import type { ReplicaMessage } from '../src/volume/replica/replica-message.js';
import { VolumeManager } from '../src/volume/volume-manager.js';
import { bricksOf, type VolumeBrick, type VolumeRecord } from '../src/volume/catalogue.js';
import { contradictionOf } from '../src/volume/contradictions.js';
import { successorOf } from '../src/volume/successor.js';
import { openBrick } from './brick-directory.js';
import { ConnectedClients } from './clients/connected-clients.js';
import { DiskWatch } from './disk-watch.js';
import type { PoolKeys } from './encryption/pool-keys.js';
import { BrickNews, type BrickName } from './events/brick-news.js';
import type { Tell } from './events/event-log.js';
import { FileActivity } from './metrics/file-activity.js';
import { ReplicaCounts } from './metrics/replica-counts.js';
import { handOverTo } from './hand-over.js';
import type { NodeLinks } from './node-links.js';
import { UnfinishedRuns } from './unfinished-runs.js';
import { healShareOf, scrubSettings } from './volume-options.js';

export interface BrickDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly bootId: string;
  readonly log: Logger;
  readonly keys: PoolKeys;
  readonly links: NodeLinks;
  readonly metrics: Metrics;
  readonly tell: Tell;
  /** Whether a node is about to be stopped. */
  readonly isDrained: (nodeId: string) => boolean;
  /** For people. */
  readonly describeBrick: BrickName;
  /** A volume's option as it is now. */
  readonly optionOf: (volume: string, key: string) => string | undefined;
  /** Whether the caller whose key this is was revoked. */
  readonly isRevoked: (owner: string) => boolean;
}

/** Where the brick belongs, as it changes. */
interface VolumePlace {
  volume: VolumeRecord;
}

/** One brick of one volume at work on this node. */
export class BrickProcess {
  readonly clients = new ConnectedClients();
  readonly openedAtMs: number;

  private constructor(
    private readonly place: VolumePlace,
    readonly brick: VolumeBrick,
    readonly store: BrickStore,
    private readonly runs: UnfinishedRuns,
    readonly manager: VolumeManager,
    /** What clients have asked of it. */
    readonly activity: FileActivity,
    private readonly news: BrickNews,
    private readonly disk: DiskWatch,
    private readonly deps: BrickDeps,
  ) {
    this.openedAtMs = deps.clock.monotonicMs();
  }

  /** @throws {StoreFailedError} with what is wrong with the directory. | {KeyUnavailableError} with what is wrong with the key. */
  static async open(
    volume: VolumeRecord,
    brick: VolumeBrick,
    deps: BrickDeps,
    onFailed: (error: unknown) => void,
  ): Promise<BrickProcess> {
    const log = deps.log.with({ volume: volume.name });
    const runs = await UnfinishedRuns.begin(brick.directory, { clock: deps.clock, log });
    const store = await openStoreOf(volume, brick, { ...deps, log }).catch(async (error: unknown) => {
      await runs.takeBack();
      throw error;
    });
    const disk = await DiskWatch.start(brick.directory, deps.clock, log);
    const place = { volume };
    const transport = {
      send: (to: BrickId, message: ReplicaMessage) => sendTo(place.volume, brick, to, message, deps.links),
    };
    const { clock, random, tell, describeBrick } = deps;
    const metrics = deps.metrics.with({ volume: volume.name });
    const counts = new ReplicaCounts(metrics);
    const news = new BrickNews(clock, tell, volume.name, describeBrick);
    const manager = new VolumeManager(
      {
        store,
        transport,
        clock,
        random,
        log,
        isEverythingSynced: () => deps.optionOf(volume.name, 'durability') === 'synced',
        healShare: () => healShareOf(deps.optionOf(volume.name, 'heal-pace')),
        scrub: () => scrubSettings((key) => deps.optionOf(volume.name, key)),
        space: () => disk.space,
        observe: (happening) => {
          counts.note(happening);
          news.note(happening);
        },
      },
      { committed: () => undefined, failed: onFailed, isRevoked: deps.isRevoked },
    );
    manager.start();
    const activity = new FileActivity(metrics, clock);
    const process = new BrickProcess(place, brick, store, runs, manager, activity, news, disk, deps);
    process.heedIsolation();
    return process;
  }

  /** Who could take over as volume manager, one on a node that is not about to be stopped if there is one. */
  get successor(): BrickId | undefined {
    const isAvoided = (id: BrickId): boolean => this.deps.isDrained(this.nodeOf(id) ?? '');
    return successorOf(this.manager.group.replica.view(), isAvoided);
  }

  /** As the pool's configuration has it now. */
  get volume(): VolumeRecord {
    return this.place.volume;
  }

  /** The volume has changed: other options, other bricks. */
  follow(volume: VolumeRecord): void {
    const before = this.volume.isolated;
    this.place.volume = volume;
    if (before?.brick === volume.isolated?.brick) return;
    if (before !== undefined)
      this.manager.group.replica.judge({
        kind: 'pardon',
        brick: brickId(before.brick),
        isHealedFirst: false,
      });
    this.heedIsolation();
  }

  private heedIsolation(): void {
    const { isolated } = this.volume;
    if (isolated === undefined) return;
    const why = contradictionOf(isolated.why);
    this.manager.group.replica.judge({ kind: 'isolate', brick: brickId(isolated.brick), why });
  }

  get space(): DiskSpace {
    return this.disk.space;
  }

  /** The volume's bricks on `node`. */
  bricksOn(node: string): BrickId[] {
    return bricksOf(this.volume)
      .filter(({ nodeId }) => nodeId === node)
      .map(({ id }) => brickId(id));
  }

  nodeOf(brick: BrickId): string | undefined {
    return bricksOf(this.volume).find(({ id }) => id === brick)?.nodeId;
  }

  /** Hands over if this is the manager, then takes no part any more. */
  async close(): Promise<void> {
    await this.handOver().catch(() => undefined);
    this.disk.stop();
    this.news.stop();
    await this.manager.stop();
    await this.store.close();
    await this.runs.end();
  }

  private async handOver(): Promise<void> {
    const { group } = this.manager;
    const { successor } = this;
    if (!group.replica.view().isManager || successor === undefined) return;
    await handOverTo(group, successor, this.deps.clock);
  }
}

async function openStoreOf(volume: VolumeRecord, { id, directory }: VolumeBrick, deps: BrickDeps) {
  const group = groupId(volume.group);
  const { encryption, name } = volume;
  const key = encryption === undefined ? undefined : await deps.keys.unwrap(group, encryption);
  return openBrick(directory, { group, brick: brickId(id), volume: name, key }, deps);
}

function sendTo(
  volume: VolumeRecord,
  from: VolumeBrick,
  to: BrickId,
  message: ReplicaMessage,
  links: NodeLinks,
): void {
  const target = bricksOf(volume).find(({ id }) => id === to);
  if (target === undefined) return;
  const envelope = { group: groupId(volume.group), from: brickId(from.id), to, message };
  links.send(target.nodeId, envelopeToWire(envelope));
}
