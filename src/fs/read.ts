/** read: stored data with zeros where nothing is stored. */
import { splitRange, type Extent } from '../core/extent.js';
import type { FileReply } from '../core/operation.js';
import { openChunk, zeros } from './chunk.js';
import { chunkKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { loadRegular } from './state.js';
import type { QueryView } from './state-view.js';

export async function read(operation: OperationOf<'read'>, view: QueryView): Promise<FileReply> {
  const { ino, offsetBytes, lengthBytes } = operation;
  const inode = loadRegular(view, ino);
  const readableBytes = Math.max(0, inode.attr.sizeBytes - offsetBytes);
  const extents = readableBytes === 0 ? [] : splitRange(offsetBytes, Math.min(lengthBytes, readableBytes));
  const storedExtents = extents.filter(({ chunk }) => chunk < inode.chunksEnd);
  const keys = storedExtents.map(({ chunk }) => chunkKey(ino, chunk));
  const values = keys.length === 0 ? [] : await view.getMany(keys);
  const parts = extents.flatMap((extent, nth) => readExtent(extent, keys[nth], values[nth]));
  return { kind: 'data', data: joined(parts) };
}

/** Chunks end before the extents do, so the first extents and the keys go together. */
function readExtent(
  extent: Extent,
  key: Uint8Array | undefined,
  sealed: Uint8Array | undefined,
): Uint8Array[] {
  if (key === undefined || sealed === undefined) return [zeros(extent.length)];
  const data = openChunk(key, sealed).subarray(extent.offset, extent.offset + extent.length);
  return data.length === extent.length ? [data] : [data, zeros(extent.length - data.length)];
}

/** Copies only when there is something to join. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
}
