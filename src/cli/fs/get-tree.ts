/** Copies out of a volume onto this machine; modes, modification times and symbolic links stay as they are. */
import { chmod, lutimes, mkdir, open, rm, stat, symlink, utimes, type FileHandle } from 'node:fs/promises';
import type { Attr, Timestamp } from '../../core/attr.js';
import type { Ino } from '../../core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../../core/limits.js';
import { forEachBounded } from './bounded.js';
import { joinPath } from '../../client/tree/byte-path.js';
import type { Progress } from './progress.js';
import { BLOCKS_IN_FLIGHT_MAX, FILES_IN_FLIGHT_MAX } from './transfer-limits.js';
import type { VolumeTree } from '../../client/tree/volume-tree.js';

const NANOSECONDS_PER_SECOND = 1e9;
/** While it is being filled, a directory must let us in. */
const OWNER_ALL = 0o700;

interface GetJob {
  readonly attr: Attr;
  readonly path: Buffer;
}

export class TreeGetter {
  /** Their modes and times are set last: every file got into a directory changes it. */
  private readonly madeDirectories: GetJob[] = [];

  constructor(
    private readonly tree: VolumeTree,
    private readonly progress: Progress,
  ) {}

  /** Copies a file, a link or a whole directory to `path`; a directory that exists is filled up. */
  async get(attr: Attr, path: Buffer): Promise<void> {
    await forEachBounded(this.jobs({ attr, path }), FILES_IN_FLIGHT_MAX, (job) => this.getLeaf(job));
    for (const made of this.madeDirectories.reverse()) {
      await chmod(made.path, made.attr.mode);
      await utimes(made.path, secondsOf(made.attr.mtime), secondsOf(made.attr.mtime));
    }
  }

  private async *jobs(job: GetJob): AsyncGenerator<GetJob> {
    switch (job.attr.type) {
      case 'directory':
        await this.directory(job);
        for await (const { name, attr } of this.tree.list(job.attr.ino)) {
          yield* this.jobs({ attr, path: joinPath(job.path, name) });
        }
        return;
      case 'regular':
      case 'symlink':
        yield job;
        return;
      case 'fifo':
      case 'socket':
      case 'charDevice':
      case 'blockDevice':
        return; // These belong to the machine that made them.
    }
  }

  private async directory(job: GetJob): Promise<void> {
    const existing = await stat(job.path).catch(() => undefined);
    if (existing?.isDirectory() === true) return;
    await mkdir(job.path, OWNER_ALL | job.attr.mode);
    this.madeDirectories.push(job);
    this.progress.directories++;
  }

  private async getLeaf(job: GetJob): Promise<void> {
    await (job.attr.type === 'symlink' ? this.makeLink(job) : this.makeFile(job));
    this.progress.files++;
    this.progress.moved(0);
  }

  private async makeLink({ attr, path }: GetJob): Promise<void> {
    const target = Buffer.from(await this.tree.readLink(attr.ino));
    await rm(path, { force: true });
    await symlink(target, path);
    await lutimes(path, secondsOf(attr.mtime), secondsOf(attr.mtime));
  }

  private async makeFile({ attr, path }: GetJob): Promise<void> {
    const file = await open(path, 'w', attr.mode);
    try {
      await forEachBounded(blockOffsets(attr.sizeBytes), BLOCKS_IN_FLIGHT_MAX, (offsetBytes) =>
        this.copyBlock(attr.ino, offsetBytes, file),
      );
      await file.chmod(attr.mode);
      await file.utimes(secondsOf(attr.mtime), secondsOf(attr.mtime));
    } finally {
      await file.close();
    }
  }

  private async copyBlock(ino: Ino, offsetBytes: number, file: FileHandle): Promise<void> {
    const data = await this.tree.read(ino, offsetBytes);
    for (let done = 0; done < data.length;) {
      const { bytesWritten } = await file.write(data, done, data.length - done, offsetBytes + done);
      done += bytesWritten;
    }
    this.progress.moved(data.length);
  }
}

function* blockOffsets(sizeBytes: number): Generator<number> {
  for (let offset = 0; offset < sizeBytes; offset += IO_SIZE_BYTES_MAX) yield offset;
}

const secondsOf = (time: Timestamp): number => time.seconds + time.nanoseconds / NANOSECONDS_PER_SECOND;
