import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidRequestError, RefusedError } from '../src/core/errors.js';
import { LevelKvStore } from '../src/kv/level-kv-store.js';
import type { Trust } from '../src/rpc/channel.js';
import type { Caller, Named } from '../src/rpc/identity/caller.js';
import type { Standing } from '../src/rpc/server.js';
import { textField } from '../src/rpc/validate.js';
import type { hafs } from '../src/rpc/wire.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import type { Metrics } from '../src/runtime/metrics.js';
import type { Random } from '../src/runtime/random.js';
import { bricksOf, type Catalogue, type PoolNode, type VolumeBrick } from '../src/volume/catalogue.js';
import { envelopeFromWire, type Envelope } from '../src/volume/replica-codec.js';
import { Bricks } from './bricks.js';
import type { PoolKeys } from './encryption/pool-keys.js';
import type { Tell } from './events/event-log.js';
import { isRevoked, standingOf } from './identity/clients.js';
import { squashOf, type Squash } from './identity/squash.js';
import { accessTo, type VolumeAccess } from './identity/volume-access.js';
import { NodeCalls } from './node-calls.js';
import type { NodeFile } from './node-file.js';
import { NodeLinks } from './node-links.js';
import { PoolMember, type PoolStart } from './pool-member.js';
import { optionOf } from './volume-options.js';

const POOL_DIRECTORY = 'pool';
const NODE_ID_LENGTH_MAX = 64;

export interface StorageNodeDeps {
  readonly directory: string;
  readonly file: NodeFile;
  readonly self: PoolNode;
  /** Anybody may talk to it from elsewhere: it was asked for. */
  readonly isInsecure: boolean;
  /** Its certificate, as it is now; without one it speaks in the clear. */
  readonly trust: () => Trust | undefined;
  /** For passes of clients that may see a part of a volume only; there are none without identities. */
  readonly passKey: Uint8Array | undefined;
  /** For volumes that are encrypted. */
  readonly keys: PoolKeys;
  readonly clock: Clock;
  readonly random: Random;
  readonly bootId: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tell: Tell;
  /** The node cannot go on: its copy of the pool has failed. */
  readonly onFailed: (error: unknown) => void;
}

/** One storage node: its place in the pool, its links to the others, its bricks. */
export class StorageNode {
  readonly links: NodeLinks;
  readonly bricks: Bricks;
  readonly calls: NodeCalls;
  private member: PoolMember | undefined;

  constructor(private readonly deps: StorageNodeDeps) {
    const { clock, random, bootId, log, metrics, tell, trust } = deps;
    this.calls = new NodeCalls(trust);
    this.run = random.id();
    this.links = new NodeLinks({
      self: deps.self.id,
      trust,
      clock,
      log,
      onMessage: (message) => this.deliver(message),
      onDown: (node) => this.linkDown(node),
    });
    this.bricks = new Bricks(deps.self.id, {
      clock,
      random,
      bootId,
      log,
      keys: deps.keys,
      links: this.links,
      metrics,
      tell,
      isDrained: (nodeId) => this.isDrained(nodeId),
      describeBrick: (id) => `brick ${this.placeOfBrick(id)}`,
      optionOf: (volume, key) => this.optionOf(volume, key),
      isRevoked: (owner) => isRevoked(this.member?.catalogue.clients ?? [], owner),
    });
  }

  /** Another one after each start. */
  readonly run: string;

  get self(): PoolNode {
    return this.deps.self;
  }

  get keys(): PoolKeys {
    return this.deps.keys;
  }

  get isInsecure(): boolean {
    return this.deps.isInsecure;
  }

  get pool(): PoolMember {
    if (this.member === undefined)
      throw new RefusedError('the node is just joining or leaving a pool; try again');
    return this.member;
  }

  /** Not while it is joining or leaving. */
  get isInPool(): boolean {
    return this.member !== undefined;
  }

  get catalogue(): Catalogue {
    return this.pool.catalogue;
  }

  /** It is about to be stopped, as far as this node knows. */
  isDrained(nodeId: string): boolean {
    const drainedRun = this.member?.nodeById(nodeId)?.drainedRun;
    return drainedRun !== undefined && (nodeId !== this.self.id || drainedRun === this.run);
  }

  nameOf(nodeId: string): string {
    return this.member?.nodeById(nodeId)?.name ?? nodeId;
  }

  /** `NODE:DIRECTORY` */
  placeOfBrick(id: string): string {
    const brick = this.brickById(id);
    return brick === undefined ? id : `${this.nameOf(brick.nodeId)}:${brick.directory}`;
  }

  /** `HOST:PORT:DIRECTORY` */
  addressOfBrick(id: string): string {
    const brick = this.brickById(id);
    const address = brick && this.member?.nodeById(brick.nodeId)?.address;
    return `${address ?? 'unknown'}:${brick?.directory ?? id}`;
  }

  private brickById(id: string): VolumeBrick | undefined {
    const bricks = this.member?.catalogue.volumes.flatMap(bricksOf) ?? [];
    return bricks.find((known) => known.id === id);
  }

  get hasPoolManager(): boolean {
    return this.member?.group.replica.view().manager !== undefined;
  }

  async start(): Promise<void> {
    await this.enter(this.deps.file.record.pool, 'alone');
  }

  /** Gives up the present pool and waits to be brought into another. */
  async join(pool: string, nodes: readonly PoolNode[]): Promise<void> {
    // It may have been made a member already, and must not forget what it has acknowledged as such.
    if (this.member?.pool === pool) return;
    await this.leavePresentPool();
    await this.deps.file.save({ ...this.deps.file.record, pool, nodes: [...nodes, this.self] });
    await this.enter(pool, 'joining');
  }

  /** Detached by the others: starts a pool of its own. */
  async leave(): Promise<void> {
    await this.leavePresentPool();
    await this.deps.file.save({ ...this.deps.file.record, pool: this.deps.random.id(), nodes: [this.self] });
    await this.enter(this.deps.file.record.pool, 'alone');
  }

  async close(): Promise<void> {
    await this.bricks.close();
    await this.member?.close();
    this.links.close();
    this.calls.close();
  }

  /** @throws {AccessDeniedError} the volume is none of the caller's. */
  accessTo(name: string, caller: Caller): VolumeAccess {
    const volume = this.catalogue.volumes.find((known) => known.name === name);
    const { clients } = this.catalogue;
    return accessTo({ name, id: volume?.id ?? '', clients, passKey: this.deps.passKey }, caller);
  }

  /** As the volume's options are now. */
  squashOf(name: string, caller: Caller): Squash {
    return squashOf((key) => this.optionOf(name, key), caller);
  }

  /** What the pool thinks of a caller, as this node has heard. */
  standingOf(caller: Named): Standing {
    return standingOf(this.member?.catalogue.clients ?? [], caller);
  }

  /** A volume's option, as this node knows the pool. */
  optionOf(name: string, key: string): string | undefined {
    const volume = this.member?.catalogue.volumes.find((known) => known.name === name);
    return optionOf(volume?.options ?? {}, key);
  }

  private async enter(pool: string, start: PoolStart): Promise<void> {
    const { clock, random, bootId, log, self } = this.deps;
    this.followNodes(this.deps.file.record.nodes);
    this.member = await PoolMember.open(pool, start, {
      kv: await LevelKvStore.open(this.poolDirectory, { log }),
      self,
      clock,
      random,
      bootId,
      log,
      links: this.links,
      onCatalogue: (catalogue) => this.follow(catalogue),
      onFailed: this.deps.onFailed,
    });
    this.follow(this.member.catalogue);
  }

  private get poolDirectory(): string {
    return join(this.deps.directory, POOL_DIRECTORY);
  }

  private async leavePresentPool(): Promise<void> {
    const { member } = this;
    this.member = undefined;
    await member?.close();
    await rm(this.poolDirectory, { recursive: true, force: true });
  }

  private follow(catalogue: Catalogue): void {
    if (catalogue.nodes.length > 0) this.followNodes(catalogue.nodes);
    this.rememberNodes(catalogue).catch(this.deps.onFailed);
    this.bricks.follow(catalogue).catch(this.deps.onFailed);
  }

  private followNodes(nodes: readonly PoolNode[]): void {
    this.links.setPeers(new Map(nodes.map(({ id, address }) => [id, address])));
  }

  /** A blank copy of the pool after a restart would not know whom to ask. */
  private async rememberNodes({ nodes }: Catalogue): Promise<void> {
    const { file } = this.deps;
    if (nodes.length === 0 || JSON.stringify(nodes) === JSON.stringify(file.record.nodes)) return;
    await file.save({ ...file.record, nodes });
  }

  private deliver(message: hafs.v1.ILinkMessage): void {
    const envelope = envelopeFromWire(message);
    const fromNode = textField(message.fromNode, 'from_node', NODE_ID_LENGTH_MAX);
    if ((this.nodeOfSender(envelope) ?? fromNode) !== fromNode)
      throw new InvalidRequestError(`brick ${envelope.from} is not one of this node's`);
    if (envelope.group === this.member?.pool) this.member.deliver(envelope);
    else this.bricks.deliver(envelope);
  }

  /** @returns `undefined` for a brick that this node has not heard of yet: one that is just taking another's place. */
  private nodeOfSender({ group, from, to }: Envelope): string | undefined {
    // In the pool's own replica set each node is one brick, by its own id.
    return group === this.member?.pool ? from : this.bricks.byId(to)?.nodeOf(from);
  }

  private linkDown(node: string): void {
    this.member?.linkDown(node);
    this.bricks.linkDown(node);
  }
}
