import { AccessDeniedError, HafsError, OutcomeUnknownError, UnreachableError } from '../core/errors.js';
import { Channel, type Trust } from '../rpc/channel.js';
import { IDENTITY_METHODS, POOL_METHODS, VOLUME_METHODS, type Method } from '../rpc/services.js';
import type { hafs } from '../rpc/wire.js';
import {
  healthFromWire,
  identityFromWire,
  nodeFromWire,
  poolFromWire,
  verifyFromWire,
  volumeFromWire,
  type NodeIdentity,
  type PoolNode,
  type PoolView,
  type VerifyReport,
  type VolumeHealth,
  type VolumeRecord,
} from './admin-records.js';

import { clientFromWire, grantToWire, type NewClient, type PoolClient } from './client-records.js';
import {
  availabilityFromWire,
  eventsFromWire,
  type AvailabilityReport,
  type EventPlace,
  type PoolEvents,
} from './monitor-records.js';

/** A dead node in the list costs no more than the first; when none has answered, all are given the second. */
const CONNECT_TIMEOUTS_MS = [2_000, 10_000] as const;
/** The second goes to another node where there is one, and to a slow one where there is none. */
const READ_TIMEOUTS_MS = [5_000, 15_000] as const;
const MUTATION_TIMEOUT_MS = 30_000;
/** All data of all bricks is read. */
const VERIFY_TIMEOUT_MS = 30 * 60_000;

type Unary<ReqIn, ResOut> = Method<ReqIn, unknown, never, ResOut>;

/** Where a brick is to be: HOST:PORT of its node, absolute directory there. */
export interface BrickPlace {
  readonly address: string;
  readonly directory: string;
}

export interface NewVolume {
  readonly name: string;
  readonly replicaCount: number;
  readonly bricks: readonly BrickPlace[];
  /** Allow two bricks of one replica set on one node. */
  readonly force: boolean;
  /** What its bricks hold is encrypted on their disks. */
  readonly encrypted: boolean;
}

/**
 * The pool as administrators see it, through the first of `servers` that answers.
 *
 * Every method throws
 * - {UnreachableError} when no server answers: nothing was changed;
 * - {OutcomeUnknownError} when the server fell silent after a change was sent;
 * - {RefusedError | InvalidRequestError} as the server said: nothing was changed.
 */
export class AdminClient {
  private channel: Channel | undefined;

  /**
   * @param servers HOST:PORT, tried in this order.
   * @param trust who asks, for a pool that wants to know.
   */
  constructor(
    private readonly servers: readonly string[],
    private readonly trust?: Trust,
  ) {}

  /** The pool has been told to do without TLS although it can be reached from elsewhere. */
  get isInsecure(): boolean {
    return this.channel?.isInsecure === true;
  }

  async identify(): Promise<NodeIdentity> {
    return identityFromWire(await this.read(POOL_METHODS.Identify, {}));
  }

  async listNodes(): Promise<PoolView> {
    return poolFromWire(await this.read(POOL_METHODS.ListNodes, {}));
  }

  async probe(address: string): Promise<{ readonly node: PoolNode; readonly wasMember: boolean }> {
    const reply = await this.change(POOL_METHODS.Probe, { address });
    return { node: nodeFromWire(reply.node), wasMember: reply.alreadyMember };
  }

  /** @param node HOST:PORT or the node's name. */
  async detach(node: string): Promise<void> {
    await this.change(POOL_METHODS.Detach, { address: node });
  }

  /** @param name one volume; without it, all. */
  async listVolumes(name = ''): Promise<VolumeRecord[]> {
    return (await this.read(VOLUME_METHODS.List, { name })).volumes.map(volumeFromWire);
  }

  async createVolume(volume: NewVolume): Promise<VolumeRecord> {
    const request = { ...volume, bricks: volume.bricks.map((brick) => ({ ...brick })) };
    return volumeOf(await this.change(VOLUME_METHODS.Create, request));
  }

  async startVolume(name: string): Promise<VolumeRecord> {
    return volumeOf(await this.change(VOLUME_METHODS.Start, { name }));
  }

  async stopVolume(name: string): Promise<VolumeRecord> {
    return volumeOf(await this.change(VOLUME_METHODS.Stop, { name }));
  }

  async deleteVolume(name: string): Promise<void> {
    await this.change(VOLUME_METHODS.Delete, { name });
  }

  async setOption(name: string, key: string, value: string): Promise<VolumeRecord> {
    return volumeOf(await this.change(VOLUME_METHODS.SetOption, { name, key, value, reset: false }));
  }

  /** @param key one option; without it, all. */
  async resetOption(name: string, key = ''): Promise<VolumeRecord> {
    return volumeOf(await this.change(VOLUME_METHODS.SetOption, { name, key, value: '', reset: true }));
  }

  /** @param name one volume; without it, all. */
  async healStatus(name = ''): Promise<VolumeHealth[]> {
    const { volumes } = await this.read(VOLUME_METHODS.HealStatus, { name });
    return volumes.map((health) => healthFromWire(health, this.isInsecure));
  }

  /** @param scope `full` compares everything, `pending` heals what is known to be behind. */
  async heal(name: string, scope: 'pending' | 'full'): Promise<void> {
    await this.change(VOLUME_METHODS.Heal, { name, full: scope === 'full' });
  }

  /** @param node its name or HOST:PORT. */
  async moveManager(name: string, node: string): Promise<void> {
    await this.change(VOLUME_METHODS.MoveManager, { name, node });
  }

  async verify(name: string): Promise<VerifyReport> {
    const channel = await this.connected();
    return verifyFromWire(await channel.call(VOLUME_METHODS.Verify, { name }, VERIFY_TIMEOUT_MS));
  }

  /** Every brick reads all of its records now. Resolves once all have begun. */
  async scrub(name: string): Promise<void> {
    await this.change(VOLUME_METHODS.Scrub, { name });
  }

  /** What every node has noted. @param after only what came since; without it, all that is kept. */
  async events(volume = '', after: EventPlace = {}): Promise<PoolEvents> {
    return eventsFromWire(await this.read(POOL_METHODS.Events, { volume, after: { ...after } }));
  }

  async availability(name: string): Promise<AvailabilityReport> {
    return availabilityFromWire(await this.read(VOLUME_METHODS.Availability, { name }));
  }

  /** Only those that were set. */
  async poolOptions(): Promise<Readonly<Record<string, string>>> {
    return { ...(await this.read(POOL_METHODS.GetPoolOptions, {})).options };
  }

  async setPoolOption(key: string, value: string): Promise<void> {
    await this.change(POOL_METHODS.SetPoolOption, { key, value, reset: false });
  }

  async resetPoolOption(key: string): Promise<void> {
    await this.change(POOL_METHODS.SetPoolOption, { key, value: '', reset: true });
  }

  /** For one node that joins; redeemed where it was made. */
  async createToken(ttlMs: number): Promise<string> {
    return (await this.change(IDENTITY_METHODS.CreateToken, { ttlMs })).token;
  }

  /** @param request PKCS #10. @returns the certificate on it, too. */
  async createClient(
    client: NewClient,
    request: Uint8Array,
  ): Promise<{ client: PoolClient; certificate: string }> {
    const grants = client.grants.map(grantToWire);
    const reply = await this.change(IDENTITY_METHODS.CreateClient, { name: client.name, grants, request });
    return { client: clientFromWire(reply.client ?? {}), certificate: reply.certificate };
  }

  /** Those that were revoked too, for as long as they are remembered. */
  async listClients(): Promise<PoolClient[]> {
    return (await this.read(IDENTITY_METHODS.ListClients, {})).clients.map(clientFromWire);
  }

  async revokeClient(name: string): Promise<void> {
    await this.change(IDENTITY_METHODS.RevokeClient, { name });
  }

  close(): void {
    this.channel?.close();
    this.channel = undefined;
  }

  /** Asks again elsewhere when the server falls silent: reading twice does no harm. */
  protected async read<ReqIn, ResOut>(method: Unary<ReqIn, ResOut>, request: ReqIn): Promise<ResOut> {
    const [firstMs, lastMs] = READ_TIMEOUTS_MS;
    const answer = await this.readOnce(method, request, firstMs);
    if (!(answer instanceof UnreachableError)) return answer;
    const last = await this.readOnce(method, request, lastMs);
    if (last instanceof UnreachableError) throw last;
    return last;
  }

  /** Nothing more is asked of a server that has fallen silent; others may be reading from it. */
  private async readOnce<ReqIn, ResOut>(
    method: Unary<ReqIn, ResOut>,
    request: ReqIn,
    timeoutMs: number,
  ): Promise<ResOut | UnreachableError> {
    const channel = await this.connected();
    try {
      return await channel.call(method, request, timeoutMs);
    } catch (err) {
      if (!(err instanceof UnreachableError)) throw err;
      if (this.channel === channel) this.close();
      return err;
    }
  }

  protected async change<ReqIn, ResOut>(method: Unary<ReqIn, ResOut>, request: ReqIn): Promise<ResOut> {
    const channel = await this.connected();
    try {
      return await channel.call(method, request, MUTATION_TIMEOUT_MS);
    } catch (err) {
      if (!(err instanceof UnreachableError)) throw err;
      this.close();
      throw new OutcomeUnknownError(`${err.message}; it may or may not have been done`, { cause: err });
    }
  }

  private async connected(): Promise<Channel> {
    if (this.channel !== undefined) return this.channel;
    let failures: string[] = [];
    for (const timeoutMs of CONNECT_TIMEOUTS_MS) {
      failures = [];
      for (const address of this.servers) {
        const found = await this.connectionTo(address, timeoutMs);
        if (found instanceof Channel) return (this.channel = found);
        failures.push(found.message);
      }
    }
    throw new UnreachableError(`no server answers (${failures.join('; ')})`);
  }

  /** @returns why there is none, where there is none. */
  private async connectionTo(address: string, timeoutMs: number): Promise<Channel | HafsError> {
    const channel = new Channel(address, this.trust);
    try {
      await channel.call(POOL_METHODS.Identify, {}, timeoutMs);
      return channel;
    } catch (err) {
      channel.close();
      if (!(err instanceof HafsError) || err instanceof AccessDeniedError) throw err;
      return err;
    }
  }
}

const volumeOf = (reply: hafs.v1.VolumeReply): VolumeRecord => volumeFromWire(reply.volume ?? {});
