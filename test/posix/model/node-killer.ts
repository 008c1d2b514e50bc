import type { NetnsLab } from '../../fault/support/netns-lab.js';
import { pause } from '../../fault/support/pause.js';

/** How long a node is away. */
const AWAY_MS = 1_500;
/** As long as a brick that is often away may be kept out of the in-sync set (src/replication/pace.ts). */
const IN_SYNC_TIMEOUT_MS = 90_000;

/** Kills the volume manager and another node in turns, and starts each again, until it is told to stop. */
export class NodeKiller {
  killCount = 0;
  private isStopped = false;
  private readonly done: Promise<void>;

  constructor(private readonly lab: NetnsLab) {
    this.done = this.kill();
    this.done.catch(() => undefined); // Whoever stops it sees the failure.
  }

  /** Resolves when all nodes are up and in sync. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.done;
  }

  private async kill(): Promise<void> {
    while (!this.isStopped) {
      const isManagerNext = this.killCount % 2 === 0;
      const victim = await (isManagerNext ? this.lab.managerNode() : this.lab.anotherNode());
      await this.lab.kill(`n${victim}`);
      this.killCount++;
      await pause(AWAY_MS);
      this.lab.startNode(victim);
      await this.lab.settled(IN_SYNC_TIMEOUT_MS);
    }
  }
}
