import type { BigIntStats } from 'node:fs';
import { FileError } from '../src/core/errors.js';
import type { Ino } from '../src/core/ids.js';
import type { AttrChange } from '../src/core/operation.js';
import { told } from './node-error.js';
import { OpenContent, type ContentDeps } from './open-content.js';
import { bigIntStatsOf, statsOf, type VolumeStats } from './stats.js';
import {
  readStream,
  writeStream,
  type StreamOptions,
  type VolumeReadStream,
  type VolumeWriteStream,
} from './streams.js';
import { bytesOf, encodingOf, modeNumber, piecesOf, timeOf, type Data, type Encoded } from './values.js';

export interface HandleDeps extends ContentDeps {
  readonly fd: number;
  readonly onClose: () => void;
}

export interface ReadOptions {
  readonly buffer?: NodeJS.ArrayBufferView;
  readonly offset?: number | null;
  readonly length?: number | null;
  readonly position?: number | null;
}

const READ_BUFFER_BYTES = 16 * 1024;

/**
 * An open file, in the shape of `fs.promises.FileHandle`. It stays readable when its last name is removed, and has to be
 * closed.
 */
export class VolumeFileHandle {
  readonly fd: number;
  /** @internal */
  readonly ino: Ino;
  private readonly content: OpenContent;
  private positionBytes = 0;
  private isOpen = true;

  /** @internal */
  constructor(private readonly deps: HandleDeps) {
    this.fd = deps.fd;
    this.ino = deps.ino;
    this.content = new OpenContent(deps);
  }

  read<T extends NodeJS.ArrayBufferView>(
    buffer: T,
    offset?: number | null,
    length?: number | null,
    position?: number | null,
  ): Promise<{ bytesRead: number; buffer: T }>;
  read(options?: ReadOptions): Promise<{ bytesRead: number; buffer: NodeJS.ArrayBufferView }>;
  async read(
    first: NodeJS.ArrayBufferView | ReadOptions = {},
    offset?: number | null,
    length?: number | null,
    position?: number | null,
  ): Promise<{ bytesRead: number; buffer: NodeJS.ArrayBufferView }> {
    const asked = ArrayBuffer.isView(first) ? { buffer: first, offset, length, position } : first;
    const { buffer = Buffer.alloc(READ_BUFFER_BYTES) } = asked;
    const target = bytesOf(buffer);
    const start = asked.offset ?? 0;
    const wanted = asked.length ?? target.length - start;
    const from = asked.position ?? this.positionBytes;
    const bytesRead = await this.call('read', () =>
      this.content.fill(target.subarray(start, start + wanted), from),
    );
    if (asked.position == null) this.positionBytes += bytesRead;
    return { bytesRead, buffer };
  }

  async readv(
    buffers: readonly NodeJS.ArrayBufferView[],
    position?: number | null,
  ): Promise<{ bytesRead: number; buffers: readonly NodeJS.ArrayBufferView[] }> {
    let bytesRead = 0;
    for (const buffer of buffers) {
      const at = position == null ? null : position + bytesRead;
      const part = await this.read(buffer, 0, buffer.byteLength, at);
      bytesRead += part.bytesRead;
      if (part.bytesRead < buffer.byteLength) break;
    }
    return { bytesRead, buffers };
  }

  write<T extends NodeJS.ArrayBufferView>(
    data: T,
    offset?: number | null,
    length?: number | null,
    position?: number | null,
  ): Promise<{ bytesWritten: number; buffer: T }>;
  write(
    data: string,
    position?: number | null,
    encoding?: BufferEncoding | null,
  ): Promise<{ bytesWritten: number; buffer: string }>;
  async write(
    data: Data,
    second?: number | null,
    third?: number | BufferEncoding | null,
    fourth?: number | null,
  ): Promise<{ bytesWritten: number; buffer: Data }> {
    const isText = typeof data === 'string';
    const bytes = bytesOf(data, typeof third === 'string' ? third : 'utf8');
    const start = isText ? 0 : (second ?? 0);
    const length = typeof third === 'number' ? third : bytes.length - start;
    const position = isText ? second : fourth;
    const piece = bytes.subarray(start, start + length);
    const bytesWritten = await this.call('write', () =>
      this.content.put(piece, position ?? this.positionBytes),
    );
    if (position == null) this.positionBytes += bytesWritten;
    return { bytesWritten, buffer: data };
  }

  async writev(
    buffers: readonly NodeJS.ArrayBufferView[],
    position?: number | null,
  ): Promise<{ bytesWritten: number; buffers: readonly NodeJS.ArrayBufferView[] }> {
    const all = Buffer.concat(buffers.map((buffer) => bytesOf(buffer)));
    const { bytesWritten } = await this.write(all, 0, all.length, position);
    return { bytesWritten, buffers };
  }

  readFile(options?: { encoding?: null } | null): Promise<Buffer>;
  readFile(options: { encoding: BufferEncoding } | BufferEncoding): Promise<string>;
  readFile(options?: Encoded): Promise<string | Buffer>;
  async readFile(options?: Encoded): Promise<string | Buffer> {
    const encoding = encodingOf(options);
    const all = await this.call('read', () => this.content.rest(this.positionBytes));
    this.positionBytes += all.length;
    return encoding === undefined ? all : all.toString(encoding);
  }

  async writeFile(data: Data | Iterable<Data> | AsyncIterable<Data>, options?: Encoded): Promise<void> {
    for await (const piece of piecesOf(data, encodingOf(options))) await this.write(piece);
  }

  appendFile(data: Data | Iterable<Data> | AsyncIterable<Data>, options?: Encoded): Promise<void> {
    return this.writeFile(data, options);
  }

  stat(options?: { bigint?: false }): Promise<VolumeStats>;
  stat(options: { bigint: true }): Promise<BigIntStats>;
  async stat(options?: { bigint?: boolean }): Promise<VolumeStats | BigIntStats> {
    const attr = await this.call('fstat', () => this.deps.tree.getAttr(this.deps.ino));
    return options?.bigint === true ? bigIntStatsOf(attr) : statsOf(attr);
  }

  truncate(lengthBytes = 0): Promise<void> {
    return this.call('ftruncate', async () => {
      if (!this.deps.mode.canWrite) throw new FileError('EINVAL');
      await this.setAttr({ sizeBytes: Math.max(0, lengthBytes) });
    });
  }

  chmod(mode: string | number): Promise<void> {
    return this.call('fchmod', () => this.setAttr({ mode: modeNumber(mode, 0) & 0o7777 }));
  }

  chown(uid: number, gid: number): Promise<void> {
    return this.call('fchown', () => this.setAttr({ uid, gid }));
  }

  utimes(atime: string | number | Date, mtime: string | number | Date): Promise<void> {
    return this.call('futime', () => this.setAttr({ atime: timeOf(atime), mtime: timeOf(mtime) }));
  }

  /** On disk on every in-sync brick once this resolves, with everything before it. */
  sync(): Promise<void> {
    return this.call('fsync', async () => {
      await this.deps.tree.ask({ kind: 'fsync', ino: this.deps.ino }, 'done');
    });
  }

  datasync(): Promise<void> {
    return this.sync();
  }

  createReadStream(options: StreamOptions = {}): VolumeReadStream {
    return readStream(() => Promise.resolve(this), '', { ...options, autoClose: options.autoClose ?? true });
  }

  createWriteStream(options: StreamOptions = {}): VolumeWriteStream {
    return writeStream(() => Promise.resolve(this), '', { ...options, autoClose: options.autoClose ?? true });
  }

  close(): Promise<void> {
    if (this.isOpen) this.deps.onClose();
    this.isOpen = false;
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private call<T>(syscall: string, work: () => Promise<T>): Promise<T> {
    return told({ syscall }, () => {
      if (!this.isOpen) throw new FileError('EBADF');
      return work();
    });
  }

  private async setAttr(change: AttrChange): Promise<void> {
    await this.deps.tree.setAttr(this.deps.ino, change);
  }
}
