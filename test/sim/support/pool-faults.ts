import { GOOD_NETWORK } from './sim-network.js';
import type { PoolWorld, SimPoolNode } from './sim-pool.js';

const FAULT_MS_MIN = 50;
export const POOL_FAULT_MS_MAX = 4_000;
const BAD_NETWORK = { loss: 0.1, duplication: 0.1, delayMsMax: 30, straggle: 0.05, straggleMsMax: 900 };

/** What goes wrong with the nodes of a pool and the network between them. */
export class PoolFaults {
  /** The number of the last node that was ever started: the others are not there yet. */
  startedMax = 0;

  constructor(
    private readonly nodes: readonly SimPoolNode[],
    private readonly world: PoolWorld,
  ) {}

  /** Begins one fault, and ends it after a while. */
  strike(): void {
    const { random, scheduler } = this.world;
    const node = random.pick(this.nodes.slice(0, this.startedMax + 1));
    const lastsMs = random.between(FAULT_MS_MIN, POOL_FAULT_MS_MAX);
    const again = (): void => void this.startAgain(node);
    const mend = random.pick<() => () => void>([
      () => (node.crash(), again),
      () => (node.losePower(), again),
      () => (node.freeze(), () => node.thaw()),
      () => this.isolate(node.number),
      () => this.worsenNetwork(),
    ])();
    if (!node.isUp) for (const other of this.nodes) other.member?.linkDown(node.self.id);
    scheduler.after(lastsMs, mend);
  }

  async mend(): Promise<void> {
    this.world.network.mend();
    this.world.network.faults = GOOD_NETWORK;
    for (const node of this.nodes.slice(0, this.startedMax + 1)) {
      node.thaw();
      await this.startAgain(node);
    }
  }

  private async startAgain(node: SimPoolNode): Promise<void> {
    if (!node.isUp) await node.start(node.number === 0 ? 'alone' : 'joining');
  }

  private isolate(number: number): () => void {
    const { network } = this.world;
    const others = this.nodes.map((node) => node.number).filter((other) => other !== number);
    for (const other of others) network.cutBoth(number, other);
    return () => others.forEach((other) => network.mendBoth(number, other));
  }

  private worsenNetwork(): () => void {
    const { network } = this.world;
    network.faults = BAD_NETWORK;
    return () => (network.faults = GOOD_NETWORK);
  }
}
