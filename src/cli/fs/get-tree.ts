/**
 * Copies out of a volume onto this machine; modes, modification times and symbolic links stay as they are, set-id bits do not.
 * What is in the volume must not decide where root writes: no link below the target is followed.
 */
import { constants } from 'node:fs';
import { lstat, lutimes, mkdir, open, rename, rm, symlink, type FileHandle } from 'node:fs/promises';
import type { Attr, Timestamp } from '../../core/attr.js';
import type { Ino } from '../../core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../../core/limits.js';
import { OWNER_DIRECTORY_MODE, OWNER_FILE_MODE } from '../../runtime/file-mode.js';
import type { Random } from '../../runtime/random.js';
import { forEachBounded } from './bounded.js';
import { directoryOf, joinPath, nameText, utf8 } from '../../client/tree/byte-path.js';
import type { Progress } from './progress.js';
import { NamedFileError } from './session.js';
import { BLOCKS_IN_FLIGHT_MAX, COPIED_MODE_BITS, FILES_IN_FLIGHT_MAX } from './transfer-limits.js';
import type { VolumeTree } from '../../client/tree/volume-tree.js';

const NANOSECONDS_PER_SECOND = 1e9;
const REAL_DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

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
    private readonly random: Random,
  ) {}

  /** Copies a file, a link or a whole directory to `path`; a directory that exists is filled up. */
  async get(attr: Attr, path: Buffer): Promise<void> {
    await forEachBounded(this.jobs({ attr, path }), FILES_IN_FLIGHT_MAX, (job) => this.getLeaf(job));
    for (const made of this.madeDirectories.reverse()) await finishDirectory(made);
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
    const existing = await lstat(job.path).catch(() => undefined);
    if (existing?.isDirectory() === true) return;
    if (existing !== undefined) throw new NamedFileError('ENOTDIR', nameText(job.path));
    // Until it is whole, nobody else is let in.
    await mkdir(job.path, OWNER_DIRECTORY_MODE);
    this.madeDirectories.push(job);
    this.progress.directories++;
  }

  /** Writes under a name of its own first: what has the name already is replaced, never written through. */
  private async getLeaf({ attr, path }: GetJob): Promise<void> {
    await refuseUnreplaceable(path);
    const draft = joinPath(directoryOf(path), utf8(`.hafs-get-${this.random.id()}`));
    try {
      await (attr.type === 'symlink' ? this.makeLink(attr, draft) : this.makeFile(attr, draft));
      await rename(draft, path);
    } catch (err) {
      await rm(draft, { force: true });
      // Nobody but us knows the draft's name.
      if (err instanceof Error && 'path' in err) err.path = nameText(path);
      throw err;
    }
    this.progress.files++;
    this.progress.moved(0);
  }

  private async makeLink(attr: Attr, draft: Buffer): Promise<void> {
    await symlink(Buffer.from(await this.tree.readLink(attr.ino)), draft);
    await lutimes(draft, secondsOf(attr.mtime), secondsOf(attr.mtime));
  }

  private async makeFile(attr: Attr, draft: Buffer): Promise<void> {
    const file = await open(draft, 'wx', OWNER_FILE_MODE);
    try {
      await forEachBounded(blockOffsets(attr.sizeBytes), BLOCKS_IN_FLIGHT_MAX, (offsetBytes) =>
        this.copyBlock(attr.ino, offsetBytes, file),
      );
      await setModeAndTime(file, attr);
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

/** @throws {NamedFileError} a directory, or what belongs to this machine: a device, a fifo, a socket. */
async function refuseUnreplaceable(path: Buffer): Promise<void> {
  const existing = await lstat(path).catch(() => undefined);
  if (existing === undefined || existing.isFile() || existing.isSymbolicLink()) return;
  throw new NamedFileError(existing.isDirectory() ? 'EISDIR' : 'EEXIST', nameText(path));
}

async function finishDirectory({ attr, path }: GetJob): Promise<void> {
  const directory = await open(path, REAL_DIRECTORY);
  try {
    await setModeAndTime(directory, attr);
  } finally {
    await directory.close();
  }
}

async function setModeAndTime(file: FileHandle, { mode, mtime }: Attr): Promise<void> {
  await file.chmod(mode & COPIED_MODE_BITS);
  await file.utimes(secondsOf(mtime), secondsOf(mtime));
}

function* blockOffsets(sizeBytes: number): Generator<number> {
  for (let offset = 0; offset < sizeBytes; offset += IO_SIZE_BYTES_MAX) yield offset;
}

const secondsOf = (time: Timestamp): number => time.seconds + time.nanoseconds / NANOSECONDS_PER_SECOND;
