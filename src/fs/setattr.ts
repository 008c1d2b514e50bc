/** setattr: chmod, chown, utimensat, truncate. */
import { FileError } from '../core/errors.js';
import { FILE_SIZE_BYTES_MAX } from '../core/limits.js';
import type { FileReply, TimeChange } from '../core/operation.js';
import type { Attr, Timestamp } from '../core/attr.js';
import { xattrsAfterChmod } from './acl.js';
import type { Draft } from './draft.js';
import type { Inode, RegularInode } from './inode-record.js';
import type { OperationOf } from './operation-of.js';
import { dropPrivileges } from './privileges.js';
import { chunksToShrink, planShrink, shrink, shrinkLooksAt } from './shrink.js';
import { asRegular, findInode, loadInode } from './state.js';
import type { ChunkSurvey, MutationContext, StateView } from './state-view.js';
import { saveXattrs } from './xattr.js';

type SetAttr = OperationOf<'setattr'>;

/** Which chunks a truncation has to know of. */
export function chunksToCutOff(view: StateView, { ino, change }: SetAttr): ChunkSurvey | undefined {
  const inode = findInode(view, ino);
  if (inode?.kind !== 'regular' || !shrinks(inode, change.sizeBytes)) return undefined;
  return chunksToShrink(inode, change.sizeBytes);
}

/** Keys of the chunks that a truncation will look at. */
export function chunksToTruncate(
  view: StateView,
  { ino, change }: SetAttr,
  { surveyed }: MutationContext,
): Uint8Array[] {
  const inode = findInode(view, ino);
  if (inode?.kind !== 'regular' || !shrinks(inode, change.sizeBytes)) return [];
  return shrinkLooksAt(planShrink(inode, change.sizeBytes, surveyed));
}

/** A long truncation takes several steps; all other changes wait for the last one. */
export function setattr(draft: Draft, { ino, change }: SetAttr): FileReply {
  const inode = loadInode(draft, ino);
  if (change.mode !== undefined) chmodAcl(draft, inode, change.mode);
  if (change.sizeBytes === undefined) return reply(draft.saveInode(inode, changedAttr(draft, inode, change)));
  const resized = resize(draft, asRegular(inode), change.sizeBytes);
  const moved = { ...resized, attr: { ...resized.attr, mtime: draft.now } };
  draft.unfinished = moved.attr.sizeBytes !== change.sizeBytes;
  return reply(draft.saveInode(moved, draft.unfinished ? {} : changedAttr(draft, moved, change)));
}

function chmodAcl(draft: Draft, inode: Inode, mode: number): void {
  const xattrs = xattrsAfterChmod(draft, inode, mode);
  if (xattrs !== undefined) saveXattrs(draft, inode.attr.ino, xattrs);
}

const reply = ({ attr }: Inode): FileReply => ({ kind: 'attr', attr });

/** The attributes that were asked for, the rest as they are. */
function changedAttr(draft: Draft, inode: Inode, change: SetAttr['change']): Partial<Attr> {
  const attr = { ...inode.attr, ...dropPrivileges(draft, inode, change.loses) };
  const at = (time: TimeChange | undefined): Timestamp | undefined => (time === 'now' ? draft.now : time);
  return {
    ...attr,
    mode: change.mode ?? attr.mode,
    uid: change.uid ?? attr.uid,
    gid: change.gid ?? attr.gid,
    atime: at(change.atime) ?? attr.atime,
    mtime: at(change.mtime) ?? attr.mtime,
    ctime: at(change.ctime) ?? draft.now,
  };
}

const shrinks = (inode: RegularInode, sizeBytes: number | undefined): sizeBytes is number =>
  sizeBytes !== undefined && sizeBytes >= 0 && sizeBytes < inode.attr.sizeBytes;

/** Larger leaves a hole at the end; smaller goes as far as one step may. */
function resize(draft: Draft, inode: RegularInode, sizeBytes: number): RegularInode {
  if (sizeBytes < 0) throw new FileError('EINVAL', `size ${sizeBytes}`);
  if (sizeBytes > FILE_SIZE_BYTES_MAX) throw new FileError('EFBIG', `size ${sizeBytes}`);
  if (shrinks(inode, sizeBytes))
    return shrink(draft, inode, planShrink(inode, sizeBytes, draft.context.surveyed));
  return { ...inode, attr: { ...inode.attr, sizeBytes } };
}
