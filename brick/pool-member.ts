import { DamagedRecordError, RefusedError } from '../src/core/errors.js';
import type { DiskSpace } from '../src/core/disk-space.js';
import type { Edit } from '../src/core/edit.js';
import { brickId, groupId, type BrickId } from '../src/core/ids.js';
import type { KvStore } from '../src/kv/kv-store.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import type { Random } from '../src/runtime/random.js';
import {
  EMPTY_CATALOGUE,
  putNode,
  readCatalogue,
  type Catalogue,
  type PoolNode,
} from '../src/volume/catalogue.js';
import { envelopeToWire, type Envelope } from '../src/volume/replica-codec.js';
import { ReplicatedGroup, type GroupOwner } from '../src/volume/replicated-group.js';
import { BrickStore, UnformattedBrickError } from '../src/volume/replica/brick-store.js';
import { successorOf } from '../src/volume/successor.js';
import { handOverTo } from './hand-over.js';
import type { NodeLinks } from './node-links.js';
import { optionOf, scrubSettings } from './volume-options.js';

/** How long a new node may take to get its copy of the pool. */
const LEARN_TIMEOUT_MS = 15_000;
const LEARN_POLL_MS = 20;
const SCRUB_SETTINGS = scrubSettings((key) => optionOf({}, key));
/** Before a damaged configuration is read again. */
const REPAIR_PAUSE_MS = 500;
/** The pool is small; how full its disk is decides nothing. */
const NO_SPACE: DiskSpace = { totalBytes: 0, availableBytes: 0 };
const POOL_NAME = 'pool';

export interface PoolMemberDeps {
  readonly kv: KvStore;
  readonly self: PoolNode;
  readonly clock: Clock;
  readonly random: Random;
  readonly bootId: string;
  readonly log: Logger;
  readonly links: Pick<NodeLinks, 'send'>;
  /** The pool's configuration has changed. */
  readonly onCatalogue: (catalogue: Catalogue) => void;
  readonly onFailed: (error: unknown) => void;
}

/** What a node's copy of the pool begins with. */
export type PoolStart = 'alone' | 'joining';

/** This node's copy of the pool's configuration, and, on its manager, the way to change it. */
export class PoolMember implements GroupOwner {
  readonly group: ReplicatedGroup;
  private current: Catalogue = EMPTY_CATALOGUE;
  private reading: Promise<void> | undefined;
  private isReadWanted = false;
  private isClosed = false;
  private changes: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly pool: string,
    private readonly store: BrickStore,
    private readonly deps: PoolMemberDeps,
  ) {
    const { clock, random, links } = deps;
    const send = (to: BrickId, message: Envelope['message']): void => {
      const from = brickId(deps.self.id);
      links.send(to, envelopeToWire({ group: groupId(pool), from, to, message }));
    };
    const log = deps.log.with({ volume: POOL_NAME });
    this.group = new ReplicatedGroup(
      {
        store,
        transport: { send },
        clock,
        random,
        log,
        // It changes rarely, and a volume that was forgotten would be a shock.
        isEverythingSynced: () => true,
        healShare: () => 1,
        scrub: () => SCRUB_SETTINGS,
        space: () => NO_SPACE,
      },
      this,
    );
  }

  /** @throws {StoreFailedError} when what is in the store cannot be used. */
  static async open(pool: string, start: PoolStart, deps: PoolMemberDeps): Promise<PoolMember> {
    const store = await openOrFormat(pool, start, deps);
    const member = new PoolMember(pool, store, deps);
    member.current = await readCatalogue(store.kv);
    member.group.replica.start();
    return member;
  }

  get catalogue(): Catalogue {
    return this.current;
  }

  /** What it knows is what the pool's manager has told it; before, others may have decided what it has not heard of. */
  get isUpToDate(): boolean {
    const { manager, isManager, isReady, isAligned, tail, commitIndex } = this.group.replica.view();
    if (this.reading !== undefined) return false;
    return isManager ? isReady : manager !== undefined && isAligned && commitIndex === tail.index;
  }

  /**
   * On the pool's manager: with everything that was ever acknowledged.
   * @throws {NotManagerError} | {QuorumLostError}
   */
  async latest(): Promise<Catalogue> {
    await this.group.ready();
    await this.group.replica.confirmLease();
    await this.reading;
    return this.current;
  }

  nodeById(id: string): PoolNode | undefined {
    return this.current.nodes.find((node) => node.id === id);
  }

  /**
   * On the pool's manager: looks at the configuration and changes it, one change after the other.
   * @throws {NotManagerError} | {QuorumLostError} nothing was changed.
   */
  change<T>(
    work: (catalogue: Catalogue) => Promise<{ readonly edits: readonly Edit[]; readonly result: T }>,
  ): Promise<T> {
    return this.exclusively(async () => {
      const { edits, result } = await work(await this.soundCatalogue());
      if (edits.length > 0) await this.acknowledged({ edits });
      return result;
    });
  }

  /** On the pool's manager: brings `node` up to date, then makes it a member. */
  async addMember(node: PoolNode): Promise<void> {
    await this.exclusively(async () => {
      const { replica } = this.group;
      const id = brickId(node.id);
      // An earlier try whose outcome was unknown has made it one after all.
      if (replica.view().members.includes(id)) return;
      replica.addLearner(id);
      const giveUpAtMs = this.deps.clock.monotonicMs() + LEARN_TIMEOUT_MS;
      while (replica.view().peers.get(id)?.inSync !== true) {
        if (this.deps.clock.monotonicMs() > giveUpAtMs) {
          throw new RefusedError(`${node.address} did not take its copy of the pool in time`);
        }
        await this.deps.clock.sleep(LEARN_POLL_MS);
      }
      await this.acknowledged({ edits: [putNode(node)], members: [...replica.view().members, id] });
    });
  }

  async removeMember(id: string, edits: readonly Edit[]): Promise<void> {
    await this.exclusively(async () => {
      const members = this.group.replica.view().members.filter((member) => member !== id);
      await this.acknowledged({ edits, members });
    });
  }

  /** On the pool's manager: makes another node the manager. @throws {RefusedError} none is up and in sync. */
  async handOver(): Promise<void> {
    const successor = successorOf(this.group.replica.view(), () => false);
    if (successor === undefined) throw new RefusedError('no other node of the pool is up and in sync');
    await handOverTo(this.group, successor, this.deps.clock);
  }

  deliver({ from, message }: Envelope): void {
    this.group.replica.receive(from, message);
  }

  linkDown(node: string): void {
    this.group.replica.linkDown(brickId(node));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.group.stop();
    await this.reading;
    await this.store.close();
  }

  async activate(): Promise<void> {
    const { self } = this.deps;
    const known = (await this.soundCatalogue()).nodes.find(({ id }) => id === self.id);
    const isRight = known?.address === self.address && known.name === self.name;
    if (!isRight) await this.group.propose({ edits: [putNode(self)] });
  }

  deactivate(): void {
    this.changes = Promise.resolve();
  }

  committed(): void {
    this.isReadWanted = true;
    this.reading ??= this.read();
  }

  failed(error: unknown): void {
    this.deps.onFailed(error);
  }

  /** Whoever asks this node once he was told of his change finds it. */
  private async acknowledged(change: Parameters<ReplicatedGroup['propose']>[0]): Promise<void> {
    await this.group.propose(change);
    await this.reading;
  }

  private async read(): Promise<void> {
    try {
      while (this.isReadWanted) {
        this.isReadWanted = false;
        await this.readOnce();
      }
    } catch (error) {
      this.deps.onFailed(error);
    } finally {
      this.reading = undefined;
    }
  }

  private async readOnce(): Promise<void> {
    try {
      this.current = await readCatalogue(this.store.kv);
      this.deps.onCatalogue(this.current);
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) throw error;
      // The manager writes the record anew; what was known before stays until then.
      this.group.replica.reportDamage(error.key);
      await this.deps.clock.sleep(REPAIR_PAUSE_MS);
      this.isReadWanted = !this.isClosed;
    }
  }

  /** On the manager. */
  private soundCatalogue(): Promise<Catalogue> {
    return this.group.mending(() => readCatalogue(this.store.kv));
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    const run = this.changes.then(async () => {
      await this.group.ready();
      await this.group.room();
      return work();
    });
    // The chain only keeps the order; a failure reaches whoever made the change.
    this.changes = run.catch(() => undefined);
    return run;
  }
}

async function openOrFormat(
  pool: string,
  start: PoolStart,
  { kv, self, bootId }: PoolMemberDeps,
): Promise<BrickStore> {
  try {
    return await BrickStore.open(kv, bootId);
  } catch (error) {
    if (!(error instanceof UnformattedBrickError)) throw error;
    const brick = brickId(self.id);
    const content =
      start === 'alone' ? ({ kind: 'member', members: [brick] } as const) : ({ kind: 'blank' } as const);
    await BrickStore.format(kv, { group: groupId(pool), brick, volume: POOL_NAME }, content);
    return BrickStore.open(kv, bootId);
  }
}
