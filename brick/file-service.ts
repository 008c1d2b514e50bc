import { UnreachableError } from '../src/core/errors.js';
import type { Caller } from '../src/rpc/identity/caller.js';
import { FILE_METHODS } from '../src/rpc/services.js';
import type { RpcServer } from '../src/rpc/server.js';
import { textField } from '../src/rpc/validate.js';
import { wire, type hafs } from '../src/rpc/wire.js';
import type { Clock } from '../src/runtime/clock.js';
import type { Logger } from '../src/runtime/logger.js';
import { bricksOf } from '../src/volume/catalogue.js';
import { ClientMemory } from './clients/client-memory.js';
import { FairTurns } from './clients/fair-turns.js';
import type { SessionCall } from './clients/session-call.js';
import { FileSession } from './file-session.js';
import type { StorageNode } from './storage-node.js';
import { noSuchVolume } from './unknown-names.js';

const NAME_LENGTH_MAX = 63;
/** Nobody gives up a mount because of a node that was away when the volume was made. */
const NOT_YET_KNOWN =
  'it is not up to date with the pool, and does not know of such a volume that is started';

/** The file system, as mounts speak it. */
export class FileService {
  private readonly turns: FairTurns;
  private readonly memory = new ClientMemory();

  constructor(
    private readonly node: StorageNode,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    this.turns = new FairTurns(clock);
  }

  addTo(server: RpcServer): void {
    const { Locate, Session } = FILE_METHODS;
    server.unary(Locate, (request, caller) => Promise.resolve().then(() => this.locate(request, caller)));
    server.stream(Session, (call: SessionCall, caller) => {
      new FileSession(call, (volume) => this.node.bricks.byVolume(volume), {
        accessTo: (volume) => this.node.accessTo(volume, caller),
        addressOf: (volume, brick) => this.addressOf(volume, brick),
        isReadOnly: (name) => this.node.optionOf(name, 'read-only') === 'on',
        squash: (name) => this.node.squashOf(name, caller),
        turns: this.turns,
        memory: this.memory,
        clock: this.clock,
        log: this.log,
      }).start();
    });
  }

  private locate(request: hafs.v1.LocateRequest, caller: Caller): hafs.v1.LocateResponse {
    const name = textField(request.volume, 'volume', NAME_LENGTH_MAX);
    this.node.accessTo(name, caller);
    const volume = this.node.catalogue.volumes.find((known) => known.name === name);
    if (volume?.status !== 'started' && !this.node.pool.isUpToDate) throw new UnreachableError(NOT_YET_KNOWN);
    if (volume === undefined) throw noSuchVolume(this.node.catalogue, name);
    const addresses = bricksOf(volume).flatMap(
      ({ nodeId }) => this.node.pool.nodeById(nodeId)?.address ?? [],
    );
    const manager = this.node.bricks.byVolume(name)?.manager.group.replica.view().manager;
    const address = manager === undefined ? undefined : this.addressOf(name, manager);
    return new wire.LocateResponse({
      addresses,
      manager: address ?? '',
      started: volume.status === 'started',
    });
  }

  private addressOf(volume: string, brick: string): string | undefined {
    const record = this.node.catalogue.volumes.find((known) => known.name === volume);
    const nodeId = record && bricksOf(record).find(({ id }) => id === brick)?.nodeId;
    return nodeId === undefined ? undefined : this.node.pool.nodeById(nodeId)?.address;
  }
}
