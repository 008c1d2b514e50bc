import { RefusedError } from '../src/core/errors.js';
import { BRICK_METHODS, VOLUME_METHODS } from '../src/rpc/services.js';
import type { RpcServer } from '../src/rpc/server.js';
import { textField } from '../src/rpc/validate.js';
import { wire, type hafs } from '../src/rpc/wire.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Random } from '../src/runtime/random.js';
import {
  putVolume,
  removeVolume,
  volumeToWire,
  type VolumeBrick,
  type VolumeRecord,
} from '../src/volume/catalogue.js';
import { withdrawGrants } from '../src/volume/client-record.js';
import { rotateKey } from './encryption/rotate-key.js';
import { asRefusal, onPoolManager } from './forward.js';
import { createVolume } from './create-volume.js';
import { noteIsolation } from './isolation/note-isolation.js';
import { refuseUnlessStarted } from './started-volume.js';
import type { StorageNode } from './storage-node.js';
import { noSuchNode, noSuchVolume } from './unknown-names.js';
import { volumeHealth } from './volume-health-report.js';
import { managerAddress } from './volume-manager-call.js';
import { changedOptions } from './volume-options.js';

export const VOLUME_NAME_LENGTH_MAX = 63;
const OPTION_LENGTH_MAX = 1_000;
const NODE_LENGTH_MAX = 300;
const COMMAND_TIMEOUT_MS = 10_000;
const VERIFY_TIMEOUT_MS = 30 * 60_000;

export interface ServiceDeps {
  readonly node: StorageNode;
  readonly clock: Clock;
  readonly random: Random;
}

type Change = (volume: VolumeRecord) => VolumeRecord;

/** The commands on volumes. */
export class VolumeService {
  private readonly node: StorageNode;

  constructor(private readonly deps: ServiceDeps) {
    this.node = deps.node;
  }

  addTo(server: RpcServer): void {
    server.unary(VOLUME_METHODS.Create, (request) =>
      this.onManager(VOLUME_METHODS.Create, request, async () =>
        this.reply(await createVolume(this.deps, request)),
      ),
    );
    server.unary(VOLUME_METHODS.Start, (request) =>
      this.onManager(VOLUME_METHODS.Start, request, () => this.changeVolume(request.name, started)),
    );
    server.unary(VOLUME_METHODS.Stop, (request) =>
      this.onManager(VOLUME_METHODS.Stop, request, () => this.changeVolume(request.name, stopped)),
    );
    server.unary(VOLUME_METHODS.Delete, (request) =>
      this.onManager(VOLUME_METHODS.Delete, request, () => this.delete(request.name)),
    );
    server.unary(VOLUME_METHODS.SetOption, (request) =>
      this.onManager(VOLUME_METHODS.SetOption, request, () =>
        this.changeVolume(request.name, (volume) => ({ ...volume, options: optionsAfter(volume, request) })),
      ),
    );
    server.unary(VOLUME_METHODS.RotateKey, (request) =>
      this.onManager(VOLUME_METHODS.RotateKey, request, async () =>
        this.reply(await rotateKey(this.node, request.name)),
      ),
    );
    server.unary(VOLUME_METHODS.NoteIsolation, (request) =>
      noteIsolation(this.node, this.deps.clock, request),
    );
    server.unary(VOLUME_METHODS.List, (request) => Promise.resolve(this.list(request)));
    server.unary(VOLUME_METHODS.HealStatus, (request) => this.healStatus(request));
    server.unary(VOLUME_METHODS.Heal, (request) => this.heal(request));
    server.unary(VOLUME_METHODS.MoveManager, (request) => this.moveManager(request));
    server.unary(VOLUME_METHODS.Verify, (request) => this.verify(request));
    server.unary(VOLUME_METHODS.Scrub, (request) => this.scrub(request));
  }

  private onManager<ReqIn>(
    method: Parameters<typeof onPoolManager<ReqIn, hafs.v1.VolumeReply>>[2],
    request: ReqIn,
    carryOut: () => Promise<hafs.v1.VolumeReply>,
  ): Promise<hafs.v1.VolumeReply> {
    return onPoolManager(this.node, this.deps.clock, method, request, carryOut);
  }

  private reply(volume: VolumeRecord): hafs.v1.VolumeReply {
    return new wire.VolumeReply({ volume: volumeToWire(volume, this.node.catalogue.nodes) });
  }

  private async changeVolume(name: string, change: Change): Promise<hafs.v1.VolumeReply> {
    const changed = await this.node.pool.change((catalogue) => {
      const volume = catalogue.volumes.find((known) => known.name === name);
      if (volume === undefined) throw noSuchVolume(this.node.catalogue, name);
      const result = change(volume);
      return Promise.resolve({ edits: [putVolume(result)], result });
    });
    return this.reply(changed);
  }

  private async delete(name: string): Promise<hafs.v1.VolumeReply> {
    const deleted = await this.node.pool.change((catalogue) => {
      const volume = catalogue.volumes.find((known) => known.name === name);
      if (volume === undefined) throw noSuchVolume(this.node.catalogue, name);
      if (volume.status === 'started') throw new RefusedError(`volume ${name} is started; stop it first`);
      const edits = [removeVolume(name), ...withdrawGrants(catalogue.clients, name)];
      return Promise.resolve({ edits, result: volume });
    });
    return this.reply(deleted);
  }

  private list(request: hafs.v1.ListVolumesRequest): hafs.v1.ListVolumesResponse {
    const name = textField(request.name, 'name', VOLUME_NAME_LENGTH_MAX);
    const { nodes } = this.node.catalogue;
    const volumes = this.volumesNamed(name).map((volume) => volumeToWire(volume, nodes));
    const quorum = this.node.pool.group.replica.view().manager !== undefined;
    return new wire.ListVolumesResponse({ volumes, quorum });
  }

  private async healStatus(request: hafs.v1.HealStatusRequest): Promise<hafs.v1.HealStatusResponse> {
    const name = textField(request.name, 'name', VOLUME_NAME_LENGTH_MAX);
    const volumes = await Promise.all(
      this.volumesNamed(name).map((volume) => volumeHealth(this.node, volume)),
    );
    return new wire.HealStatusResponse({ volumes });
  }

  /** Empty: all. */
  private volumesNamed(name: string): readonly VolumeRecord[] {
    return name === '' ? this.node.catalogue.volumes : [this.volumeNamed(name)];
  }

  private volumeNamed(name: string): VolumeRecord {
    const volume = this.node.catalogue.volumes.find((known) => known.name === name);
    if (volume === undefined) throw noSuchVolume(this.node.catalogue, name);
    return volume;
  }

  private async heal(request: hafs.v1.HealRequest): Promise<hafs.v1.VolumeReply> {
    const volume = this.volumeNamed(request.name);
    const address = await managerAddress(this.node, volume);
    const call = { group: volume.group, full: request.full };
    await this.atNode(address, () =>
      this.node.calls.call(address, BRICK_METHODS.Heal, call, COMMAND_TIMEOUT_MS),
    );
    return this.reply(volume);
  }

  private async moveManager(request: hafs.v1.MoveManagerRequest): Promise<hafs.v1.VolumeReply> {
    const volume = this.volumeNamed(request.name);
    const wanted = textField(request.node, 'node', NODE_LENGTH_MAX);
    const target = this.node.catalogue.nodes.find(
      ({ name, address }) => name === wanted || address === wanted,
    );
    const brick = volume.bricks.find(({ nodeId }) => nodeId === target?.id);
    if (target === undefined) throw noSuchNode(this.node.catalogue, wanted);
    if (brick === undefined) {
      throw new RefusedError(
        `node ${wanted} holds no brick of volume ${volume.name}; "hafs volume info ${volume.name}" shows those that do`,
      );
    }
    if (this.node.isDrained(brick.nodeId))
      throw new RefusedError(`node ${wanted} is drained; first: hafs node drain ${wanted} --undo`);
    const address = await managerAddress(this.node, volume);
    const call = { group: volume.group, toBrick: brick.id };
    await this.atNode(address, () =>
      this.node.calls.call(address, BRICK_METHODS.Move, call, COMMAND_TIMEOUT_MS),
    );
    return this.reply(volume);
  }

  private async verify(request: hafs.v1.VolumeName): Promise<hafs.v1.VerifyResponse> {
    const volume = this.volumeNamed(request.name);
    const address = await managerAddress(this.node, volume);
    const call = { group: volume.group };
    return this.atNode(address, () =>
      this.node.calls.call(address, BRICK_METHODS.Verify, call, VERIFY_TIMEOUT_MS),
    );
  }

  /** Each brick is asked, also when another one cannot be. */
  private async scrub(request: hafs.v1.VolumeName): Promise<hafs.v1.VolumeReply> {
    const volume = this.volumeNamed(request.name);
    refuseUnlessStarted(volume);
    const asked = await Promise.allSettled(volume.bricks.map((brick) => this.scrubBrick(volume, brick)));
    const failed = asked.find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return this.reply(volume);
  }

  private async scrubBrick({ group }: VolumeRecord, { id, nodeId }: VolumeBrick): Promise<void> {
    const address = this.node.pool.nodeById(nodeId)?.address ?? 'unknown';
    await this.atNode(address, () =>
      this.node.calls.call(address, BRICK_METHODS.Scrub, { group, brick: id }, COMMAND_TIMEOUT_MS),
    );
  }

  private async atNode<T>(address: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw asRefusal(`node ${address}`, error);
    }
  }
}

const started: Change = (volume) => {
  if (volume.status === 'started') throw new RefusedError(`volume ${volume.name} is already started`);
  return { ...volume, status: 'started' };
};

const stopped: Change = (volume) => {
  refuseUnlessStarted(volume);
  return { ...volume, status: 'stopped' };
};

function optionsAfter(
  volume: VolumeRecord,
  request: hafs.v1.SetOptionRequest,
): Readonly<Record<string, string>> {
  const key = textField(request.key, 'key', OPTION_LENGTH_MAX);
  const value = textField(request.value, 'value', OPTION_LENGTH_MAX);
  return changedOptions(volume.options, { key, value, reset: request.reset });
}
