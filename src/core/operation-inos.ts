import type { Ino } from './ids.js';
import type { FileOperation, FileReply } from './operation.js';

/** The inodes that an operation works on, in a directory, or upon; those that it only gives back are not among them. */
export function inosOf(operation: FileOperation): readonly Ino[] {
  switch (operation.kind) {
    case 'make':
    case 'tmpfile':
    case 'unlink':
    case 'rmdir':
    case 'lookup':
      return [operation.parent];
    case 'link':
      return [operation.ino, operation.parent];
    case 'rename':
      return [operation.parent, operation.newParent];
    case 'copy':
      return [operation.ino, operation.target];
    case 'setattr':
    case 'write':
    case 'allocate':
    case 'setxattr':
    case 'removexattr':
    case 'access':
    case 'lock':
    case 'fsync':
    case 'getattr':
    case 'readlink':
    case 'read':
    case 'readdir':
    case 'seek':
    case 'getxattr':
    case 'listxattr':
    case 'testLock':
      return [operation.ino];
    case 'readFiles':
      return operation.inos;
    case 'dropLocks':
    case 'release':
    case 'statfs':
      return [];
  }
}

/** The inodes that a reply leads to: children of a directory that was asked about. */
export function inosLedTo(reply: FileReply): readonly Ino[] {
  if (reply.kind === 'entry') return [reply.attr.ino];
  return reply.kind === 'dirents' ? reply.entries.map(({ ino }) => ino) : [];
}
