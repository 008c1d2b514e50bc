import { chmod } from 'node:fs/promises';
import fc from 'fast-check';
import { NetnsLab } from '../../fault/support/netns-lab.js';
import { Comparison } from './comparison.js';
import { LocalOracle } from './oracle.js';
import { anySequence, type Order } from './orders.js';
import { Player } from './player.js';

const ORDERS_MAX = 60;

/** Three nodes and two mounts beside a local directory, each with a player. */
export class ModelLab {
  private constructor(
    readonly lab: NetnsLab,
    private readonly local: LocalOracle,
    private readonly players: readonly [oracle: Player, subject: Player],
  ) {}

  static async up(): Promise<ModelLab> {
    const lab = await NetnsLab.up();
    await chmod(lab.directory, 0o755); // Other users are to reach what is below.
    const local = await LocalOracle.make();
    const subject = new Player(lab.mountPoint('m1'), lab.mountPoint('m2'));
    return new ModelLab(lab, local, [new Player(local.directory), subject]);
  }

  async down(): Promise<void> {
    for (const player of this.players) player.stop();
    await this.lab.down();
    await this.local.dispose();
  }

  /** @throws with the shortest sequence of calls after which the two differ, and the seed to see it again. */
  async agreesOnAnything(parameters: fc.Parameters<[Order[]]>): Promise<void> {
    const comparison = new Comparison(...this.players);
    const property = fc.asyncProperty(anySequence(ORDERS_MAX), (orders) => comparison.play(orders));
    await fc.assert(property, parameters);
  }
}
