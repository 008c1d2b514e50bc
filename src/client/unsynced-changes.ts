import { FileError } from '../core/errors.js';
import type { Ino } from '../core/ids.js';
import { isQuery, type FileOperation, type FileReply } from '../core/operation.js';

/** Above this the oldest are forgotten, and every inode is then taken for one of them. */
const INODES_MAX = 65_536;

/**
 * Which inodes have changes that were acknowledged and not synced. Should all bricks lose power at once such
 * changes may be gone, and `fsync` must not vouch for them then: it fails, once, as fsync(2) does after a write-back error.
 */
export class UnsyncedChanges {
  private readonly changed = new Set<Ino>();
  private readonly lost = new Set<Ino>();
  private isAnyForgotten = false;
  private isAnyLost = false;
  private history: number | undefined;

  /** The volume goes on with this history; another one than before has lost what was not synced. */
  follow(history: number): void {
    if (this.history !== undefined && this.history !== history) {
      for (const ino of this.changed) this.lost.add(ino);
      this.isAnyLost ||= this.isAnyForgotten;
      this.changed.clear();
      this.isAnyForgotten = false;
    }
    this.history = history;
  }

  /** @throws {FileError} EIO for an fsync that comes too late. */
  applied(operation: FileOperation, reply: FileReply): void {
    if (isQuery(operation)) return;
    if (operation.kind === 'fsync') this.synced(operation.ino);
    else for (const ino of inosChanged(operation, reply)) this.note(ino);
  }

  private synced(ino: Ino): void {
    const isLost = this.lost.delete(ino) || this.isAnyLost;
    this.isAnyLost = false;
    this.changed.delete(ino);
    if (isLost) throw new FileError('EIO', 'all bricks lost power before this was synced');
  }

  private note(ino: Ino): void {
    this.changed.add(ino);
    if (this.changed.size <= INODES_MAX) return;
    for (const oldest of this.changed) {
      this.changed.delete(oldest);
      break;
    }
    this.isAnyForgotten = true;
  }
}

function inosChanged(operation: FileOperation, reply: FileReply): Ino[] {
  switch (operation.kind) {
    case 'make':
    case 'tmpfile':
      return reply.kind === 'entry' ? [operation.parent, reply.attr.ino] : [];
    case 'link':
      return [operation.ino, operation.parent];
    case 'unlink':
    case 'rmdir':
      return [operation.parent];
    case 'rename':
      return [operation.parent, operation.newParent];
    case 'copy':
      return [operation.target];
    case 'write':
    case 'setattr':
    case 'allocate':
    case 'setxattr':
    case 'removexattr':
      return [operation.ino];
    default:
      return [];
  }
}
