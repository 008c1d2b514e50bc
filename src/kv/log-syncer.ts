import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { logFiles } from './log-files.js';
import { syncPath } from './sync-path.js';

/**
 * Brings all that was committed to the disk, the oldest log first: so none of it is durable before what was
 * committed earlier, as far as we have a say in it.
 *
 * LevelDB itself syncs the log it writes to, but neither one that it rotated away from just before, whose
 * contents may be in no table yet, nor a new one's name (1.20, db/db_impl.cc: `Write`, `MakeRoomForWrite`).
 */
export class LogSyncer {
  /** The log that LevelDB writes to, as of the last sync. */
  private current: { readonly name: string; readonly file: FileHandle } | undefined;
  /** Logs that will never be written again and are known to be on disk. */
  private readonly synced = new Set<string>();

  constructor(private readonly directory: string) {}

  /** Not while a commit is under way, and one call at a time. */
  async sync(): Promise<void> {
    const logs = logFiles(await readdir(this.directory));
    const newest = logs.pop();
    for (const name of logs) {
      if (!this.synced.has(name)) await this.syncRotated(name);
      this.synced.add(name);
    }
    for (const name of this.synced) if (!logs.includes(name)) this.synced.delete(name);
    if (newest !== undefined) await this.syncNewest(newest);
  }

  async close(): Promise<void> {
    await this.current?.file.close();
    this.current = undefined;
  }

  private async syncNewest(name: string): Promise<void> {
    if (this.current?.name === name) return this.current.file.datasync();
    await this.close();
    const file = await open(join(this.directory, name), 'r');
    this.current = { name, file };
    await file.datasync();
    await syncPath(this.directory);
  }

  private async syncRotated(name: string): Promise<void> {
    try {
      await syncPath(join(this.directory, name));
    } catch (error) {
      // Removed meanwhile: LevelDB has put its contents into a table, and synced that.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
