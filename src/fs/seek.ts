/** lseek(2) with SEEK_DATA and SEEK_HOLE: what is stored is data, what is not is a hole, and so is what lies behind the end. */
import { FileError } from '../core/errors.js';
import { chunkIndex } from '../core/ids.js';
import { CHUNK_SIZE_BYTES } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { dataLength } from './chunk.js';
import type { RegularInode } from './inode-record.js';
import { chunkIndexOf, chunkKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import { isDense } from './shrink.js';
import { loadRegular } from './state.js';
import type { QueryView } from './state-view.js';

type Seek = OperationOf<'seek'>;

/** Chunks that are brought into memory at a time. */
const CHUNKS_PER_LOOK = 32;

/** @throws {FileError} ENXIO behind the end, or where only a hole follows. */
export async function seek(operation: Seek, view: QueryView): Promise<FileReply> {
  const inode = loadRegular(view, operation.ino);
  const { sizeBytes } = inode.attr;
  if (operation.offsetBytes < 0 || operation.offsetBytes >= sizeBytes)
    throw new FileError('ENXIO', 'behind the end');
  if (operation.wanted === 'data')
    return { kind: 'offset', offsetBytes: await seekData(inode, operation, view) };
  const hole = isDense(inode) ? sizeBytes : await seekHole(inode, operation, view);
  return { kind: 'offset', offsetBytes: Math.min(hole, sizeBytes) };
}

async function seekData(inode: RegularInode, { offsetBytes }: Seek, view: QueryView): Promise<number> {
  for await (const stored of storedFrom(inode, offsetBytes, view)) {
    if (stored.toBytes > offsetBytes) return Math.max(offsetBytes, stored.fromBytes);
  }
  throw new FileError('ENXIO', 'only a hole follows');
}

async function seekHole(inode: RegularInode, { offsetBytes }: Seek, view: QueryView): Promise<number> {
  let at = offsetBytes;
  for await (const stored of storedFrom(inode, offsetBytes, view)) {
    if (stored.fromBytes > at) return at;
    at = Math.max(at, stored.toBytes);
  }
  return at;
}

/** The stored ranges, chunk by chunk, from the one that `offsetBytes` lies in. */
async function* storedFrom({ attr, chunksEnd }: RegularInode, offsetBytes: number, view: QueryView) {
  const to = chunkKey(attr.ino, chunkIndex(chunksEnd));
  let next = Math.floor(offsetBytes / CHUNK_SIZE_BYTES);
  while (next < chunksEnd) {
    const chunks = await view.scan(chunkKey(attr.ino, chunkIndex(next)), to, CHUNKS_PER_LOOK);
    for (const { key, value } of chunks) {
      next = chunkIndexOf(key) + 1;
      const fromBytes = (next - 1) * CHUNK_SIZE_BYTES;
      yield { fromBytes, toBytes: fromBytes + dataLength(value) };
    }
    if (chunks.length < CHUNKS_PER_LOOK) return;
  }
}
