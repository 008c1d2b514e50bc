import type { Attr } from './attr.js';
import type { Ino } from './ids.js';

/** Something that a client may have in its cache, and that a change makes untrue. */
export type Touched =
  /** An inode's attributes, and its bytes: there is one lease for both. */
  | { readonly kind: 'inode'; readonly ino: Ino }
  /** What a name in a directory stands for, or that it does not exist. */
  | { readonly kind: 'entry'; readonly ino: Ino; readonly name: Uint8Array };

/** What may be cached of an answer, and what a mutation has changed. */
export interface Leased {
  /** The attributes and data of the inodes in the answer. */
  readonly hasInodes: boolean;
  /** The names in the answer, or that the one asked for does not exist. */
  readonly hasDirectory: boolean;
  /** Inodes that a mutation has changed; `undefined` when that is not known. */
  readonly changed: readonly Ino[] | undefined;
  /** What some of those are now, besides what is in the answer; may be cached. */
  readonly after: readonly Attr[];
}

export const NOTHING_LEASED: Leased = { hasInodes: false, hasDirectory: false, changed: [], after: [] };

/**
 * How long a client may answer from its cache after it last heard from the volume manager. Each client counts from
 * the moment it asked, so that the manager, who counts from the moment it was asked, always waits longer.
 */
export const CACHE_LEASE_MS = 2_500;
/** Clocks may differ by 5 % in their rate (replication/timing.ts); the manager waits so much longer. */
export const CACHE_LEASE_WAITED_MS = CACHE_LEASE_MS * 1.06;
/** Inodes of which one client may keep something. */
export const LEASES_PER_SESSION_MAX = 262_144;
/** Leases that one message may give back, or go on with. */
export const LEASES_PER_MESSAGE_MAX = LEASES_PER_SESSION_MAX;
