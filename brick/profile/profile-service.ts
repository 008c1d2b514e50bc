import { messageOf, RefusedError } from '../../src/core/errors.js';
import { PATHS_MAX } from '../../src/core/limits.js';
import { sessionId, type Ino } from '../../src/core/ids.js';
import { BRICK_METHODS, VOLUME_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import { inosFromWire } from '../../src/rpc/lease-codec.js';
import { wholeField } from '../../src/rpc/validate.js';
import type { Clock } from '../../src/runtime/clock.js';
import { bricksOf, type VolumeBrick, type VolumeRecord } from '../../src/volume/catalogue.js';
import { findPaths } from '../../src/volume/find-paths.js';
import { SESSIONS_MAX } from '../../src/volume/sessions.js';
import type { BrickProcess } from '../brick-process.js';
import { managingBrick } from '../managing-brick.js';
import { LATENCY_BOUNDS_MS } from '../metrics/latency-counts.js';
import { nodeNamed } from '../node-named.js';
import { refuseUnlessStarted } from '../started-volume.js';
import type { StorageNode } from '../storage-node.js';
import { noSuchVolume } from '../unknown-names.js';
import { callManager } from '../volume-manager-call.js';
import { stateDump } from './state-dump.js';

const ASK_TIMEOUT_MS = 4_000;

/** What is done with a volume, and what goes on inside its bricks. */
export class ProfileService {
  constructor(
    private readonly node: StorageNode,
    private readonly clock: Clock,
  ) {}

  addTo(server: RpcServer): void {
    server.unary(VOLUME_METHODS.Profile, (request) => this.profile(request));
    server.unary(VOLUME_METHODS.StateDump, (request) => this.dump(request));
    server.unary(BRICK_METHODS.Profile, (request) => this.profileBrick(request));
    server.unary(VOLUME_METHODS.Paths, ({ name, inos }) => {
      const request = ({ group }: VolumeRecord) => ({ group, inos });
      return callManager(this.node, name, BRICK_METHODS.Paths, request, ASK_TIMEOUT_MS);
    });
    server.unary(BRICK_METHODS.Paths, ({ group, inos }) =>
      paths(managingBrick(this.node, group), inosFromWire(inos, PATHS_MAX)),
    );
    server.unary(BRICK_METHODS.StateDump, async ({ brick }) => {
      const json = await stateDump(this.brick(brick), this.clock.monotonicMs());
      return new wire.BrickStateDump({ json });
    });
  }

  private async profile({ name, session }: hafs.v1.ProfileRequest): Promise<hafs.v1.ProfileResponse> {
    const bricks = bricksOf(this.volume(name));
    const profiles = await Promise.all(
      bricks.map(async ({ id, nodeId }): Promise<hafs.v1.IBrickProfile> => {
        const { calls } = this.node;
        const address = this.addressOf(nodeId);
        // A brick that is away has nothing to tell.
        const told = await calls
          .call(address, BRICK_METHODS.Profile, { brick: id, session }, ASK_TIMEOUT_MS)
          .catch(() => new wire.BrickProfile());
        const { sinceMs, operations, clients } = told;
        const place = { brick: this.node.addressOfBrick(id), node: this.node.nameOf(nodeId) };
        return { ...place, sinceMs, operations, clients };
      }),
    );
    return new wire.ProfileResponse({ bricks: profiles, latencyBoundsMs: [...LATENCY_BOUNDS_MS] });
  }

  private async dump({ name, node }: hafs.v1.StateDumpRequest): Promise<hafs.v1.StateDumpResponse> {
    const wanted = node === '' ? undefined : nodeNamed(this.node, node).id;
    const bricks = bricksOf(this.volume(name)).filter(
      ({ nodeId }) => wanted === undefined || nodeId === wanted,
    );
    if (bricks.length === 0) throw new RefusedError(`node ${node} holds no brick of volume ${name}`);
    return new wire.StateDumpResponse({
      bricks: await Promise.all(bricks.map((brick) => this.dumpOf(brick))),
    });
  }

  private async dumpOf({ id, nodeId }: VolumeBrick): Promise<hafs.v1.IBrickStateDump> {
    const place = { brick: this.node.addressOfBrick(id), node: this.node.nameOf(nodeId) };
    try {
      const call = this.node.calls.call(
        this.addressOf(nodeId),
        BRICK_METHODS.StateDump,
        { brick: id },
        ASK_TIMEOUT_MS,
      );
      return { ...place, json: (await call).json };
    } catch (error) {
      return { ...place, problem: messageOf(error) };
    }
  }

  private async profileBrick(request: hafs.v1.ProfileBrickRequest): Promise<hafs.v1.BrickProfile> {
    const process = this.brick(request.brick);
    const asked = wholeField(request.session, 'session', Number.MAX_SAFE_INTEGER);
    const { activity, manager, store, clients } = process;
    const names = new Map(
      (await manager.sessions.clients(store.kv, SESSIONS_MAX)).map(({ session, client }) => [
        session,
        client,
      ]),
    );
    return new wire.BrickProfile({
      sinceMs: this.clock.monotonicMs() - process.openedAtMs,
      operations:
        asked === 0
          ? activity.operations.profile()
          : (clients.of(sessionId(asked))?.usage.operations.profile() ?? []),
      clients: [...clients.all].map(([session, { usage }]) => ({
        ...usage.figures(),
        session,
        client: names.get(session) ?? '',
      })),
    });
  }

  private volume(name: string): VolumeRecord {
    const volume = this.node.catalogue.volumes.find((known) => known.name === name);
    if (volume === undefined) throw noSuchVolume(this.node.catalogue, name);
    refuseUnlessStarted(volume);
    return volume;
  }

  private brick(id: string): BrickProcess {
    const process = this.node.bricks.byId(id);
    if (process === undefined) throw new RefusedError('the brick is not open');
    return process;
  }

  private addressOf(nodeId: string): string {
    return this.node.pool.nodeById(nodeId)?.address ?? 'unknown';
  }
}

async function paths({ store }: BrickProcess, inos: readonly Ino[]): Promise<hafs.v1.PathsResponse> {
  const snapshot = store.kv.snapshot();
  try {
    const found = await findPaths(snapshot, inos);
    return new wire.PathsResponse({ paths: [...found].map(([ino, path]) => ({ ino, path })) });
  } finally {
    await snapshot.release();
  }
}
