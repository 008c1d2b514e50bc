import type { DiskSpace } from '../core/disk-space.js';
import { MIB } from '../core/limits.js';
import type { Mutation } from '../core/operation.js';
import type { CoreView } from '../replication/core-events.js';

/**
 * Kept free on each brick, so that LevelDB never meets a full disk: compactions need room before they give it,
 * two logs and the table that is made of one may be there at once, and changes arrive between two looks at the disk.
 */
const RESERVE_BYTES_MAX = 512 * MIB;
const RESERVE_BYTES_MIN = 40 * MIB;
const RESERVE_SHARE = 1 / 8;
/** So the reserve holds eight of them. */
const WRITE_BUFFER_SHARE = 1 / 64;
const WRITE_BUFFER_BYTES_MAX = 64 * MIB;

/** How much a brick's LevelDB may gather before it makes a table of it; on a small disk less. */
export const writeBufferBytes = ({ totalBytes }: DiskSpace): number =>
  Math.max(MIB, Math.min(WRITE_BUFFER_BYTES_MAX, Math.floor(totalBytes * WRITE_BUFFER_SHARE)));

export function reserveOf({ totalBytes }: DiskSpace): number {
  const wanted = Math.max(RESERVE_BYTES_MIN, totalBytes * RESERVE_SHARE);
  return Math.floor(Math.min(RESERVE_BYTES_MAX, wanted, totalBytes / 2));
}

/** What a compaction may take: above the reserve the room is the writers', who may use it up before it is over. */
export const compactionRoom = (space: DiskSpace): number => Math.min(space.availableBytes, reserveOf(space));

const usable = (space: DiskSpace): number => Math.max(0, Math.floor(space.availableBytes - reserveOf(space)));

/** What the volume can still take: the fullest in-sync brick decides. */
export function volumeSpace(view: CoreView, own: DiskSpace): DiskSpace {
  const spaces = [own];
  for (const peer of view.peers.values()) {
    if (peer.inSync && peer.standing?.space !== undefined) spaces.push(peer.standing.space);
  }
  return {
    totalBytes: Math.min(...spaces.map((space) => space.totalBytes)),
    availableBytes: Math.min(...spaces.map(usable)),
  };
}

/** Whether `mutation` would need space that is not there. What removes is always let through. */
export function isFull(mutation: Mutation, view: CoreView, own: DiskSpace): boolean {
  const { availableBytes } = volumeSpace(view, own);
  if (mutation.kind === 'allocate' && mutation.mode.startsWith('allocate'))
    return mutation.lengthBytes > availableBytes;
  return NEED_SPACE.has(mutation.kind) && availableBytes <= 0;
}

const NEED_SPACE: ReadonlySet<Mutation['kind']> = new Set(['make', 'tmpfile', 'write', 'copy', 'setxattr']);
