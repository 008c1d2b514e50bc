/**
 * Shrinking a regular file, from its end, in steps small enough for one change.
 *
 * `storedBytes` stays exact, so the length of every chunk taken away must be known. It follows from
 * the size where the file has no holes; else a survey tells which chunks there are, and the step looks at them.
 */
import { assert } from '../core/assert.js';
import { chunkCount } from '../core/extent.js';
import { chunkIndex } from '../core/ids.js';
import { CHUNK_SIZE_BYTES, TRUNCATE_CHUNKS_PER_STEP_MAX } from '../core/limits.js';
import { dataLength, openChunk, sealChunk } from './chunk.js';
import type { Draft } from './draft.js';
import type { RegularInode } from './inode-record.js';
import { chunkIndexOf, chunkKey } from './keys.js';
import type { ChunkSurvey } from './state-view.js';

/** Chunks that one step looks at: 32 MiB of data at most. */
const LOOKED_AT_PER_STEP_MAX = 1_024;

export interface ShrinkStep {
  /** Size of the file after this step; above what was asked for when more steps must follow. */
  readonly sizeBytes: number;
  /** Keys of the chunks to delete. */
  readonly deleted: readonly Uint8Array[];
  /** Whether the step must look at the chunks it deletes. */
  readonly looks: boolean;
  /** The chunk in which the new end of the file lies, where it may hold data past it. */
  readonly cut: Uint8Array | undefined;
}

/** Every byte up to the size is stored: no chunk is missing or short. */
export const isDense = ({ attr }: RegularInode): boolean => attr.storedBytes === attr.sizeBytes;

/** Where chunks end for certain. */
const chunksEnd = (inode: RegularInode): number => (inode.attr.storedBytes === 0 ? 0 : inode.chunksEnd);

/** Whether one step, without a look, takes everything away. */
export const isGoneAtOnce = (inode: RegularInode): boolean =>
  chunksEnd(inode) <= TRUNCATE_CHUNKS_PER_STEP_MAX;

function looks(inode: RegularInode, targetBytes: number): boolean {
  const kept = chunkCount(targetBytes);
  return !isDense(inode) && kept < chunksEnd(inode) && (kept > 0 || !isGoneAtOnce(inode));
}

/** The last chunks that the next step towards `targetBytes` deletes, and one more to tell that it is not the last step. */
export function chunksToShrink(inode: RegularInode, targetBytes: number): ChunkSurvey | undefined {
  if (!looks(inode, targetBytes)) return undefined;
  const { ino } = inode.attr;
  return {
    from: chunkKey(ino, chunkIndex(chunkCount(targetBytes))),
    to: chunkKey(ino, chunkIndex(chunksEnd(inode))),
    chunksMax: LOOKED_AT_PER_STEP_MAX + 1,
    order: 'descending',
  };
}

/**
 * Plans the next step towards `targetBytes`, which is at most the present size.
 * @param surveyed what `chunksToShrink` asked for.
 */
export function planShrink(
  inode: RegularInode,
  targetBytes: number,
  surveyed: readonly Uint8Array[],
): ShrinkStep {
  assert(targetBytes <= inode.attr.sizeBytes);
  const mustLook = looks(inode, targetBytes);
  const found = mustLook ? surveyed : lastChunks(inode, targetBytes);
  const deleted = found.slice(0, mustLook ? LOOKED_AT_PER_STEP_MAX : TRUNCATE_CHUNKS_PER_STEP_MAX);
  const last = deleted.at(-1);
  if (deleted.length < found.length && last !== undefined) {
    return { sizeBytes: chunkIndexOf(last) * CHUNK_SIZE_BYTES, deleted, looks: mustLook, cut: undefined };
  }
  return { sizeBytes: targetBytes, deleted, looks: mustLook, cut: chunkToCut(inode, targetBytes) };
}

/** From the end: as many as one step may delete, and one more if there are more. */
function lastChunks(inode: RegularInode, targetBytes: number): Uint8Array[] {
  const end = chunksEnd(inode);
  const count = Math.min(end - chunkCount(targetBytes), TRUNCATE_CHUNKS_PER_STEP_MAX + 1);
  return Array.from({ length: Math.max(0, count) }, (_, nth) =>
    chunkKey(inode.attr.ino, chunkIndex(end - 1 - nth)),
  );
}

function chunkToCut(inode: RegularInode, targetBytes: number): Uint8Array | undefined {
  const kept = chunkCount(targetBytes);
  const isCut = targetBytes % CHUNK_SIZE_BYTES !== 0 && kept <= chunksEnd(inode);
  return isCut ? chunkKey(inode.attr.ino, chunkIndex(kept - 1)) : undefined;
}

/** Keys of the chunks that `shrink` will look at. */
export const shrinkLooksAt = ({ looks, deleted, cut }: ShrinkStep): Uint8Array[] => [
  ...(looks ? deleted : []),
  ...(cut === undefined ? [] : [cut]),
];

/** Takes one planned step. @returns the smaller inode, not saved yet. */
export function shrink(draft: Draft, inode: RegularInode, step: ShrinkStep): RegularInode {
  const { attr } = inode;
  const freedBytes = deleteChunks(draft, step) + cutChunk(draft, step);
  const isAllStored = isDense(inode) || step.sizeBytes === 0;
  const storedBytes = isAllStored ? step.sizeBytes : attr.storedBytes - freedBytes;
  return {
    ...inode,
    attr: { ...attr, sizeBytes: step.sizeBytes, storedBytes },
    chunksEnd: Math.min(chunksEnd(inode), chunkCount(step.sizeBytes)),
  };
}

function deleteChunks(draft: Draft, step: ShrinkStep): number {
  let freedBytes = 0;
  for (const key of step.deleted) {
    const sealed = step.looks ? draft.get(key) : undefined;
    draft.remove(key);
    freedBytes += sealed === undefined ? 0 : dataLength(sealed);
  }
  return freedBytes;
}

function cutChunk(draft: Draft, { cut, sizeBytes }: ShrinkStep): number {
  if (cut === undefined) return 0;
  const sealed = draft.get(cut);
  const keptBytes = sizeBytes % CHUNK_SIZE_BYTES;
  if (sealed === undefined || dataLength(sealed) <= keptBytes) return 0;
  const data = openChunk(cut, sealed);
  draft.put(cut, sealChunk(cut, [data.subarray(0, keptBytes)]));
  return data.length - keptBytes;
}
