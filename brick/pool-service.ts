import { OutcomeUnknownError, RefusedError } from '../src/core/errors.js';
import { normalizeAddress } from '../src/rpc/address.js';
import { POOL_METHODS } from '../src/rpc/services.js';
import type { RpcServer } from '../src/rpc/server.js';
import { textField } from '../src/rpc/validate.js';
import { wire, type hafs } from '../src/rpc/wire.js';
import type { Clock } from '../src/runtime/clock.js';
import { bricksOf, nodeFromWire, removeNode, type PoolNode } from '../src/volume/catalogue.js';
import { asRefusal, onPoolManager } from './forward.js';
import { nodeNamed } from './node-named.js';
import type { StorageNode } from './storage-node.js';

const IDENTIFY_TIMEOUT_MS = 3_000;
const JOIN_TIMEOUT_MS = 12_000;
const ADDRESS_LENGTH_MAX = 300;
/** Every node keeps the pool's configuration, and a majority of them decides. */
const POOL_NODES_MAX = 16;

/** Who is in the pool: probing, detaching, listing. */
export class PoolService {
  constructor(
    private readonly node: StorageNode,
    private readonly clock: Clock,
    private readonly version: string,
  ) {}

  addTo(server: RpcServer): void {
    server.unary(POOL_METHODS.Identify, () => Promise.resolve(this.identify()));
    server.unary(POOL_METHODS.ListNodes, () => Promise.resolve(this.listNodes()));
    server.unary(POOL_METHODS.Join, (request) => this.join(request));
    server.unary(POOL_METHODS.Leave, (request) => this.leave(request));
    server.unary(POOL_METHODS.Probe, (request) =>
      onPoolManager(this.node, this.clock, POOL_METHODS.Probe, request, () => this.probe(request)),
    );
    server.unary(POOL_METHODS.Detach, (request) =>
      onPoolManager(this.node, this.clock, POOL_METHODS.Detach, request, () => this.detach(request)),
    );
  }

  private identify(): hafs.v1.IdentifyResponse {
    const { pool, catalogue } = this.node.pool;
    const { volumes, nodes } = catalogue;
    return new wire.IdentifyResponse({
      node: this.node.self,
      pool,
      poolNodes: Math.max(1, nodes.length),
      hasVolumes: volumes.length > 0,
      version: this.version,
      run: this.node.run,
    });
  }

  private listNodes(): hafs.v1.ListNodesResponse {
    const { replica } = this.node.pool.group;
    const view = replica.view();
    const nodes = this.node.catalogue.nodes.map((node) => ({
      node,
      connected: this.node.links.isConnected(node.id),
      local: node.id === this.node.self.id,
    }));
    const manager = view.manager === undefined ? undefined : this.node.pool.nodeById(view.manager);
    const quorum = view.isManager ? replica.hasQuorum : view.manager !== undefined;
    const insecure = this.node.isInsecure;
    return new wire.ListNodesResponse({
      ...{ nodes, quorum, insecure },
      term: view.term,
      manager: manager?.name ?? '',
    });
  }

  private async probe(request: hafs.v1.ProbeRequest): Promise<hafs.v1.ProbeResponse> {
    const address = normalizeAddress(textField(request.address, 'address', ADDRESS_LENGTH_MAX));
    const identity = await this.identityOf(address);
    const found = { ...nodeFromWire(identity.node ?? {}), address };
    const { nodes } = await this.node.pool.latest();
    const known = nodes.find(({ id }) => id === found.id);
    if (known !== undefined) return new wire.ProbeResponse({ node: known, alreadyMember: true });
    this.refuseUnfit(found, identity);
    await this.bringIn(found);
    return new wire.ProbeResponse({ node: found, alreadyMember: false });
  }

  private async identityOf(address: string): Promise<hafs.v1.IdentifyResponse> {
    try {
      return await this.node.calls.call(address, POOL_METHODS.Identify, {}, IDENTIFY_TIMEOUT_MS);
    } catch (error) {
      throw asRefusal('is hafs running there?', error);
    }
  }

  private refuseUnfit(found: PoolNode, identity: hafs.v1.IdentifyResponse): void {
    const { nodes } = this.node.catalogue;
    if (identity.poolNodes > 1) throw new RefusedError(`${found.address} is already part of another pool`);
    if (identity.hasVolumes)
      throw new RefusedError(`${found.address} has volumes of its own; delete them first`);
    if (nodes.length >= POOL_NODES_MAX) throw new RefusedError(`a pool has at most ${POOL_NODES_MAX} nodes`);
    if (nodes.some(({ name }) => name === found.name)) {
      throw new RefusedError(
        `the pool has a node named ${found.name}; start the new one with another --name`,
      );
    }
  }

  private async bringIn(found: PoolNode): Promise<void> {
    const { nodes } = this.node.catalogue;
    const request = { pool: this.node.pool.pool, nodes: [...nodes] };
    this.node.links.addGuest(found.id, found.address);
    try {
      await this.node.calls.call(found.address, POOL_METHODS.Join, request, JOIN_TIMEOUT_MS);
      await this.node.pool.addMember(found);
    } catch (error) {
      // Should it have become a member all the same, the pool may not be able to decide anything without it.
      if (!(error instanceof OutcomeUnknownError)) await this.tellToLeave(found);
      throw asRefusal(`cannot bring in ${found.address}`, error);
    } finally {
      this.node.links.forgetGuest(found.id);
    }
  }

  private async detach(request: hafs.v1.DetachRequest): Promise<hafs.v1.DetachResponse> {
    const { self } = this.node;
    const catalogue = await this.node.pool.latest();
    const node = nodeNamed(this.node, textField(request.address, 'address', ADDRESS_LENGTH_MAX));
    const volume = catalogue.volumes.find((one) => bricksOf(one).some(({ nodeId }) => nodeId === node.id));
    if (volume !== undefined) {
      throw new RefusedError(
        `${node.address} holds a brick of volume ${volume.name}; replace the brick or delete the volume first`,
      );
    }
    if (node.id === self.id) return this.detachSelf(request);
    await this.node.pool.removeMember(node.id, [removeNode(node.id)]);
    await this.tellToLeave(node);
    return new wire.DetachResponse();
  }

  /** Nobody takes himself out: the pool goes to another node first, which then does it. */
  private async detachSelf(request: hafs.v1.DetachRequest): Promise<hafs.v1.DetachResponse> {
    await this.node.pool.handOver();
    if (this.node.pool.group.replica.view().isManager) {
      throw new RefusedError(
        `${this.node.self.address} manages the pool, and no other node took over; try again`,
      );
    }
    return onPoolManager(this.node, this.clock, POOL_METHODS.Detach, request, () => this.detach(request));
  }

  /** Best effort: a node that is down learns it from nobody, and has to be started with an empty directory. */
  private async tellToLeave(node: PoolNode): Promise<void> {
    const request = { pool: this.node.pool.pool };
    await this.node.calls
      .call(node.address, POOL_METHODS.Leave, request, JOIN_TIMEOUT_MS)
      .catch(() => undefined);
  }

  private async join(request: hafs.v1.JoinRequest): Promise<hafs.v1.JoinResponse> {
    const { catalogue, self } = this.node;
    const isLone = catalogue.nodes.length <= 1 && catalogue.volumes.length === 0;
    if (!isLone && request.pool !== this.node.pool.pool)
      throw new RefusedError(`${self.address} is already part of another pool`);
    await this.node.join(
      textField(request.pool, 'pool', ADDRESS_LENGTH_MAX),
      request.nodes.map(nodeFromWire),
    );
    return new wire.JoinResponse({ node: self, brick: self.id });
  }

  private async leave(request: hafs.v1.LeaveRequest): Promise<hafs.v1.LeaveResponse> {
    if (request.pool === this.node.pool.pool) await this.node.leave();
    return new wire.LeaveResponse();
  }
}
