import {
  CorruptionError,
  FileError,
  HafsError,
  NotManagerError,
  OutcomeUnknownError,
  QuorumLostError,
  SessionExpiredError,
  StoreFailedError,
} from '../../../src/core/errors.js';
import type { SessionId } from '../../../src/core/ids.js';
import { isQuery, type FileOperation, type FileReply } from '../../../src/core/operation.js';
import type { VolumeManager } from '../../../src/volume/volume-manager.js';
import type { Scheduler, SeededRandom } from './scheduler.js';
import { clientAddress, type SimNetwork } from './sim-network.js';
import type { SimNode } from './sim-node.js';

const REPLY_TIMEOUT_MS = 2_000;
const RETRY_MS = 50;
/** Operations that a client has under way at most. */
export const CLIENT_SLOTS = 8;

const NOT_RECALLED = { recall: () => undefined };

/**
 * A client far away, without caches: requests and replies may be lost, late, or come twice; it retries with the same id.
 * Unlike a mount it talks to several managers at once, so that an old one must notice by itself that it is no longer one.
 */
export class SimClient {
  private session: SessionId | undefined;
  /** Managers that know that it has nothing in caches: they need not wait for that. */
  private readonly greeted = new WeakSet<VolumeManager>();
  private nextSequence = new Map<number, number>();
  private readonly freeSlots = Array.from({ length: CLIENT_SLOTS }, (_, slot) => slot);
  private target = 0;

  constructor(
    readonly id: number,
    private readonly world: {
      readonly scheduler: Scheduler;
      readonly random: SeededRandom;
      readonly network: SimNetwork;
      readonly nodes: readonly SimNode[];
      readonly broken: string[];
    },
  ) {}

  async open(): Promise<void> {
    while (this.session === undefined) {
      this.session = await this.attempt((manager) =>
        manager.openSession(`client ${this.id}`, undefined).then(({ session }) => session),
      ).catch(() => undefined);
      if (this.session === undefined) await this.pause();
    }
  }

  /** @throws {OutcomeUnknownError} after `deadlineMs`, if it may have been applied. */
  async execute(operation: FileOperation, deadlineMs: number): Promise<FileReply> {
    const slot = this.freeSlots.pop()!;
    const sequence = (this.nextSequence.get(slot) ?? 0) + 1;
    this.nextSequence.set(slot, sequence);
    const giveUpAtMs = this.world.scheduler.nowMs + deadlineMs;
    const session = this.session!;
    try {
      for (;;) {
        const error = await this.attempt((manager) =>
          isQuery(operation)
            ? manager.query(session, operation)
            : manager.mutate({ session, slot, sequence }, operation).then(({ reply }) => reply),
        ).catch((failure: unknown) => failure);
        if (!(error instanceof Error)) return error as FileReply;
        if (error instanceof FileError || error instanceof SessionExpiredError) throw error;
        // No more than one brick's copy is ever damaged, so nobody outside must hear of it.
        if (error instanceof CorruptionError) this.world.broken.push(`told a client: ${error.message}`);
        if (!isRetriable(error)) throw error;
        if (this.world.scheduler.nowMs > giveUpAtMs) throw new OutcomeUnknownError('gave up');
        await this.pause();
      }
    } finally {
      this.freeSlots.unshift(slot);
    }
  }

  /** One try at the node believed to be manager, through the network. */
  private attempt<T>(call: (manager: VolumeManager) => Promise<T>): Promise<T> {
    const { scheduler, random, network, nodes } = this.world;
    const node = nodes[this.target]!;
    this.target = random.below(nodes.length);
    if (!network.canReach(clientAddress(this.id), node.id)) {
      return Promise.reject(new OutcomeUnknownError('the node cannot be reached'));
    }
    return new Promise<T>((resolve, reject) => {
      scheduler.after(REPLY_TIMEOUT_MS, () => reject(new OutcomeUnknownError('no reply')));
      const travel = (then: () => void): void => {
        if (random.chance(network.faults.loss)) return;
        scheduler.after(random.between(0.1, network.faults.delayMsMax), then);
      };
      const request = (): void => {
        const answer = (value: T): void =>
          travel(() => {
            this.target = node.id;
            resolve(value);
          });
        const fail = (error: unknown): void =>
          travel(() => reject(error instanceof Error ? error : new Error(String(error))));
        const isUp = node.perform((manager) => {
          this.greet(manager)
            .then(() => call(manager))
            .then(answer, fail);
        });
        if (!isUp) reject(new OutcomeUnknownError('the node is down'));
      };
      travel(request);
      if (random.chance(network.faults.duplication)) travel(request);
    });
  }

  private async greet(manager: VolumeManager): Promise<void> {
    const { session } = this;
    if (session === undefined || this.greeted.has(manager)) return;
    await manager.openSession(`client ${this.id}`, session);
    manager.leases.connected(session, NOT_RECALLED, []);
    this.greeted.add(manager);
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      this.world.scheduler.after(RETRY_MS, () => resolve());
    });
  }
}

const isRetriable = (error: Error): boolean =>
  error instanceof HafsError &&
  (error instanceof NotManagerError ||
    error instanceof OutcomeUnknownError ||
    error instanceof StoreFailedError ||
    error instanceof QuorumLostError);
