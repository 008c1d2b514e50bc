import { defined } from '../../../src/core/assert.js';
import { HafsError, OutcomeUnknownError } from '../../../src/core/errors.js';
import { putVolume, removeNode, type Catalogue, type VolumeRecord } from '../../../src/volume/catalogue.js';
import type { PoolMember } from '../../../brick/pool-member.js';
import { PoolFaults, POOL_FAULT_MS_MAX } from './pool-faults.js';
import { Scheduler, SeededRandom } from './scheduler.js';
import { SimNetwork } from './sim-network.js';
import { SimPoolNode } from './sim-pool.js';

const NODES = 3;
const RAGE_MS = 30_000;
const FAULTS = 12;
const SETTLE_MS = 90_000;
const RETRY_MS = 100;
const ATTEMPT_TIMEOUT_MS = 30_000;
const COUNTERS = 2;

const counterVolume = (name: string, count: number): VolumeRecord => ({
  name,
  id: name,
  status: 'created',
  group: name,
  bricks: [],
  options: { count: String(count) },
  createdAtMs: 0,
});

const countOf = (volumes: readonly VolumeRecord[], name: string): number =>
  Number(volumes.find((volume) => volume.name === name)?.options['count'] ?? 0);

const knows = ({ nodes }: Catalogue, wanted: string): boolean => nodes.some(({ id }) => id === wanted);

/**
 * A pool that grows from one node to three, loses one and takes it in again, while its configuration is changed
 * by several at once and nodes and network fail.
 */
export class PoolScenario {
  private readonly scheduler = new Scheduler();
  private readonly random: SeededRandom;
  private readonly network: SimNetwork;
  private readonly nodes: SimPoolNode[];
  private readonly broken: string[] = [];
  private readonly managerOfTerm = new Map<number, number>();
  private readonly tried = new Map<string, number>();
  private readonly acknowledged = new Map<string, number>();
  private readonly faults: PoolFaults;
  private isOver = false;

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    this.network = new SimNetwork(this.scheduler, this.random);
    const { scheduler, random, network } = this;
    const world = { scheduler, random, network, broken: (what: string) => this.broken.push(what) };
    this.nodes = Array.from({ length: NODES }, (_, number) => new SimPoolNode(number, world));
    this.faults = new PoolFaults(this.nodes, world);
  }

  /** @throws what went wrong. @returns how many changes were acknowledged. */
  async run(): Promise<number> {
    await this.nodes[0]!.start('alone');
    for (let fault = 0; fault < FAULTS; fault++) {
      this.scheduler.after(this.random.between(0, RAGE_MS), () => this.faults.strike());
    }
    const admin = this.administer();
    const counters = Array.from({ length: COUNTERS }, (_, number) => this.count(`volume-${number}`));
    await this.pass(RAGE_MS + POOL_FAULT_MS_MAX);
    this.isOver = true;
    await this.faults.mend();
    await this.waitFor(Promise.all([admin, ...counters]));
    await this.waitFor(this.settled());
    // What is committed is read a moment later.
    await this.pass(RETRY_MS);
    this.check();
    return [...this.acknowledged.values()].reduce((sum, count) => sum + count, 0);
  }

  private async administer(): Promise<void> {
    for (const number of [1, 2]) await this.takeIn(number);
    await this.detach(2);
    await this.takeIn(2);
  }

  private async takeIn(number: number): Promise<void> {
    const node = this.nodes[number]!;
    this.faults.startedMax = Math.max(this.faults.startedMax, number);
    if (!node.isUp) await node.start('joining');
    await this.persistently(async (pool) => {
      if (knows(await pool.latest(), node.self.id)) return;
      await pool.addMember(node.self);
      this.expectKnown(pool, node.self.id, true);
    });
  }

  private async detach(number: number): Promise<void> {
    const { id } = this.nodes[number]!.self;
    await this.persistently(async (pool) => {
      if (!knows(await pool.latest(), id)) return;
      // A manager does not take itself out: it hands over, and the next one is asked.
      if (pool.group.replica.view().manager === id) {
        await pool.handOver();
        throw new OutcomeUnknownError('it was the manager');
      }
      await pool.removeMember(id, [removeNode(id)]);
      this.expectKnown(pool, id, false);
    });
  }

  /** What was acknowledged is seen at once where it was. */
  private expectKnown(pool: PoolMember, id: string, isKnown: boolean): void {
    if (knows(pool.catalogue, id) === isKnown) return;
    this.broken.push(`its manager ${isKnown ? 'does not know' : 'still knows'} ${id}`);
  }

  /** Several at once read a number and write the next one: none of them may be lost. */
  private async count(name: string): Promise<void> {
    while (!this.isOver) {
      await this.attempt((pool) =>
        pool.change((catalogue) => {
          const next = countOf(catalogue.volumes, name) + 1;
          this.tried.set(name, Math.max(next, this.tried.get(name) ?? 0));
          return Promise.resolve({ edits: [putVolume(counterVolume(name, next))], result: next });
        }),
      ).then(
        (count) => this.acknowledged.set(name, Math.max(count, this.acknowledged.get(name) ?? 0)),
        () => undefined,
      );
      await this.pause(this.random.between(1, RETRY_MS));
    }
  }

  private async persistently(work: (pool: PoolMember) => Promise<void>): Promise<void> {
    for (;;) {
      const isDone = await this.attempt(work).then(
        () => true,
        (error: unknown) => {
          if (!(error instanceof HafsError)) throw error;
          return false;
        },
      );
      if (isDone) return;
      await this.pause(RETRY_MS);
    }
  }

  /** Asks the manager; if it dies meanwhile no answer ever comes. */
  private attempt<T>(work: (pool: PoolMember) => Promise<T>): Promise<T> {
    const manager = this.nodes.find((node) => node.isManager);
    return new Promise<T>((resolve, reject) => {
      const timer = this.scheduler.after(ATTEMPT_TIMEOUT_MS, () =>
        reject(new OutcomeUnknownError('no answer')),
      );
      const done = (settle: () => void): void => {
        timer.stop();
        settle();
      };
      if (manager?.member === undefined) done(() => reject(new OutcomeUnknownError('no manager')));
      else
        work(manager.member).then(
          (value) => done(() => resolve(value)),
          (error: unknown) => done(() => reject(error instanceof Error ? error : new Error(String(error)))),
        );
    });
  }

  private async settled(): Promise<void> {
    for (;;) {
      const manager = this.nodes.find((node) => node.isManager)?.member?.group.replica.view();
      const isWhole = manager?.inSyncCount === NODES && manager.members.length === NODES;
      const views = this.nodes.map((node) => node.member?.group.replica.view());
      if (isWhole && views.every((view) => view?.commitIndex === manager.tail.index)) return;
      await this.pause(RETRY_MS);
    }
  }

  private check(): void {
    for (const { member, number } of this.nodes) {
      const { volumes, nodes } = defined(member).catalogue;
      for (const [name, acknowledged] of this.acknowledged) {
        const count = countOf(volumes, name);
        if (count < acknowledged || count > (this.tried.get(name) ?? 0))
          this.broken.push(`node ${number}: ${name} is ${count}, acknowledged ${acknowledged}`);
      }
      if (nodes.length !== NODES) this.broken.push(`node ${number} knows ${nodes.length} nodes`);
    }
    if (this.broken.length > 0) throw new Error(this.broken.slice(0, 5).join('\n'));
  }

  private noteManagers(): void {
    for (const { member, number } of this.nodes) {
      const view = member?.group.replica.view();
      if (view?.isManager !== true) continue;
      const known = this.managerOfTerm.get(view.term) ?? number;
      if (known !== number) this.broken.push(`two managers in term ${view.term}: ${known} and ${number}`);
      this.managerOfTerm.set(view.term, known);
    }
  }

  private async waitFor(work: Promise<unknown>): Promise<void> {
    const progress = { isDone: false };
    const finish = (): void => void (progress.isDone = true);
    work.then(finish, finish);
    const giveUpAtMs = this.scheduler.nowMs + SETTLE_MS;
    while (!progress.isDone) {
      if (this.scheduler.nowMs > giveUpAtMs) throw new Error(`stuck: ${this.describe()}`);
      await this.pass(RETRY_MS);
    }
    await work;
  }

  private async pass(durationMs: number): Promise<void> {
    const untilMs = this.scheduler.nowMs + durationMs;
    while (this.scheduler.nowMs < untilMs) {
      await this.scheduler.runUntil(Math.min(untilMs, this.scheduler.nowMs + RETRY_MS));
      this.noteManagers();
    }
  }

  private pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => void this.scheduler.after(delayMs, resolve));
  }

  private describe(): string {
    return this.nodes
      .map(({ member, number }) => {
        const view = member?.group.replica.view();
        return view === undefined
          ? `node ${number} down`
          : `node ${number}: ${JSON.stringify({ ...view, peers: [...view.peers.keys()] })}`;
      })
      .join('\n');
  }
}
