import { constants, type PathLike } from 'node:fs';
import type { VolumeContext } from './context.js';
import { NameCalls } from './name-calls.js';
import { VolumeFileHandle } from './file-handle.js';
import { FileError } from '../src/core/errors.js';
import type { Ino } from '../src/core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../src/core/limits.js';
import { told } from './node-error.js';
import { Opener } from './open-file.js';
import { attrAt } from './place.js';
import { realPath } from './real-path.js';
import {
  readStream,
  writeStream,
  type StreamOptions,
  type VolumeReadStream,
  type VolumeWriteStream,
} from './streams.js';
import { encodingOf, pathOf, type Data } from './values.js';
import { changesOf, type VolumeChange } from './watch.js';

export interface FileOptions {
  readonly encoding?: BufferEncoding | null;
  /** As `fs.open` has them: "r", "w", "a+", … */
  readonly flag?: string | number;
  readonly mode?: string | number;
  readonly signal?: AbortSignal;
}

export interface FileStreamOptions extends StreamOptions {
  readonly flags?: string | number;
  readonly mode?: string | number;
}

type Options = FileOptions | BufferEncoding | null | undefined;
type Source = Data | Iterable<Data> | AsyncIterable<Data>;

/**
 * A volume, in the shape of `node:fs/promises`. Paths begin at the volume's root. Many calls at once go out together.
 * What it says is as fresh as the volume itself, and what it acknowledges is on every in-sync brick.
 */
export class Volume extends NameCalls {
  readonly constants = constants;
  private readonly opener: Opener;

  /** @internal */
  constructor(context: VolumeContext) {
    super(context);
    this.opener = new Opener(context);
  }

  open(path: PathLike, flags: string | number = 'r', mode?: string | number): Promise<VolumeFileHandle> {
    return this.opener.open(path, flags, mode);
  }

  readFile(
    path: PathLike | VolumeFileHandle,
    options?: (FileOptions & { encoding?: null }) | null,
  ): Promise<Buffer>;
  readFile(
    path: PathLike | VolumeFileHandle,
    options: (FileOptions & { encoding: BufferEncoding }) | BufferEncoding,
  ): Promise<string>;
  readFile(path: PathLike | VolumeFileHandle, options?: Options): Promise<string | Buffer>;
  readFile(path: PathLike | VolumeFileHandle, options?: Options): Promise<string | Buffer> {
    return this.with(path, 'r', options, (handle) => handle.readFile(encodingOf(options)));
  }

  writeFile(path: PathLike | VolumeFileHandle, data: Source, options?: Options): Promise<void> {
    return this.with(path, 'w', options, (handle) => handle.writeFile(data, encodingOf(options)));
  }

  appendFile(path: PathLike | VolumeFileHandle, data: Source, options?: Options): Promise<void> {
    return this.with(path, 'a', options, (handle) => handle.appendFile(data, encodingOf(options)));
  }

  truncate(path: PathLike, lengthBytes = 0): Promise<void> {
    return this.with(path, 'r+', undefined, (handle) => handle.truncate(lengthBytes));
  }

  realpath(path: PathLike): Promise<string> {
    const where = pathOf(path);
    return told({ syscall: 'realpath', path: where }, () => realPath(this.context.tree, where));
  }

  /** Within the volume: the data does not come here and go back. @param mode COPYFILE_EXCL */
  copyFile(from: PathLike, to: PathLike, mode = 0): Promise<void> {
    const [path, dest] = [pathOf(from), pathOf(to)];
    return told({ syscall: 'copyfile', path, dest }, async () => {
      const { tree } = this.context;
      const source = await attrAt(tree, path, 'follow');
      if (source.type !== 'regular') throw new FileError('EINVAL');
      const flags = (mode & constants.COPYFILE_EXCL) === 0 ? 'w' : 'wx';
      const target = await this.reopened(dest, flags, source.mode);
      try {
        await this.copyAll(source.ino, target);
      } finally {
        await target.close();
      }
    });
  }

  createReadStream(path: PathLike, options: FileStreamOptions | BufferEncoding = {}): VolumeReadStream {
    const all: FileStreamOptions = typeof options === 'string' ? { encoding: options } : options;
    return readStream(() => this.open(path, all.flags ?? 'r', all.mode), pathOf(path), all);
  }

  createWriteStream(path: PathLike, options: FileStreamOptions | BufferEncoding = {}): VolumeWriteStream {
    const all: FileStreamOptions = typeof options === 'string' ? { encoding: options } : options;
    return writeStream(() => this.open(path, all.flags ?? 'w', all.mode), pathOf(path), all);
  }

  /**
   * What changes in a directory, or of a file, whoever changes it, from the first `next()` on. What has changed several
   * times between two looks is told once. With `recursive`, names are paths from the directory.
   * @throws {AbortError} when the signal fires.
   * @throws {Error} with `code` ENOSPC when there is more below the directory than can be watched.
   */
  async *watch(
    path: PathLike,
    options: { readonly signal?: AbortSignal; readonly recursive?: boolean } = {},
  ): AsyncGenerator<VolumeChange> {
    const where = pathOf(path);
    const { tree, bell, leasedAttr, clock } = this.context;
    const attr = await told({ syscall: 'watch', path: where }, () => attrAt(tree, where, 'follow'));
    const isRecursive = options.recursive === true;
    const watched = { ino: attr.ino, path: where, isDirectory: attr.type === 'directory', isRecursive };
    yield* changesOf({ tree, bell, leasedAttr, clock, signal: options.signal }, watched);
  }

  /** Ends the session. Calls under way finish first; open files are closed. */
  async close(): Promise<void> {
    this.context.open.stop();
    await this.context.volume.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private async with<T>(
    path: PathLike | VolumeFileHandle,
    flags: string,
    options: Options,
    work: (handle: VolumeFileHandle) => Promise<T>,
  ): Promise<T> {
    if (path instanceof VolumeFileHandle) return work(path);
    const { flag = flags, mode, signal }: FileOptions = typeof options === 'object' ? (options ?? {}) : {};
    signal?.throwIfAborted();
    const handle = await this.open(path, flag, mode);
    try {
      return await work(handle);
    } finally {
      await handle.close();
    }
  }

  /** A refusal to open it is the copy's. */
  private async reopened(path: string, flags: string, mode: number): Promise<VolumeFileHandle> {
    try {
      return await this.open(path, flags, mode);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code?.startsWith('E') === true ? new FileError(code as never) : error;
    }
  }

  private async copyAll(from: Ino, to: VolumeFileHandle): Promise<void> {
    for (let offsetBytes = 0; ;) {
      const { lengthBytes } = await this.context.tree.ask(
        {
          ...{ kind: 'copy', ino: from, offsetBytes, lengthBytes: IO_SIZE_BYTES_MAX },
          ...{ target: to.ino, targetOffsetBytes: offsetBytes, loses: 'capabilities' },
        },
        'copied',
      );
      if (lengthBytes === 0) return;
      offsetBytes += lengthBytes;
    }
  }
}
