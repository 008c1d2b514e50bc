import type { Ino } from '../core/ids.js';
import type { Mutation } from '../core/operation.js';

/** Whether it must be on disk before it is acknowledged. */
export const mustSync = (mutation: Mutation): boolean =>
  mutation.kind === 'fsync' || (mutation.kind === 'write' && mutation.sync);

/** The inodes whose chunks a mutation may read before it changes them. */
export function inosWithData(mutation: Mutation): readonly Ino[] {
  switch (mutation.kind) {
    case 'write':
      return [mutation.ino];
    case 'setattr':
      return mutation.change.sizeBytes === undefined ? [] : [mutation.ino];
    case 'release':
      return mutation.inos;
    case 'make':
    case 'link':
    case 'unlink':
    case 'rmdir':
    case 'rename':
    case 'setxattr':
    case 'removexattr':
    case 'fsync':
      return [];
  }
}
