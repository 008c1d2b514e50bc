/** What the volume manager must see to before it applies a mutation. */
import type { Ino } from '../core/ids.js';
import type { Mutation } from '../core/operation.js';
import { chunkIndexOf } from '../fs/keys.js';
import type { ChunkSurvey } from '../fs/state-view.js';

/** Whether it, and all before it, must be on the disks before it is acknowledged. */
export const mustSync = (mutation: Mutation): boolean =>
  mutation.kind === 'fsync' || (mutation.kind === 'write' && mutation.sync);

/** The inodes whose chunks a mutation may read before it changes them. */
export function inosWithData(mutation: Mutation): readonly Ino[] {
  switch (mutation.kind) {
    case 'write':
      return [mutation.ino];
    case 'setattr':
      return mutation.change.sizeBytes === undefined ? [] : [mutation.ino];
    case 'allocate':
      return [mutation.ino];
    case 'copy':
      return [mutation.ino, mutation.target];
    case 'release':
      return mutation.inos;
    case 'make':
    case 'tmpfile':
    case 'link':
    case 'unlink':
    case 'rmdir':
    case 'rename':
    case 'setxattr':
    case 'removexattr':
    case 'access':
    case 'lock':
    case 'dropLocks':
    case 'fsync':
      return [];
  }
}

/** Chunks that a survey may find. */
export const spanOf = ({ from, to, chunksMax }: ChunkSurvey): number =>
  Math.min(chunksMax, chunkIndexOf(to) - chunkIndexOf(from));
