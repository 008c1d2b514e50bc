import { bytesToMapKey } from '../../../src/core/bytes.js';
import type { BrickId } from '../../../src/core/ids.js';
import { FIRST_REPLICATED_KIND } from '../../../src/core/key-kind.js';
import { Scheduler, SeededRandom } from './scheduler.js';
import { SimClient } from './sim-client.js';
import { GOOD_NETWORK, SimNetwork } from './sim-network.js';
import { brickOf, NODE_COUNT, SimNode } from './sim-node.js';

const SETTLE_MS = 60_000;
const SETTLE_STEP_MS = 500;
const COMPLETE_STEP_MS = 20;
const ORDERED_LOSSES = 0.7;

/** Three nodes and some clients in one process; the seed decides everything that happens. */
export class SimCluster {
  readonly scheduler = new Scheduler();
  readonly random: SeededRandom;
  readonly network: SimNetwork;
  readonly nodes: SimNode[];
  readonly broken: string[] = [];
  /** The only one that ever loses power while nothing may be lost. */
  readonly powerVictim: number;
  private readonly goneForGood = new Set<number>();
  private readonly managerOfTerm = new Map<number, number>();

  /** The only one that may be caught in a lie, and what it was caught by. */
  liar: BrickId | undefined;
  readonly isolations: string[] = [];

  /** The nodes whose bricks are to be the members. */
  target: readonly number[] = Array.from({ length: NODE_COUNT }, (_, id) => id);

  private constructor(seed: number, isEverythingSynced: boolean, spareCount: number) {
    this.random = new SeededRandom(seed);
    this.network = new SimNetwork(this.scheduler, this.random);
    this.powerVictim = this.random.below(NODE_COUNT);
    const events = {
      becameManager: (node: number, term: number) => this.checkOneManagerATerm(node, term),
      isolated: (node: number, brick: BrickId, why: string) => {
        if (brick !== this.liar) this.broken.push(`node ${node} isolates ${brick}, which is honest: ${why}`);
        this.isolations.push(why);
      },
      broken: (what: string) => this.broken.push(what),
    };
    const { scheduler, random, network } = this;
    const world = { scheduler, random, network, events, isEverythingSynced };
    this.nodes = Array.from({ length: NODE_COUNT + spareCount }, (_, id) => new SimNode(id, world));
  }

  /**
   * @param isEverythingSynced the volume's durability: what is acknowledged survives a power cut of all.
   * @param spareCount nodes with an empty brick that is no member.
   */
  static async start(seed: number, isEverythingSynced = false, spareCount = 0): Promise<SimCluster> {
    const cluster = new SimCluster(seed, isEverythingSynced, spareCount);
    for (const node of cluster.nodes) await (node.id < NODE_COUNT ? node.format() : node.replaceByBlank());
    for (const node of cluster.nodes) await node.start();
    return cluster;
  }

  /** Its machine never comes back. */
  isGone(id: number): boolean {
    return this.goneForGood.has(id);
  }

  loseForGood(id: number): void {
    this.goneForGood.add(id);
    this.crash(id);
  }

  client(id: number): SimClient {
    return new SimClient(id, this);
  }

  /** The process dies; the others notice by their broken connections, if they can be reached. */
  crash(id: number): void {
    this.nodes[id]!.crash();
    this.breakLinks(id);
  }

  /** The machine dies, and forgets some of what was not synced. @param isOrdered only the newest of it. */
  losePower(id: number, isOrdered = this.random.chance(ORDERED_LOSSES)): void {
    this.nodes[id]!.losePower(isOrdered);
    this.breakLinks(id);
  }

  private breakLinks(id: number): void {
    for (const other of this.nodes) {
      if (other.id === id || !this.network.canReach(id, other.id)) continue;
      this.scheduler.after(this.random.between(0.1, 3), () => other.linkDown(id));
    }
  }

  /** Lets time pass until `work` is done. */
  async complete<T>(work: Promise<T>): Promise<T> {
    const progress = { isDone: false };
    const finish = () => (progress.isDone = true);
    work.then(finish, finish);
    const giveUpAtMs = this.scheduler.nowMs + SETTLE_MS;
    while (!progress.isDone) {
      if (this.scheduler.nowMs > giveUpAtMs) throw new Error(`stuck: ${this.describe()}`);
      await this.run(COMPLETE_STEP_MS);
    }
    return work;
  }

  async run(durationMs: number): Promise<void> {
    await this.scheduler.runUntil(this.scheduler.nowMs + durationMs);
  }

  /** Everything is mended and everybody up: within bounded time all must be well. */
  async settle(): Promise<void> {
    this.network.mend();
    this.network.faults = GOOD_NETWORK;
    for (const node of this.nodes) {
      node.mendDisk();
      node.thaw();
      if (!node.isUp && !this.isGone(node.id)) await node.start();
    }
    const giveUpAtMs = this.scheduler.nowMs + SETTLE_MS;
    while (!this.isSettled()) {
      if (this.scheduler.nowMs > giveUpAtMs) throw new Error(`not settled: ${this.describe()}`);
      await this.run(SETTLE_STEP_MS);
    }
  }

  isSettled(): boolean {
    const views = this.target.map((id) => this.nodes[id]!.manager?.group.replica.view());
    const manager = views.find((view) => view?.isReady === true);
    if (manager?.inSyncCount !== this.target.length) return false;
    if (!this.target.every((id) => manager.members.includes(brickOf(id)))) return false;
    return views.every((view) => view?.health === 'whole' && view.storedIndex === manager.tail.index);
  }

  assertReplicasEqual(): void {
    const [first, ...others] = this.target.map((id) => this.replicatedState(this.nodes[id]!));
    for (const [place, other] of others.entries()) {
      const differing = differingKeys(first!, other);
      if (differing.length > 0)
        throw new Error(`node 0 and ${place + 1} differ in ${differing.slice(0, 5).join(', ')}`);
    }
  }

  describe(): string {
    const states = this.nodes.map((node) => {
      const view = node.manager?.group.replica.view();
      if (view === undefined) return `node ${node.id} down`;
      const { term, manager, tail, storedIndex, commitIndex, health, isManager, inSyncCount } = view;
      const peers = [...view.peers].map(([id, peer]) => `${id}:${peer.feed.kind}${peer.inSync ? '+' : '-'}`);
      return JSON.stringify({
        id: node.id,
        term,
        manager,
        tail,
        storedIndex,
        commitIndex,
        health,
        isManager,
        inSyncCount,
        peers,
      });
    });
    return `at ${this.scheduler.nowMs} ms\n${states.join('\n')}`;
  }

  private replicatedState(node: SimNode): Map<string, string> {
    const state = new Map<string, string>();
    for (const [key, value] of node.disk.read()) {
      if (key.charCodeAt(0) >= FIRST_REPLICATED_KIND) state.set(key, bytesToMapKey(value));
    }
    return state;
  }

  private checkOneManagerATerm(node: number, term: number): void {
    const known = this.managerOfTerm.get(term);
    if (known !== undefined && known !== node)
      this.broken.push(`two managers in term ${term}: ${known} and ${node}`);
    this.managerOfTerm.set(term, node);
  }
}

function differingKeys(a: Map<string, string>, b: Map<string, string>): string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys]
    .filter((key) => a.get(key) !== b.get(key))
    .map((key) => Buffer.from(key, 'latin1').toString('hex'));
}
