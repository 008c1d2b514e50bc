/** What becomes of an inode that loses a name: it lives on while it has others, or while a kernel may hold it. */
import type { SessionId } from '../core/ids.js';
import { encodeCounters } from './counters-record.js';
import type { Draft } from './draft.js';
import type { Inode } from './inode-record.js';
import { countersKey, inodeKey, lockKey, orphanKey, xattrKey } from './keys.js';
import { encodeOrphan } from './orphan-record.js';
import { isGoneAtOnce, planShrink, shrink } from './shrink.js';
import { loadCounters } from './state.js';

/** Takes one name off an inode whose directory entry goes or now stands for another. A directory has only one. */
export function dropName(draft: Draft, inode: Inode): void {
  const linkCount = inode.kind === 'directory' ? 0 : inode.attr.linkCount - 1;
  const saved = draft.saveInode(inode, { linkCount });
  if (linkCount > 0) return;
  const holders = holdersOf(draft, saved);
  if (holders.length > 0) draft.put(orphanKey(saved.attr.ino), encodeOrphan({ isLinkable: false, holders }));
  else freeInode(draft, saved);
}

/** Every session alive. Without any, what is too large to be freed at once waits for a release by the one that asks. */
function holdersOf({ context }: Draft, inode: Inode): readonly SessionId[] {
  if (context.sessions.length > 0) return context.sessions;
  const isFreedAtOnce = inode.kind !== 'regular' || isGoneAtOnce(inode);
  return isFreedAtOnce ? [] : [context.session];
}

/** Removes every record of an inode whose data is gone or goes with one step. */
export function freeInode(draft: Draft, inode: Inode): void {
  const { ino } = inode.attr;
  if (inode.kind === 'regular') shrink(draft, inode, planShrink(inode, 0, []));
  draft.remove(inodeKey(ino));
  draft.removeIfPresent(xattrKey(ino));
  draft.removeIfPresent(orphanKey(ino));
  draft.removeIfPresent(lockKey(ino));
  const counters = loadCounters(draft);
  draft.put(countersKey(), encodeCounters({ ...counters, inodeCount: counters.inodeCount - 1 }));
}
