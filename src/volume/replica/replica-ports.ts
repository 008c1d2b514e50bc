import type { BrickId } from '../../core/ids.js';
import type { DiskSpace } from '../../core/disk-space.js';
import type { Entry } from '../../replication/entry.js';
import type { WindowLimits } from '../../replication/entry-window.js';
import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import type { Random } from '../../runtime/random.js';
import type { Observer } from '../observer.js';
import type { BrickStore } from './brick-store.js';
import type { ReplicaTransport } from './replica-message.js';
import type { ScrubSettings } from './scrub.js';

export interface ReplicaDeps {
  readonly store: BrickStore;
  readonly transport: ReplicaTransport;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** Smaller than usual where a test wants heals instead of catching up. */
  readonly windowLimits?: WindowLimits;
  /** Whether every change is on disk on every in-sync brick before it is acknowledged. */
  readonly isEverythingSynced: () => boolean;
  /** Of the time that a heal may take while clients are at work; 0 < share <= 1. */
  readonly healShare: () => number;
  /** As they are now; without them the brick is scrubbed only when that is asked for. */
  readonly scrub?: () => ScrubSettings;
  /** Of the disk under this brick, as last measured. */
  readonly space: () => DiskSpace;
  /** Is told what happens. */
  readonly observe?: Observer;
}

/** What happens to a replica that its owner must know. Called in order, between events. */
export interface ReplicaListener {
  becameManager(): void;
  steppedDown(): void;
  /** Everything up to `index` is committed. */
  committed(index: number): void;
  /** The manager's own entries, as they get their places. */
  proposed(entries: readonly Entry[]): void;
  /** The brick's state was replaced by a heal. */
  healed(): void;
  /** As manager: a record is damaged here or on another brick, and is to be written anew on all. */
  repairWanted(key: Uint8Array): void;
  /** As manager: this brick's disk holds up the others, and `to` would be a better manager. */
  slowDisk(to: BrickId, atOnce: boolean): void;
  /** The store failed; the replica has stopped. */
  failed(error: unknown): void;
}
