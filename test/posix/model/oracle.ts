import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../fault/support/run.js';

/** A directory of the local file system, mounted onto itself so that reading moves no atime: as hafs has it. */
export class LocalOracle {
  private constructor(readonly directory: string) {}

  static async make(): Promise<LocalOracle> {
    const directory = await mkdtemp(join(tmpdir(), 'hafs-oracle-'));
    await chmod(directory, 0o755); // Other users are to reach what is below.
    await run('mount', '--bind', directory, directory);
    await run('mount', '-o', 'remount,bind,noatime', directory);
    return new LocalOracle(directory);
  }

  async dispose(): Promise<void> {
    await run('umount', '-l', this.directory);
    await run('rm', '-rf', this.directory);
  }
}
