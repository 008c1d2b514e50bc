/** What reading does to an inode: its access time moves, if that is due. */
import { isAccessTimeDue } from '../core/access-time.js';
import type { FileReply } from '../core/operation.js';
import type { Draft } from './draft.js';
import type { OperationOf } from './operation-of.js';
import { loadInode } from './state.js';

/** Somebody else who read it may have been first: then nothing is changed. */
export function access(draft: Draft, { ino }: OperationOf<'access'>): FileReply {
  const inode = loadInode(draft, ino);
  const { ctime } = inode.attr;
  const isDue = isAccessTimeDue(inode.attr, draft.now);
  const { attr } = isDue ? draft.saveInode(inode, { atime: draft.now, ctime }) : inode;
  return { kind: 'attr', attr };
}
