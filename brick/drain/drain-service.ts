import { RefusedError } from '../../src/core/errors.js';
import { POOL_METHODS } from '../../src/rpc/services.js';
import type { RpcServer } from '../../src/rpc/server.js';
import { textField } from '../../src/rpc/validate.js';
import { wire, type hafs } from '../../src/rpc/wire.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { PoolNode } from '../../src/volume/catalogue.js';
import { asRefusal, onPoolManager } from '../forward.js';
import { nodeNamed } from '../node-named.js';
import type { StorageNode } from '../storage-node.js';
import { drainObstacles } from './drain-obstacles.js';
import { markDrained } from './mark-drained.js';

const NODE_LENGTH_MAX = 300;
const IDENTIFY_TIMEOUT_MS = 3_000;

/** Nodes that are about to be stopped. */
export class DrainService {
  constructor(
    private readonly node: StorageNode,
    private readonly clock: Clock,
  ) {}

  addTo(server: RpcServer): void {
    const { node, clock } = this;
    server.unary(POOL_METHODS.Drain, (request) =>
      onPoolManager(node, clock, POOL_METHODS.Drain, request, () => this.drain(request)),
    );
    server.unary(POOL_METHODS.DrainStatus, (request) =>
      onPoolManager(node, clock, POOL_METHODS.DrainStatus, request, () => this.status(request)),
    );
  }

  private async drain({ node: text, undo }: hafs.v1.DrainRequest): Promise<hafs.v1.DrainResponse> {
    const target = this.named(text);
    const run = undo ? undefined : await this.runOf(target);
    if (run !== undefined) await this.refuseUnsafe(target);
    await markDrained(this.node, target.id, run);
    return new wire.DrainResponse();
  }

  private async status({ node: text }: hafs.v1.DrainStatusRequest): Promise<hafs.v1.DrainStatusResponse> {
    const target = this.named(text);
    const { refusal, unsynced, managed } = await drainObstacles(this.node, target);
    return new wire.DrainStatusResponse({
      node: target,
      drained: target.drainedRun !== undefined && target.drainedRun === (await this.runOf(target)),
      refusal,
      unsynced: [...unsynced],
      managed: [...managed],
    });
  }

  private named(text: string): PoolNode {
    return nodeNamed(this.node, textField(text, 'node', NODE_LENGTH_MAX));
  }

  private async refuseUnsafe(target: PoolNode): Promise<void> {
    const { refusal, unsynced } = await drainObstacles(this.node, target);
    if (refusal !== '') throw new RefusedError(refusal);
    if (unsynced.length > 0) throw new RefusedError(`not in sync: ${unsynced.join(', ')}`);
  }

  /** @throws {RefusedError} when the node does not answer: there is nothing to drain. */
  private async runOf(target: PoolNode): Promise<string> {
    try {
      const { calls } = this.node;
      return (await calls.call(target.address, POOL_METHODS.Identify, {}, IDENTIFY_TIMEOUT_MS)).run;
    } catch (error) {
      throw asRefusal(`${target.name} cannot be drained`, error);
    }
  }
}
