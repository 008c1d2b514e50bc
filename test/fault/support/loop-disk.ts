/** A small disk of its own: ext4 in a file, mounted. */
import { mkdir, mkdtemp, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIB } from '../../../src/core/limits.js';
import { run } from './run.js';

export class LoopDisk {
  private constructor(
    private readonly base: string,
    readonly directory: string,
  ) {}

  static async make(sizeBytes: number): Promise<LoopDisk> {
    const base = await mkdtemp(join(tmpdir(), 'hafs-loop-'));
    const image = join(base, 'image');
    const disk = new LoopDisk(base, join(base, 'disk'));
    await mkdir(disk.directory);
    await writeFile(image, '');
    await truncate(image, sizeBytes);
    // No blocks kept for root: the servers of this lab are root, and must not have more than others.
    await run('mkfs.ext4', '-q', '-m', '0', image);
    await run('mount', '-o', 'loop', image, disk.directory);
    return disk;
  }

  async availableMib(): Promise<number> {
    const { bavail, bsize } = await statfs(this.directory);
    return Math.round((bavail * bsize) / MIB);
  }

  async dispose(): Promise<void> {
    await run('umount', '-l', this.directory).catch(() => undefined);
    await rm(this.base, { recursive: true, force: true });
  }
}
