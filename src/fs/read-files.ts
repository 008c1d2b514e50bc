/** readFiles: what is in several small files, at once. */
import { chunkIndex } from '../core/ids.js';
import { IO_SIZE_BYTES_MAX, SMALL_FILE_BYTES_MAX } from '../core/limits.js';
import type { FileContent, FileReply } from '../core/operation.js';
import { openChunk, zeros } from './chunk.js';
import { decodeInode, type RegularInode } from './inode-record.js';
import { chunkKey, inodeKey } from './keys.js';
import type { OperationOf } from './operation-of.js';
import type { QueryView } from './state-view.js';

const FIRST_CHUNK = chunkIndex(0);

export async function readFiles({ inos }: OperationOf<'readFiles'>, view: QueryView): Promise<FileReply> {
  const keys = inos.map(inodeKey);
  const values = keys.length === 0 ? [] : await view.getMany(keys);
  const inodes = keys.flatMap((key, nth) => {
    const value = values[nth];
    return value === undefined ? [] : decodeInode(key, value);
  });
  const files = fitting(inodes.filter((inode) => inode.kind === 'regular'));
  return { kind: 'files', files: await contentsOf(files, view) };
}

/** The small ones, as many as one answer holds. */
function fitting(files: readonly RegularInode[]): RegularInode[] {
  let leftBytes = IO_SIZE_BYTES_MAX;
  return files.filter(({ attr: { sizeBytes } }) => {
    if (sizeBytes > Math.min(leftBytes, SMALL_FILE_BYTES_MAX)) return false;
    leftBytes -= sizeBytes;
    return true;
  });
}

async function contentsOf(files: readonly RegularInode[], view: QueryView): Promise<FileContent[]> {
  // What a truncation has cut off may still lie beyond the end of what is stored.
  const stored = files.filter(({ attr, chunksEnd }) => chunksEnd > FIRST_CHUNK && attr.sizeBytes > 0);
  const keys = stored.map(({ attr }) => chunkKey(attr.ino, FIRST_CHUNK));
  const values = keys.length === 0 ? [] : await view.getMany(keys);
  const chunks = new Map(
    keys.flatMap((key, nth) => {
      const [inode, sealed] = [stored[nth], values[nth]];
      return inode === undefined || sealed === undefined ? [] : [[inode, openChunk(key, sealed)]];
    }),
  );
  return files.map((inode) => {
    const { ino, version, sizeBytes } = inode.attr;
    return { ino, version, data: ofLength(chunks.get(inode) ?? zeros(0), sizeBytes) };
  });
}

/** The bytes that are missing at its end are zeros. */
function ofLength(stored: Uint8Array, sizeBytes: number): Uint8Array {
  if (stored.length >= sizeBytes) return stored.subarray(0, sizeBytes);
  return Buffer.concat([stored, zeros(sizeBytes - stored.length)]);
}
