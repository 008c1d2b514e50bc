import type { Ino } from '../core/ids.js';
import type { FileOperation, FileReply } from '../core/operation.js';

/** A directory that is all that a client may see of a volume. */
export interface VolumeRoot {
  readonly ino: Ino;
  /** Within the volume, as "/a/b". */
  readonly path: string;
}

/**
 * A volume as seen from outside: the mount and `hafs fs` both stand on this.
 *
 * Operations called at once run concurrently; the volume orders them. Each finds the volume manager,
 * follows it through a failover, and is applied exactly once however often it had to be sent.
 */
export interface FileVolume {
  /**
   * @returns the reply whose kind `operation.ts` names for the operation.
   * @throws {FileError} as a local file system would refuse; nothing was changed.
   * @throws {QuorumLostError} no manager within the operation timeout; nothing was applied.
   * @throws {OutcomeUnknownError} sent, but not answered within the operation timeout.
   * @throws {SessionExpiredError} the volume has forgotten this client, which must start anew.
   */
  execute(operation: FileOperation): Promise<FileReply>;
  /** Called with unlinked inodes that this session is believed to hold; answer with a `release` for those it does not. */
  onOrphans(listener: (inos: readonly Ino[]) => void): void;
  /** What this client may see, if that is not the whole volume. */
  readonly root?: VolumeRoot | undefined;
  /** Ends the session. Operations under way finish first, within the operation timeout. */
  close(): Promise<void>;
}
