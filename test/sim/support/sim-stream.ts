import type { Ino, SessionId } from '../../../src/core/ids.js';
import type { Touched } from '../../../src/core/touched.js';
import type { RecallPort } from '../../../src/volume/leases/lease-holder.js';
import type { VolumeManager } from '../../../src/volume/volume-manager.js';
import type { SimCluster } from './sim-cluster.js';
import { clientAddress } from './sim-network.js';
import type { SimNode } from './sim-node.js';

/** One connection of a client with one process of a node: what is sent arrives in order, or the connection breaks. */
export class SimStream {
  isBroken = false;
  private readonly manager: VolumeManager | undefined;
  private readonly listeners: (() => void)[] = [];
  private upAtMs = 0;
  private downAtMs = 0;

  constructor(
    private readonly client: number,
    private readonly node: SimNode,
    private readonly cluster: SimCluster,
    private readonly recalled: (things: readonly Touched[]) => Promise<readonly Ino[]>,
  ) {
    this.manager = node.manager;
  }

  whenBroken(listener: () => void): void {
    if (this.isBroken) listener();
    else this.listeners.push(listener);
  }

  break(): void {
    if (this.isBroken) return;
    this.isBroken = true;
    for (const listener of this.listeners) listener();
  }

  /** To the node. A process that has died since does not get it. */
  up(act: (manager: VolumeManager) => void): void {
    this.upAtMs = this.arrival(this.upAtMs);
    this.travel(this.upAtMs, clientAddress(this.client), this.node.id, () => {
      const isUp = this.node.perform((manager) => {
        if (manager === this.manager) act(manager);
        else this.break();
      });
      if (!isUp) this.break();
    });
  }

  /** To the client: `send` is done at once, at the node, and what it returns when that has arrived. */
  down(send: () => () => void): void {
    if (this.isBroken) return;
    const arrive = send();
    this.downAtMs = this.arrival(this.downAtMs);
    this.travel(this.downAtMs, this.node.id, clientAddress(this.client), arrive);
  }

  portOf(session: SessionId): RecallPort {
    return {
      recall: (id, things) =>
        this.down(() => () => {
          void this.recalled(things).then((givenUp) =>
            this.up((manager) => manager.leases.answered(session, id, givenUp)),
          );
        }),
    };
  }

  private arrival(lastMs: number): number {
    const { scheduler, random, network } = this.cluster;
    return Math.max(lastMs, scheduler.nowMs + random.between(0.1, network.faults.delayMsMax));
  }

  private travel(atMs: number, from: number, to: number, arrive: () => void): void {
    const { scheduler, random, network } = this.cluster;
    const isLost = random.chance(network.faults.loss);
    scheduler.after(atMs - scheduler.nowMs, () => {
      if (this.isBroken) return;
      if (isLost || !network.canReach(from, to)) this.break();
      else arrive();
    });
  }
}
