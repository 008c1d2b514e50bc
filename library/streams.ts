/** `createReadStream` and `createWriteStream`: pieces of a file, one after the other. */
import { Readable, Writable } from 'node:stream';
import type { VolumeFileHandle } from './file-handle.js';
import { bytesOf } from './values.js';

const READ_BYTES_DEFAULT = 256 * 1024;
const WRITE_BUFFER_BYTES = 1024 * 1024;

export interface StreamOptions {
  readonly encoding?: BufferEncoding | null;
  /** Where to begin. */
  readonly start?: number;
  /** The last byte that is read, counted from 0. */
  readonly end?: number;
  readonly highWaterMark?: number;
  /** Close the file at the end, and when something fails. */
  readonly autoClose?: boolean;
  readonly signal?: AbortSignal;
}

type Opened = () => Promise<VolumeFileHandle>;
type Done = (error?: Error | null) => void;

/** In the shape of `fs.ReadStream`: 'open' and 'ready' are told. */
export class VolumeReadStream extends Readable {
  bytesRead = 0;
  pending = true;
  private handle: VolumeFileHandle | undefined;
  private nextBytes: number | null;

  /** @internal */
  constructor(
    private readonly opened: Opened,
    readonly path: string,
    private readonly options: StreamOptions,
  ) {
    const { encoding, signal, highWaterMark = READ_BYTES_DEFAULT } = options;
    super({ highWaterMark, ...(encoding && { encoding }), ...(signal && { signal }) });
    this.nextBytes = options.start ?? (options.end === undefined ? null : 0);
  }

  override _construct(done: Done): void {
    this.opened().then((handle) => {
      this.handle = handle;
      this.pending = false;
      done();
      this.emit('open', handle.fd);
      this.emit('ready');
    }, done);
  }

  override _read(sizeBytes: number): void {
    const wanted = Math.min(sizeBytes, this.leftBytes());
    if (wanted <= 0 || this.handle === undefined) {
      this.push(null);
      return;
    }
    this.handle.read(Buffer.allocUnsafe(wanted), 0, wanted, this.nextBytes).then(
      ({ bytesRead, buffer }) => {
        if (this.nextBytes !== null) this.nextBytes += bytesRead;
        this.bytesRead += bytesRead;
        this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead));
      },
      (error: unknown) => this.destroy(error as Error),
    );
  }

  override _destroy(error: Error | null, done: Done): void {
    closing(this.handle, this.options).then(() => done(error), done);
  }

  private leftBytes(): number {
    const { end } = this.options;
    return end === undefined || this.nextBytes === null ? Infinity : end + 1 - this.nextBytes;
  }
}

/** In the shape of `fs.WriteStream`. What is written is acknowledged by the volume before it counts as written. */
export class VolumeWriteStream extends Writable {
  bytesWritten = 0;
  pending = true;
  private handle: VolumeFileHandle | undefined;
  private nextBytes: number | null;

  /** @internal */
  constructor(
    private readonly opened: Opened,
    readonly path: string,
    private readonly options: StreamOptions,
  ) {
    const { encoding, signal, highWaterMark = WRITE_BUFFER_BYTES } = options;
    super({ highWaterMark, ...(encoding && { defaultEncoding: encoding }), ...(signal && { signal }) });
    this.nextBytes = options.start ?? null;
  }

  override _construct(done: Done): void {
    this.opened().then((handle) => {
      this.handle = handle;
      this.pending = false;
      done();
      this.emit('open', handle.fd);
      this.emit('ready');
    }, done);
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.put(piece).then(() => done(), done);
  }

  /** What has piled up goes out as one. */
  override _writev(pieces: { readonly chunk: Buffer }[], done: Done): void {
    const all = Buffer.concat(pieces.map(({ chunk }) => bytesOf(chunk)));
    this.put(all).then(() => done(), done);
  }

  override _destroy(error: Error | null, done: Done): void {
    closing(this.handle, this.options).then(() => done(error), done);
  }

  private async put(piece: Buffer): Promise<void> {
    await this.handle?.write(piece, 0, piece.length, this.nextBytes);
    if (this.nextBytes !== null) this.nextBytes += piece.length;
    this.bytesWritten += piece.length;
  }
}

const closing = (handle: VolumeFileHandle | undefined, { autoClose }: StreamOptions): Promise<void> =>
  handle === undefined || autoClose === false ? Promise.resolve() : handle.close();

export const readStream = (opened: Opened, path: string, options: StreamOptions): VolumeReadStream =>
  new VolumeReadStream(opened, path, options);

export const writeStream = (opened: Opened, path: string, options: StreamOptions): VolumeWriteStream =>
  new VolumeWriteStream(opened, path, options);
