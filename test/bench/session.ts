/** One run's directory, disk and sides, from nothing to nothing, whatever happens between. */
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { findProcess, forgetProcess, recordProcess } from '../../src/cli/lab/process-record.js';
import { makeDisk, removeDisk } from './disk.js';
import type { Places } from './places.js';
import type { Side } from './sides/side.js';
import { stopLeftServers } from './web-server.js';

export class Session {
  private constructor(
    private readonly places: Places,
    private readonly all: readonly Side[],
  ) {}

  /**
   * Starts what is `chosen` of `all` the sides that there are.
   * @throws when another run uses the directory.
   */
  static async begin(places: Places, all: readonly Side[], chosen: readonly Side[]): Promise<Session> {
    const other = await findProcess(places.pidFile);
    if (other.pid !== undefined)
      throw new Error(`process ${other.pid} is benchmarking in ${places.directory}`);
    await mkdir(places.directory, { recursive: true });
    await recordProcess(places.pidFile, process.pid);
    const session = new Session(places, all);
    await session.clear(); // Of what a run left behind that was killed.
    try {
      await mkdir(places.tools, { recursive: true });
      await makeDisk(places);
      for (const side of chosen) await side.start();
      return session;
    } catch (error) {
      await session.end();
      throw error;
    }
  }

  async end(): Promise<void> {
    await this.clear();
    await forgetProcess(this.places.pidFile);
    await rmdir(this.places.directory);
  }

  private async clear(): Promise<void> {
    await stopLeftServers(this.places.tools);
    for (const side of this.all) await side.stop();
    await removeDisk(this.places);
    for (const directory of [this.places.tools, this.places.mounts, this.places.disk]) {
      await rm(directory, { recursive: true, force: true });
    }
  }
}
