/** write: data into chunks, with `storedBytes` kept exact. */
import { FileError } from '../core/errors.js';
import { fittingBytes, splitRange, type Extent } from '../core/extent.js';
import { CHUNK_SIZE_BYTES } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { dataLength, openChunk, overlay, sealChunk } from './chunk.js';
import type { Draft } from './draft.js';
import type { RegularInode } from './inode-record.js';
import { chunkKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { dropPrivileges } from './privileges.js';
import { isDense } from './shrink.js';
import { findInode, loadRegular } from './state.js';
import type { StateView } from './state-view.js';

type Write = OperationOf<'write'>;

const NO_DATA = new Uint8Array();

/** Keys of the stored chunks that a write will look at. */
export function chunksToWrite(view: StateView, operation: Write): Uint8Array[] {
  const inode = findInode(view, operation.ino);
  if (inode?.kind !== 'regular' || lengthOf(inode, operation) === 0) return [];
  return extentsOf(inode, operation)
    .filter((extent) => mustLook(inode, extent))
    .map((extent) => chunkKey(operation.ino, extent.chunk));
}

/** Of data that crosses the largest file's end, the part that fits is written: see `fittingBytes`. */
export function write(draft: Draft, operation: Write): FileReply {
  const inode = loadRegular(draft, operation.ino);
  const offsetBytes = startOf(inode, operation);
  const { length } = operation.data;
  if (length === 0) return { kind: 'written', attr: inode.attr, offsetBytes };
  if (offsetBytes < 0) throw new FileError('EINVAL', `offset ${offsetBytes}`);
  if (lengthOf(inode, operation) === 0) throw new FileError('EFBIG', `${length} bytes at ${offsetBytes}`);
  const lost = dropPrivileges(draft, inode, operation.loses);
  const saved = draft.saveInode(store(draft, inode, operation), { mtime: draft.now, ...lost });
  return { kind: 'written', attr: saved.attr, offsetBytes };
}

const startOf = ({ attr }: RegularInode, { append, offsetBytes }: Write): number =>
  append ? attr.sizeBytes : offsetBytes;

/** How many bytes will be written; none from before the start of the file. */
function lengthOf(inode: RegularInode, operation: Write): number {
  const start = startOf(inode, operation);
  return start < 0 ? 0 : fittingBytes(start, operation.data.length);
}

const extentsOf = (inode: RegularInode, operation: Write): Extent[] =>
  splitRange(startOf(inode, operation), lengthOf(inode, operation));

/** Puts the data into chunks. @returns the inode with its new sizes, not saved yet. */
function store(draft: Draft, inode: RegularInode, operation: Write): RegularInode {
  let { sizeBytes, storedBytes } = inode.attr;
  let { chunksEnd } = inode;
  let taken = 0;
  for (const extent of extentsOf(inode, operation)) {
    const data = operation.data.subarray(taken, taken + extent.length);
    storedBytes += storeExtent(draft, inode, extent, data);
    sizeBytes = Math.max(sizeBytes, extent.chunk * CHUNK_SIZE_BYTES + extent.offset + extent.length);
    chunksEnd = Math.max(chunksEnd, extent.chunk + 1);
    taken += extent.length;
  }
  return { ...inode, attr: { ...inode.attr, sizeBytes, storedBytes }, chunksEnd };
}

/** @returns by how many bytes the chunk has grown. */
function storeExtent(draft: Draft, inode: RegularInode, extent: Extent, data: Uint8Array): number {
  const key = chunkKey(inode.attr.ino, extent.chunk);
  const sealed = mustLook(inode, extent) ? draft.get(key) : undefined;
  const oldLength = knownLength(inode, extent) ?? (sealed === undefined ? 0 : dataLength(sealed));
  // Overwriting all of a chunk must work even when its old data is damaged.
  const isCovered = sealed === undefined || covers(extent, oldLength);
  const old = isCovered ? NO_DATA : openChunk(key, sealed);
  draft.put(key, sealChunk(key, overlay(old, extent.offset, data)));
  return Math.max(oldLength, extent.offset + extent.length) - oldLength;
}

/** Whether the old data, or its mere length, makes a difference to what is stored. */
function mustLook(inode: RegularInode, extent: Extent): boolean {
  const oldLength = knownLength(inode, extent);
  return oldLength === undefined || (oldLength > 0 && !covers(extent, oldLength));
}

/** How long the stored chunk is, where that can be told without looking. */
function knownLength(inode: RegularInode, { chunk }: Extent): number | undefined {
  if (chunk >= inode.chunksEnd) return 0;
  if (!isDense(inode)) return undefined;
  return Math.min(CHUNK_SIZE_BYTES, inode.attr.sizeBytes - chunk * CHUNK_SIZE_BYTES);
}

const covers = (extent: Extent, oldLength: number): boolean =>
  extent.offset === 0 && extent.length >= oldLength;
