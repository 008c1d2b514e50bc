/** release: a session lets go of unlinked inodes; the last one to do so frees them. */
import { CorruptionError } from '../core/errors.js';
import type { Ino, SessionId } from '../core/ids.js';
import { TRUNCATE_CHUNKS_PER_STEP_MAX } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import type { Draft } from './draft.js';
import type { Inode, RegularInode } from './inode-record.js';
import { orphanKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { encodeOrphan, type OrphanRecord } from './orphan-record.js';
import { freeInode } from './orphan.js';
import {
  chunksToShrink,
  isGoneAtOnce,
  planShrink,
  shrink,
  shrinkLooksAt,
  type ShrinkStep,
} from './shrink.js';
import { findInode, findOrphan } from './state.js';
import type { ChunkSurvey, MutationContext, StateView } from './state-view.js';

type Release = OperationOf<'release'>;

type ReleaseStep =
  /** Others hold the inode still. */
  | { readonly kind: 'leave'; readonly ino: Ino; readonly orphan: OrphanRecord }
  | { readonly kind: 'free'; readonly inode: Inode }
  /** Too large to be freed at once. The last step of this change; more must follow. */
  | { readonly kind: 'shrink'; readonly inode: RegularInode; readonly by: ShrinkStep }
  /** This change is full. */
  | { readonly kind: 'pause' };

/** Which chunks a release has to know of: those of the first inode that cannot be freed at once. */
export function chunksToGiveUp(
  view: StateView,
  { inos }: Release,
  session: SessionId,
): ChunkSurvey | undefined {
  for (const ino of new Set(inos)) {
    const step = releaseStep(view, ino, { session, surveyed: [] });
    if (step?.kind === 'shrink') return chunksToShrink(step.inode, 0);
  }
  return undefined;
}

/** Keys of the chunks that a release will look at. */
export const chunksToRelease = (
  view: StateView,
  operation: Release,
  context: MutationContext,
): Uint8Array[] =>
  [...releaseSteps(view, operation, context)].flatMap((step) =>
    step.kind === 'shrink' ? shrinkLooksAt(step.by) : [],
  );

export function release(draft: Draft, operation: Release): FileReply {
  for (const step of releaseSteps(draft, operation, draft.context)) take(draft, step);
  return { kind: 'done' };
}

function take(draft: Draft, step: ReleaseStep): void {
  switch (step.kind) {
    case 'leave':
      draft.put(orphanKey(step.ino), encodeOrphan(step.orphan));
      return;
    case 'free':
      freeInode(draft, step.inode);
      return;
    case 'shrink':
      draft.saveInode(shrink(draft, step.inode, step.by));
      draft.unfinished = true;
      return;
    case 'pause':
      draft.unfinished = true;
      return;
  }
}

/** What one change does of a release: as much as stays within `TRUNCATE_CHUNKS_PER_STEP_MAX`. */
function* releaseSteps(view: StateView, { inos }: Release, context: MutationContext): Generator<ReleaseStep> {
  let chunksLeft = TRUNCATE_CHUNKS_PER_STEP_MAX;
  for (const ino of new Set(inos)) {
    const step = releaseStep(view, ino, context);
    const chunks = step === undefined ? 0 : chunksDeleted(step);
    if (chunks > chunksLeft) {
      yield { kind: 'pause' };
      return;
    }
    chunksLeft -= chunks;
    if (step !== undefined) yield step;
    if (step?.kind === 'shrink') return;
  }
}

/** @returns `undefined` when the session does not hold the inode, or it is no orphan. */
function releaseStep(
  view: StateView,
  ino: Ino,
  { session, surveyed }: Pick<MutationContext, 'session' | 'surveyed'>,
): ReleaseStep | undefined {
  const orphan = findOrphan(view, ino);
  if (orphan?.holders.includes(session) !== true) return undefined;
  const holders = orphan.holders.filter((holder) => holder !== session);
  if (holders.length > 0) return { kind: 'leave', ino, orphan: { ...orphan, holders } };
  const inode = findInode(view, ino);
  if (inode === undefined) throw new CorruptionError(`orphan ${ino} has no inode`);
  if (inode.kind !== 'regular' || isGoneAtOnce(inode)) return { kind: 'free', inode };
  return { kind: 'shrink', inode, by: planShrink(inode, 0, surveyed) };
}

function chunksDeleted(step: ReleaseStep): number {
  if (step.kind === 'shrink') return step.by.deleted.length;
  if (step.kind !== 'free' || step.inode.kind !== 'regular') return 0;
  return planShrink(step.inode, 0, []).deleted.length;
}
