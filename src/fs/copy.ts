/** copy: a piece of one file written into another (or the same), without leaving the volume. */
import { fittingBytes, splitRange, type Extent } from '../core/extent.js';
import { IO_SIZE_BYTES_MAX } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { openChunk, zeros } from './chunk.js';
import type { Draft } from './draft.js';
import type { RegularInode } from './inode-record.js';
import { chunkKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { findInode, loadRegular } from './state.js';
import type { StateView } from './state-view.js';
import { chunksToWrite, write } from './write.js';

type Copy = OperationOf<'copy'>;

/** Keys of the source's chunks, and of those of the target's that are overwritten in part. */
export function chunksToCopy(view: StateView, operation: Copy): Uint8Array[] {
  const source = findInode(view, operation.ino);
  if (source?.kind !== 'regular') return [];
  const read = extentsToCopy(source, operation)
    .filter(({ chunk }) => chunk < source.chunksEnd)
    .map(({ chunk }) => chunkKey(operation.ino, chunk));
  const written = chunksToWrite(view, writeOf(operation, new Uint8Array(copiedBytes(source, operation))));
  return [...read, ...written];
}

export function copy(draft: Draft, operation: Copy): FileReply {
  const source = loadRegular(draft, operation.ino);
  const target = loadRegular(draft, operation.target);
  const parts = extentsToCopy(source, operation).map((extent) => dataOf(draft, source, extent));
  const data = Buffer.concat(parts);
  if (data.length === 0) return { kind: 'copied', attr: target.attr, lengthBytes: 0 };
  write(draft, writeOf(operation, data));
  const { attr } = loadRegular(draft, operation.target);
  return { kind: 'copied', attr, lengthBytes: fittingBytes(operation.targetOffsetBytes, data.length) };
}

/** Nothing is copied from behind the source's end. */
const copiedBytes = ({ attr }: RegularInode, { offsetBytes, lengthBytes }: Copy): number =>
  Math.max(0, Math.min(lengthBytes, IO_SIZE_BYTES_MAX, attr.sizeBytes - offsetBytes));

function extentsToCopy(source: RegularInode, operation: Copy): Extent[] {
  const bytes = copiedBytes(source, operation);
  return bytes === 0 ? [] : splitRange(operation.offsetBytes, bytes);
}

const writeOf = ({ target, targetOffsetBytes, loses }: Copy, data: Uint8Array): OperationOf<'write'> => ({
  kind: 'write',
  ino: target,
  offsetBytes: targetOffsetBytes,
  append: false,
  sync: false,
  ...(loses !== undefined && { loses }),
  data,
});

function dataOf(draft: Draft, source: RegularInode, { chunk, offset, length }: Extent): Uint8Array {
  const key = chunkKey(source.attr.ino, chunk);
  const sealed = chunk < source.chunksEnd ? draft.get(key) : undefined;
  if (sealed === undefined) return zeros(length);
  const data = openChunk(key, sealed).subarray(offset, offset + length);
  return data.length === length ? data : Buffer.concat([data, zeros(length - data.length)]);
}
