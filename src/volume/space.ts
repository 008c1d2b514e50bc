import type { DiskSpace } from '../core/disk-space.js';
import { MIB } from '../core/limits.js';
import type { Mutation } from '../core/operation.js';
import type { CoreView } from '../replication/core-events.js';

/** Kept free on each brick, so that LevelDB never meets a full disk: compactions need room before they give it. */
const RESERVE_BYTES_MAX = 512 * MIB;
const RESERVE_SHARE = 0.05;

const reserveOf = (space: DiskSpace): number => Math.min(RESERVE_BYTES_MAX, space.totalBytes * RESERVE_SHARE);

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
