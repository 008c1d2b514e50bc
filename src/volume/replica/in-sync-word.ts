import type { BrickId } from '../../core/ids.js';
import type { CoreView } from '../../replication/core-events.js';
import type { MessageOf } from '../../replication/message.js';

/** More than a replica set ever has, also while one replaces another. */
const BRICKS_MAX = 64;

/**
 * Remembers up to where each brick was in sync, by the word of whoever managed then. It is all that a new manager knows
 * of a brick that went away before; for people, nothing is decided by it.
 */
export class InSyncWord {
  private readonly indices = new Map<BrickId, number>();

  note({ commitIndex, inSync = [] }: Pick<MessageOf<'heartbeat'>, 'commitIndex' | 'inSync'>): void {
    if (this.indices.size > BRICKS_MAX) this.indices.clear();
    for (const brick of inSync.slice(0, BRICKS_MAX)) this.indices.set(brick, commitIndex);
  }

  /** @returns `undefined` if nothing was heard since this process began. */
  indexOf(brick: BrickId): number | undefined {
    return this.indices.get(brick);
  }
}

/** As a manager tells it, of itself too. */
export const inSyncBricks = ({ members, peers }: CoreView, self: BrickId): BrickId[] =>
  members.filter((member) => member === self || peers.get(member)?.inSync === true);
