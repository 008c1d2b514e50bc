import type { BrickId } from '../core/ids.js';
import type { Contradiction } from '../replication/isolation.js';

/** What happens to a replica set that people want to know of. Told as it happens; nothing waits for who listens. */
export type Happening =
  /** This brick stands for election. */
  | { readonly kind: 'campaigned'; readonly term: number }
  | { readonly kind: 'becameManager'; readonly term: number }
  /** As manager, of another brick. */
  | { readonly kind: 'brickInSync'; readonly brick: BrickId }
  | { readonly kind: 'brickLeftSync'; readonly brick: BrickId }
  /** It was caught in a lie. */
  | { readonly kind: 'brickIsolated'; readonly brick: BrickId; readonly why: Contradiction }
  | { readonly kind: 'healBegun'; readonly brick: BrickId; readonly isFull: boolean }
  | {
      readonly kind: 'healDone';
      readonly brick: BrickId;
      readonly entries: number;
      readonly bytes: number;
    }
  | { readonly kind: 'healFailed'; readonly brick: BrickId; readonly reason: string }
  /** A record of this brick does not match its checksum. */
  | { readonly kind: 'damageFound'; readonly record: string }
  /** As manager: the record was written anew on all bricks, or could not be. */
  | { readonly kind: 'repaired'; readonly record: string }
  | { readonly kind: 'repairFailed'; readonly record: string; readonly reason: string }
  /** What records of this brick are found by does not match its checksum; it was written anew. */
  | { readonly kind: 'tableDamaged'; readonly what: string }
  | { readonly kind: 'tableRenewed'; readonly what: string }
  /** This brick has read all of its records. */
  | { readonly kind: 'scrubDone'; readonly damagedCount: number; readonly repairedCount: number };

export type Observer = (happening: Happening) => void;

export const nobodyObserves: Observer = () => undefined;
