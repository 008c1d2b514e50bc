/** Operations that change the volume: from the state as it is to the edits that change it. */
import type { SessionId } from '../core/ids.js';
import type { FileReply, Mutation } from '../core/operation.js';
import { access } from './access.js';
import { allocate, chunksToPunch } from './allocate.js';
import { chunksToCopy, copy } from './copy.js';
import { Draft } from './draft.js';
import { dropLocks, lock } from './lock.js';
import { link, make, tmpfile } from './make.js';
import { chunksToGiveUp, chunksToRelease, release } from './release.js';
import { rmdir, unlink } from './remove.js';
import { rename } from './rename.js';
import { chunksToCutOff, chunksToTruncate, setattr } from './setattr.js';
import { loadInode } from './state.js';
import type { ChunkSurvey, MutationContext, MutationOutcome, StateView } from './state-view.js';
import { chunksToWrite, write } from './write.js';
import { removexattr, setxattr } from './xattr.js';

/** What must be found out before `chunksNeeded` and `applyMutation`; its answer goes into the context. */
export function chunksSurveyed(
  mutation: Mutation,
  view: StateView,
  session: SessionId,
): ChunkSurvey | undefined {
  if (mutation.kind === 'allocate') return chunksToPunch(view, mutation);
  if (mutation.kind === 'setattr') return chunksToCutOff(view, mutation);
  return mutation.kind === 'release' ? chunksToGiveUp(view, mutation, session) : undefined;
}

/**
 * Names the chunks that `applyMutation` will ask the view for; some may be holes.
 *
 * Holds for this state only: after a change of the inode, ask again.
 */
export function chunksNeeded(mutation: Mutation, view: StateView, context: MutationContext): Uint8Array[] {
  switch (mutation.kind) {
    case 'write':
      return chunksToWrite(view, mutation);
    case 'setattr':
      return chunksToTruncate(view, mutation, context);
    case 'release':
      return chunksToRelease(view, mutation, context);
    case 'allocate':
      return [...context.surveyed];
    case 'copy':
      return chunksToCopy(view, mutation);
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

/**
 * Works out what a mutation does to the state. Changes nothing itself.
 *
 * @throws {FileError} where Linux would refuse.
 * @throws {CorruptionError} when a record that it needs is damaged.
 */
export function applyMutation(
  mutation: Mutation,
  view: StateView,
  context: MutationContext,
): MutationOutcome {
  const draft = new Draft(view, context);
  const reply = apply(draft, mutation);
  return { edits: draft.edits(), reply, unfinished: draft.unfinished };
}

function apply(draft: Draft, mutation: Mutation): FileReply {
  switch (mutation.kind) {
    case 'make':
      return make(draft, mutation);
    case 'tmpfile':
      return tmpfile(draft, mutation);
    case 'link':
      return link(draft, mutation);
    case 'unlink':
      return unlink(draft, mutation);
    case 'rmdir':
      return rmdir(draft, mutation);
    case 'rename':
      return rename(draft, mutation);
    case 'setattr':
      return setattr(draft, mutation);
    case 'write':
      return write(draft, mutation);
    case 'allocate':
      return allocate(draft, mutation);
    case 'copy':
      return copy(draft, mutation);
    case 'setxattr':
      return setxattr(draft, mutation);
    case 'removexattr':
      return removexattr(draft, mutation);
    case 'access':
      return access(draft, mutation);
    case 'lock':
      return lock(draft, mutation);
    case 'dropLocks':
      return dropLocks(draft, mutation);
    case 'fsync':
      loadInode(draft, mutation.ino);
      return { kind: 'done' };
    case 'release':
      return release(draft, mutation);
  }
}
