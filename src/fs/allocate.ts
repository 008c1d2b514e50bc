/**
 * fallocate(2). Nothing is set aside: space that is asked for is a hole until it is written, and a hole that is
 * punched is chunks taken away. Linux's zero range is a hole here too: it reads the same.
 */
import { FileError } from '../core/errors.js';
import { chunkCount } from '../core/extent.js';
import { chunkIndex } from '../core/ids.js';
import { CHUNK_SIZE_BYTES, FILE_SIZE_BYTES_MAX } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { dataLength, openChunk, overlay, sealChunk, zeros } from './chunk.js';
import type { Draft } from './draft.js';
import type { RegularInode } from './inode-record.js';
import { chunkIndexOf, chunkKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { dropPrivileges } from './privileges.js';
import { findInode, loadRegular } from './state.js';
import type { ChunkSurvey, StateView } from './state-view.js';

type Allocate = OperationOf<'allocate'>;

/** Chunks that one change may punch, 32 MiB of data at most; each may have to be looked at. */
const CHUNKS_PER_STEP_MAX = 1_024;

/** The stored chunks that the next step has to do with, and one more to tell that it is not the last. */
export function chunksToPunch(view: StateView, operation: Allocate): ChunkSurvey | undefined {
  const inode = findInode(view, operation.ino);
  if (inode?.kind !== 'regular' || !takesAway(operation) || !isInBounds(operation)) return undefined;
  const end = Math.min(chunkCount(endOf(operation)), inode.chunksEnd);
  const begin = Math.floor(operation.offsetBytes / CHUNK_SIZE_BYTES);
  if (begin >= end) return undefined;
  const { ino } = operation;
  return {
    from: chunkKey(ino, chunkIndex(begin)),
    to: chunkKey(ino, chunkIndex(end)),
    chunksMax: CHUNKS_PER_STEP_MAX + 1,
    order: 'ascending',
  };
}

export function allocate(draft: Draft, operation: Allocate): FileReply {
  const inode = loadRegular(draft, operation.ino);
  if (operation.offsetBytes < 0 || operation.lengthBytes <= 0) throw new FileError('EINVAL', 'empty range');
  if (!isInBounds(operation)) throw new FileError('EFBIG', `range ends at ${endOf(operation)}`);
  const { surveyed } = draft.context;
  draft.unfinished = surveyed.length > CHUNKS_PER_STEP_MAX;
  const punched = surveyed
    .slice(0, CHUNKS_PER_STEP_MAX)
    .reduce((freed, key) => freed + punch(draft, key, operation), 0);
  return { kind: 'attr', attr: save(draft, inode, operation, punched) };
}

function save(draft: Draft, inode: RegularInode, operation: Allocate, punchedBytes: number) {
  const { sizeBytes, storedBytes } = inode.attr;
  const resized = keepsSize(operation) ? sizeBytes : Math.max(sizeBytes, endOf(operation));
  const lost = dropPrivileges(draft, inode, operation.loses);
  const change = { storedBytes: storedBytes - punchedBytes, sizeBytes: resized, mtime: draft.now };
  return draft.saveInode(inode, { ...change, ...lost }).attr;
}

/** Takes the range's share of one chunk away. @returns by how many bytes the chunk has shrunk. */
function punch(draft: Draft, key: Uint8Array, operation: Allocate): number {
  const sealed = draft.get(key);
  if (sealed === undefined) return 0;
  const chunkStart = chunkIndexOf(key) * CHUNK_SIZE_BYTES;
  const from = Math.max(0, operation.offsetBytes - chunkStart);
  const to = Math.min(CHUNK_SIZE_BYTES, endOf(operation) - chunkStart);
  const length = dataLength(sealed);
  if (from >= length) return 0;
  if (from === 0 && to >= length) {
    draft.remove(key);
    return length;
  }
  const data = openChunk(key, sealed);
  const isCut = to >= length;
  draft.put(key, sealChunk(key, isCut ? [data.subarray(0, from)] : overlay(data, from, zeros(to - from))));
  return isCut ? length - from : 0;
}

const endOf = ({ offsetBytes, lengthBytes }: Allocate): number => offsetBytes + lengthBytes;

const isInBounds = (operation: Allocate): boolean => endOf(operation) <= FILE_SIZE_BYTES_MAX;

const takesAway = ({ mode }: Allocate): boolean =>
  mode === 'punch' || mode === 'zero' || mode === 'zeroKeepSize';

const keepsSize = ({ mode }: Allocate): boolean =>
  mode === 'punch' || mode === 'zeroKeepSize' || mode === 'allocateKeepSize';
