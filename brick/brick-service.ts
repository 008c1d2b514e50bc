import type { KeyObject } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { InvalidRequestError, messageOf, RefusedError } from '../src/core/errors.js';
import { brickId, groupId, type BrickId } from '../src/core/ids.js';
import { BRICK_METHODS } from '../src/rpc/services.js';
import type { RpcServer } from '../src/rpc/server.js';
import { textField } from '../src/rpc/validate.js';
import { wire, type hafs } from '../src/rpc/wire.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { bricksOf, encryptionFromWire } from '../src/volume/catalogue.js';
import { healAllFully } from '../src/volume/full-heal.js';
import type { ScrubRecord } from '../src/volume/replica/scrub-record.js';
import type { Contradiction } from '../src/volume/contradictions.js';
import { oddOnes, verify } from '../src/volume/verify.js';
import { brickHealths, type BrickHealth } from '../src/volume/volume-health.js';
import { discardBrick, prepareBrick } from './brick-directory.js';
import type { BrickProcess } from './brick-process.js';
import { noteIsolation } from './isolation/note-isolation.js';
import { managingBrick } from './managing-brick.js';
import type { StorageNode } from './storage-node.js';

const ID_LENGTH_MAX = 64;
const PATH_LENGTH_MAX = 4_095;
const CLIENTS_TOLD_MAX = 100;
/** Bricks made of late, which may have to be taken away again soon. */
const MADE_MAX = 64;

/** What other nodes ask of the bricks here. */
export class BrickService {
  /** Directories that were made for a brick, by its id. */
  private readonly made = new Map<string, readonly string[]>();

  constructor(
    private readonly node: StorageNode,
    private readonly clock: Clock,
    private readonly processId: number,
    private readonly log: Logger,
  ) {}

  addTo(server: RpcServer): void {
    server.unary(BRICK_METHODS.Prepare, (request) => this.prepare(request));
    server.unary(BRICK_METHODS.Discard, (request) => this.discard(request));
    server.unary(BRICK_METHODS.TryKey, (request) => this.tryKey(request));
    server.unary(BRICK_METHODS.Status, (request) => this.status(request));
    server.unary(BRICK_METHODS.Heal, (request) => Promise.resolve(this.heal(request)));
    server.unary(BRICK_METHODS.Move, (request) => this.move(request));
    server.unary(BRICK_METHODS.Verify, (request) => this.verify(request.group));
    server.unary(BRICK_METHODS.Scrub, (request) => Promise.resolve(this.scrub(request)));
  }

  private async prepare(request: hafs.v1.PrepareBrickRequest): Promise<hafs.v1.PrepareBrickResponse> {
    const brick = {
      group: groupId(textField(request.group, 'group', ID_LENGTH_MAX)),
      brick: brickId(textField(request.brick, 'brick', ID_LENGTH_MAX)),
      volume: textField(request.volume, 'volume', ID_LENGTH_MAX),
      members: request.members.map(brickId),
      key: await this.keyOf(request),
    };
    const directory = directoryField(request.directory);
    const made = await prepareBrick(directory, brick, (group) => this.isKnown(group));
    if (this.made.size === MADE_MAX) this.made.clear();
    this.made.set(brick.brick, made);
    return new wire.PrepareBrickResponse({ encrypted: brick.key !== undefined });
  }

  private async keyOf({ group, encryption }: hafs.v1.ITryKeyRequest): Promise<KeyObject | undefined> {
    if (!encryption) return undefined;
    const id = groupId(textField(group, 'group', ID_LENGTH_MAX));
    return this.node.keys.unwrap(id, encryptionFromWire(encryption));
  }

  private async tryKey(request: hafs.v1.TryKeyRequest): Promise<hafs.v1.TryKeyResponse> {
    await this.keyOf(request);
    return new wire.TryKeyResponse();
  }

  private isKnown(group: string): boolean {
    return this.node.catalogue.volumes.some((volume) => volume.group === group);
  }

  private async discard(request: hafs.v1.DiscardBrickRequest): Promise<hafs.v1.DiscardBrickResponse> {
    const brick = brickId(textField(request.brick, 'brick', ID_LENGTH_MAX));
    const made = this.made.get(brick) ?? [];
    this.made.delete(brick);
    await discardBrick(directoryField(request.directory), { brick, key: await this.keyOf(request) }, made);
    return new wire.DiscardBrickResponse();
  }

  private async status({ group, brick }: hafs.v1.BrickStatusRequest): Promise<hafs.v1.BrickStatusResponse> {
    const { processId } = this;
    const process = this.node.bricks.byId(brick);
    if (process === undefined) {
      return new wire.BrickStatusResponse({ open: false, problem: this.problemOf(group, brick), processId });
    }
    const { replica } = process.manager.group;
    const { isManager, term, tail } = replica.view();
    return new wire.BrickStatusResponse({
      open: true,
      manager: isManager,
      term,
      index: tail.index,
      quorum: replica.hasQuorum,
      members: isManager ? await this.membersOf(process) : [],
      processId,
      scrub: scrubToWire(replica.scrub.state()),
      activity: process.activity.totals(),
      ...(isManager ? await clientsOf(process) : {}),
      ...process.space,
    });
  }

  private async membersOf(process: BrickProcess): Promise<hafs.v1.IBrickHealth[]> {
    const isConnected = (brick: BrickId): boolean => {
      const node = process.nodeOf(brick);
      return node !== undefined && this.node.links.isConnected(node);
    };
    const { group } = process.manager;
    const healths = await brickHealths(group, process.store, this.clock.monotonicMs(), isConnected);
    return healths.map(healthToWire);
  }

  private problemOf(group: string, brick: string): string {
    const volume = this.node.catalogue.volumes.find((known) => known.group === group);
    const isKnown = volume !== undefined && bricksOf(volume).some(({ id }) => id === brick);
    if (!isKnown) return 'the node knows nothing of this brick yet';
    if (volume.status !== 'started') return '';
    if (volume.restingBrick === brick) return 'closed by "hafs volume reset-brick"';
    return this.node.bricks.problemOf(brick) ?? 'it is being opened';
  }

  private heal(request: hafs.v1.HealBrickRequest): hafs.v1.HealBrickResponse {
    const { group } = managingBrick(this.node, request.group).manager;
    // What is behind is healed all the time; only a full comparison must be asked for.
    if (request.full) {
      for (const brick of group.replica.view().isolated.keys())
        group.replica.judge({ kind: 'pardon', brick, isHealedFirst: true });
      healAllFully(group, this.clock).catch((error: unknown) => {
        this.log.error('heal.full_failed', { reason: messageOf(error) });
      });
    }
    return new wire.HealBrickResponse();
  }

  private async move(request: hafs.v1.MoveBrickRequest): Promise<hafs.v1.MoveBrickResponse> {
    const process = managingBrick(this.node, request.group);
    const to = brickId(textField(request.toBrick, 'to_brick', ID_LENGTH_MAX));
    if (to !== brickId(process.brick.id)) await process.manager.group.handOver(to);
    return new wire.MoveBrickResponse();
  }

  private async verify(group: string): Promise<hafs.v1.VerifyResponse> {
    const process = managingBrick(this.node, group);
    const result = await verify(process.manager.group, this.clock);
    for (const brick of oddOnes(result)) await this.isolate(process, brick);
    const bricks = result.bricks.map(({ brick, entries, checksum, problem }) => {
      const nodeId = process.nodeOf(brick) ?? '';
      const node = this.node.pool.nodeById(nodeId);
      const directory = bricksOf(process.volume).find(({ id }) => id === brick)?.directory ?? '';
      return {
        brick: `${node?.address ?? ''}:${directory}`,
        node: node?.name ?? '',
        entries,
        checksum,
        problem,
      };
    });
    return new wire.VerifyResponse({ identical: result.identical, index: result.index, bricks });
  }

  /**
   * Another brick is not heard from now on, and the watch has it written down. The manager's own cannot judge itself:
   * the others leave it when it is written down.
   * @throws {RefusedError} the pool did not write that down, so a brick that is known to be wrong still manages.
   */
  private async isolate({ brick: own, volume, manager }: BrickProcess, brick: BrickId): Promise<void> {
    const why: Contradiction = 'other-checksum';
    if (brick !== own.id) {
      manager.group.replica.judge({ kind: 'isolate', brick, why });
      return;
    }
    await noteIsolation(this.node, this.clock, { name: volume.name, brick, why }).catch((error: unknown) => {
      const problem = `the volume manager's own brick ${own.directory} does not hold what a majority holds, and could not be isolated`;
      throw new RefusedError(`${problem}: ${messageOf(error)}`, { cause: error });
    });
  }

  private scrub({ group, brick }: hafs.v1.ScrubBrickRequest): hafs.v1.ScrubBrickResponse {
    const process = this.node.bricks.byId(brick);
    if (process === undefined)
      throw new RefusedError(this.problemOf(group, brick) || 'the brick is not open');
    process.manager.group.replica.scrub.ask();
    return new wire.ScrubBrickResponse();
  }
}

function directoryField(value: string): string {
  const directory = textField(value, 'directory', PATH_LENGTH_MAX);
  if (!isAbsolute(directory) || directory.includes('\0'))
    throw new InvalidRequestError('directory: not an absolute path');
  return directory;
}

async function clientsOf({ manager, store }: BrickProcess) {
  const clients = await manager.sessions.clients(store.kv, CLIENTS_TOLD_MAX);
  return {
    clientCount: manager.sessions.count,
    clients: clients.map(({ client, openedAtSeconds }) => ({ client, openedAtMs: openedAtSeconds * 1_000 })),
  };
}

function healthToWire(health: BrickHealth): hafs.v1.IBrickHealth {
  const { etaSeconds, pendingNames, ...rest } = health;
  return { ...rest, pendingNames: [...pendingNames], ...(etaSeconds === undefined ? {} : { etaSeconds }) };
}

const scrubToWire = (scrub: ScrubRecord): hafs.v1.IScrubState => ({
  running: scrub.isUnderWay,
  startedAtMs: scrub.startedAtMs,
  damaged: scrub.damagedCount,
  repaired: scrub.repairedCount,
  endedAtMs: scrub.endedAtMs,
});
