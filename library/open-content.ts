import type { VolumeTree } from '../src/client/tree/volume-tree.js';
import { FileError } from '../src/core/errors.js';
import { fittingBytes } from '../src/core/extent.js';
import type { Ino } from '../src/core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../src/core/limits.js';
import type { OpenMode } from './open-flags.js';

export interface ContentDeps {
  readonly tree: VolumeTree;
  readonly ino: Ino;
  readonly mode: OpenMode;
  readonly isDirectory: boolean;
}

/** The bytes of an open file, in requests that are not too large. Throws `FileError` where it was not opened for that. */
export class OpenContent {
  constructor(private readonly deps: ContentDeps) {}

  /** @returns how many bytes there were; fewer than fit only at the end of the file. */
  async fill(target: Uint8Array, fromBytes: number): Promise<number> {
    let filled = 0;
    while (filled < target.length) {
      const wanted = Math.min(IO_SIZE_BYTES_MAX, target.length - filled);
      const data = await this.readPiece(fromBytes + filled, wanted);
      target.set(data, filled);
      filled += data.length;
      if (data.length < wanted) break;
    }
    return filled;
  }

  /** Shorter than asked for only at the end of the file. */
  private async readPiece(offsetBytes: number, lengthBytes: number): Promise<Uint8Array> {
    const { tree, ino, mode, isDirectory } = this.deps;
    if (!mode.canRead) throw new FileError('EBADF');
    if (isDirectory) throw new FileError('EISDIR');
    return (await tree.ask({ kind: 'read', ino, offsetBytes, lengthBytes }, 'data')).data;
  }

  async put(data: Uint8Array, atBytes: number): Promise<number> {
    const { tree, ino, mode } = this.deps;
    if (!mode.canWrite) throw new FileError('EBADF');
    for (let written = 0; written < data.length;) {
      const piece = data.subarray(written, written + IO_SIZE_BYTES_MAX);
      const where = { offsetBytes: atBytes + written, append: mode.appends, sync: mode.isSync };
      const write = { kind: 'write', ino, ...where, loses: 'capabilities', data: piece } as const;
      // After a piece that fits in part only, what is left of it is told EFBIG.
      written += fittingBytes((await tree.ask(write, 'written')).offsetBytes, piece.length);
    }
    return data.length;
  }

  /** All from there on. */
  async rest(fromBytes: number): Promise<Buffer> {
    const pieces: Uint8Array[] = [];
    for (let offsetBytes = fromBytes; ;) {
      const piece = await this.readPiece(offsetBytes, IO_SIZE_BYTES_MAX);
      offsetBytes += piece.length;
      pieces.push(piece);
      if (piece.length < IO_SIZE_BYTES_MAX) return Buffer.concat(pieces);
    }
  }
}
