/** Copies from this machine into a volume; modes, modification times and symbolic links stay as they are, set-id bits do not. */
import type { BigIntStats } from 'node:fs';
import { lstat, open, readdir, readlink, type FileHandle } from 'node:fs/promises';
import type { Timestamp } from '../../core/attr.js';
import type { Ino } from '../../core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../../core/limits.js';
import type { Random } from '../../runtime/random.js';
import { forEachBounded } from './bounded.js';
import { joinPath, utf8 } from '../../client/tree/byte-path.js';
import type { Progress } from './progress.js';
import { BLOCKS_IN_FLIGHT_MAX, COPIED_MODE_BITS, FILES_IN_FLIGHT_MAX } from './transfer-limits.js';
import type { NamePlace, VolumeTree } from '../../client/tree/volume-tree.js';

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

export interface LocalSource {
  readonly path: Buffer;
  readonly stats: BigIntStats;
}

interface PutJob {
  readonly source: LocalSource;
  readonly place: NamePlace;
}

interface Block {
  readonly offsetBytes: number;
  readonly data: Uint8Array;
}

export class TreePutter {
  /** Their times are set last: every file put into a directory changes it. */
  private readonly madeDirectories: { readonly ino: Ino; readonly mtime: Timestamp }[] = [];

  constructor(
    private readonly tree: VolumeTree,
    private readonly progress: Progress,
    private readonly random: Random,
  ) {}

  /** Copies a file, a link or a whole directory to `place`; a directory that exists is filled up. */
  async put(source: LocalSource, place: NamePlace): Promise<void> {
    await this.run(this.jobs({ source, place }));
  }

  /** Copies what is in a directory into `ino`. */
  async fill(source: LocalSource, ino: Ino): Promise<void> {
    await this.run(this.contents(source.path, ino));
  }

  private async run(jobs: AsyncIterable<PutJob>): Promise<void> {
    await forEachBounded(jobs, FILES_IN_FLIGHT_MAX, (job) => this.putLeaf(job));
    for (const { ino, mtime } of this.madeDirectories.reverse()) await this.tree.setAttr(ino, { mtime });
  }

  /** Makes the directories on the way, so that each is there when its first file comes. */
  private async *jobs(job: PutJob): AsyncGenerator<PutJob> {
    if (job.source.stats.isDirectory()) yield* this.contents(job.source.path, await this.directory(job));
    else yield job;
  }

  private async *contents(path: Buffer, parent: Ino): AsyncGenerator<PutJob> {
    for (const name of await readdir(path, { encoding: 'buffer' })) {
      const below = joinPath(path, name);
      const stats = await lstat(below, { bigint: true });
      // Sockets and devices belong to this machine; a copy of them would serve nobody.
      if (!stats.isDirectory() && !stats.isFile() && !stats.isSymbolicLink()) continue;
      yield* this.jobs({ source: { path: below, stats }, place: { parent, name } });
    }
  }

  private async directory({ source, place }: PutJob): Promise<Ino> {
    const existing = await this.tree.find(place);
    if (existing?.type === 'directory') return existing.ino;
    const { ino } = await this.tree.make({ ...place, type: 'directory', mode: modeOf(source) });
    this.madeDirectories.push({ ino, mtime: mtimeOf(source) });
    this.progress.directories++;
    return ino;
  }

  /** Writes under a name of its own first: nobody ever sees half a file under the real one. */
  private async putLeaf({ source, place }: PutJob): Promise<void> {
    const draft = { parent: place.parent, name: utf8(`.hafs-put-${this.random.id()}`) };
    try {
      await (source.stats.isSymbolicLink() ? this.makeLink(source, draft) : this.makeFile(source, draft));
      await this.tree.rename(draft, place);
    } catch (err) {
      await this.tree.remove(draft, 'unlink').catch(() => undefined);
      throw err;
    }
    this.progress.files++;
    this.progress.moved(0);
  }

  private async makeLink(source: LocalSource, draft: NamePlace): Promise<void> {
    const target = await readlink(source.path, { encoding: 'buffer' });
    const { ino } = await this.tree.make({ ...draft, type: 'symlink', mode: 0o777, target });
    await this.tree.setAttr(ino, { mtime: mtimeOf(source) });
  }

  private async makeFile(source: LocalSource, draft: NamePlace): Promise<void> {
    const mode = modeOf(source);
    const file = await open(source.path);
    try {
      const { ino } = await this.tree.make({ ...draft, type: 'regular', mode });
      await forEachBounded(blocksOf(file), BLOCKS_IN_FLIGHT_MAX, async ({ offsetBytes, data }) => {
        await this.tree.write(ino, offsetBytes, data);
        this.progress.moved(data.length);
      });
      await this.tree.setAttr(ino, { mode, mtime: mtimeOf(source) });
    } finally {
      await file.close();
    }
  }
}

/** The file's bytes from the start on, read one after the other: it may be a pipe. */
async function* blocksOf(file: FileHandle): AsyncGenerator<Block> {
  for (let offsetBytes = 0; ;) {
    const { bytesRead, buffer } = await file.read(
      Buffer.allocUnsafe(IO_SIZE_BYTES_MAX),
      0,
      IO_SIZE_BYTES_MAX,
      null,
    );
    if (bytesRead === 0) return;
    yield { offsetBytes, data: buffer.subarray(0, bytesRead) };
    offsetBytes += bytesRead;
  }
}

const modeOf = (source: LocalSource): number => Number(source.stats.mode) & COPIED_MODE_BITS;

function mtimeOf(source: LocalSource): Timestamp {
  const { mtimeNs } = source.stats;
  const nanoseconds = ((mtimeNs % NANOSECONDS_PER_SECOND) + NANOSECONDS_PER_SECOND) % NANOSECONDS_PER_SECOND;
  return {
    seconds: Number((mtimeNs - nanoseconds) / NANOSECONDS_PER_SECOND),
    nanoseconds: Number(nanoseconds),
  };
}
