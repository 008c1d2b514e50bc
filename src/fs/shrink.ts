/**
 * Shrinking a regular file, from its end, in steps small enough for one change.
 *
 * `storedBytes` stays exact, so the length of every chunk taken away must be known. It follows from
 * the size where the file has no holes; else the step looks at the chunks.
 */
import { assert } from '../core/assert.js';
import { chunkCount } from '../core/extent.js';
import { chunkIndex, type Ino } from '../core/ids.js';
import { CHUNK_SIZE_BYTES, MIB, TRUNCATE_CHUNKS_PER_STEP_MAX } from '../core/limits.js';
import { dataLength, openChunk, sealChunk } from './chunk.js';
import type { Draft } from './draft.js';
import type { RegularInode } from './inode-record.js';
import { chunkKey } from './keys.js';

/** Most chunk data that one step brings into memory. */
const SHRINK_LOOK_BYTES_MAX = 32 * MIB;

export interface ShrinkStep {
  /** Size of the file after this step; above what was asked for when more steps must follow. */
  readonly sizeBytes: number;
  /** Chunks to delete: `deleteFrom` <= index < `deleteTo`. */
  readonly deleteFrom: number;
  readonly deleteTo: number;
  /** Whether the step must look at the chunks it deletes. */
  readonly looks: boolean;
  /** The chunk in which the new end of the file lies, where it may hold data past it. */
  readonly cut: number | undefined;
}

/** Every byte up to the size is stored: no chunk is missing or short. */
export const isDense = ({ attr }: RegularInode): boolean => attr.storedBytes === attr.sizeBytes;

/** Where chunks end for certain. */
const chunksEnd = (inode: RegularInode): number => (inode.attr.storedBytes === 0 ? 0 : inode.chunksEnd);

/** Plans the next step towards `targetBytes`, which is at most the present size. Deletes at most `chunksMax` chunks. */
export function planShrink(
  inode: RegularInode,
  targetBytes: number,
  chunksMax = TRUNCATE_CHUNKS_PER_STEP_MAX,
): ShrinkStep {
  assert(chunksMax > 0 && targetBytes <= inode.attr.sizeBytes);
  const end = chunksEnd(inode);
  const kept = chunkCount(targetBytes);
  const deleteTo = Math.max(end, kept);
  const looks = !isDense(inode) && (kept > 0 || end > chunksMax);
  const deleteFrom = Math.max(kept, deleteTo - (looks ? Math.min(chunksMax, lookMax(inode)) : chunksMax));
  if (deleteFrom > kept) {
    return { sizeBytes: deleteFrom * CHUNK_SIZE_BYTES, deleteFrom, deleteTo, looks, cut: undefined };
  }
  const hasCut = targetBytes % CHUNK_SIZE_BYTES !== 0 && kept <= end;
  return { sizeBytes: targetBytes, deleteFrom, deleteTo, looks, cut: hasCut ? kept - 1 : undefined };
}

/** With little data in all, a step may look far: most of what it looks for is not there. */
const lookMax = ({ attr }: RegularInode): number =>
  attr.storedBytes <= SHRINK_LOOK_BYTES_MAX ? Infinity : SHRINK_LOOK_BYTES_MAX / CHUNK_SIZE_BYTES;

/** Keys of the chunks that `shrink` will look at. */
export function shrinkLooksAt({ attr }: RegularInode, step: ShrinkStep): Uint8Array[] {
  const keys = step.looks ? deletedKeys(attr.ino, step) : [];
  if (step.cut !== undefined) keys.push(chunkKey(attr.ino, chunkIndex(step.cut)));
  return keys;
}

const deletedKeys = (ino: Ino, step: ShrinkStep): Uint8Array[] =>
  Array.from({ length: step.deleteTo - step.deleteFrom }, (_, nth) =>
    chunkKey(ino, chunkIndex(step.deleteFrom + nth)),
  );

/** Takes one planned step. @returns the smaller inode, not saved yet. */
export function shrink(draft: Draft, inode: RegularInode, step: ShrinkStep): RegularInode {
  const { attr } = inode;
  const freedBytes = deleteChunks(draft, inode, step) + cutChunk(draft, inode, step);
  // A step that does not look leaves a dense file or an empty one: all of its size is stored.
  const storedBytes = step.looks ? attr.storedBytes - freedBytes : step.sizeBytes;
  return {
    ...inode,
    attr: { ...attr, sizeBytes: step.sizeBytes, storedBytes },
    chunksEnd: Math.min(chunksEnd(inode), chunkCount(step.sizeBytes)),
  };
}

function deleteChunks(draft: Draft, { attr }: RegularInode, step: ShrinkStep): number {
  let freedBytes = 0;
  for (const key of deletedKeys(attr.ino, step)) {
    const sealed = step.looks ? draft.get(key) : undefined;
    if (step.looks && sealed === undefined) continue; // A hole.
    draft.remove(key);
    freedBytes += sealed === undefined ? 0 : dataLength(sealed);
  }
  return freedBytes;
}

function cutChunk(draft: Draft, { attr }: RegularInode, step: ShrinkStep): number {
  if (step.cut === undefined) return 0;
  const key = chunkKey(attr.ino, chunkIndex(step.cut));
  const sealed = draft.get(key);
  const keptBytes = step.sizeBytes % CHUNK_SIZE_BYTES;
  if (sealed === undefined || dataLength(sealed) <= keptBytes) return 0;
  const data = openChunk(key, sealed);
  draft.put(key, sealChunk(key, [data.subarray(0, keptBytes)]));
  return data.length - keptBytes;
}
