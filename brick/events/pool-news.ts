import type { Tell } from './event-log.js';

/** Silence after which a node counts as unreachable: twice what an election needs. */
const UNREACHABLE_AFTER_MS = 2_500;
/** An election of the pool's manager is over by then. */
const QUORUM_LOST_AFTER_MS = 4_000;

export interface PoolLook {
  /** Name of the pool's managing node, where this node knows one. */
  readonly manager: string | undefined;
  /** On the node that manages the pool: since when each other node has been silent, by name, in ms. */
  readonly silenceMs: ReadonlyMap<string, number> | undefined;
}

/** Makes events of who can be reached. A new manager of the pool says again who cannot. */
export class PoolNews {
  private readonly unreachable = new Set<string>();
  private lostSinceMs: number | undefined;
  private isLossTold = false;

  constructor(private readonly tell: Tell) {}

  note({ manager, silenceMs }: PoolLook, nowMs: number): void {
    this.noteQuorum(manager !== undefined, nowMs);
    if (silenceMs === undefined) this.unreachable.clear();
    else for (const [node, silentMs] of silenceMs) this.noteNode(node, silentMs > UNREACHABLE_AFTER_MS);
  }

  private noteNode(node: string, isUnreachable: boolean): void {
    if (isUnreachable === this.unreachable.has(node)) return;
    if (isUnreachable) {
      this.unreachable.add(node);
      this.tell('node-unreachable', `${node} does not answer`);
    } else {
      this.unreachable.delete(node);
      this.tell('node-reachable', `${node} answers again`);
    }
  }

  private noteQuorum(hasQuorum: boolean, nowMs: number): void {
    if (hasQuorum) {
      if (this.isLossTold) this.tell('pool-quorum-regained', 'the pool has a majority of its nodes again');
      this.lostSinceMs = undefined;
      this.isLossTold = false;
      return;
    }
    this.lostSinceMs ??= nowMs;
    if (this.isLossTold || nowMs - this.lostSinceMs < QUORUM_LOST_AFTER_MS) return;
    this.isLossTold = true;
    this.tell('pool-quorum-lost', 'the pool has no majority of its nodes: nothing can be changed');
  }
}
