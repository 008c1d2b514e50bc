import type { Logger } from '../runtime/logger.js';
import type { FileVolume } from './file-volume.js';

export interface ConnectOptions {
  /** HOST:PORT of nodes of the pool; one that answers is enough. */
  readonly servers: readonly string[];
  readonly volume: string;
  /** How long `connectVolume` tries before it gives up. */
  readonly connectTimeoutMs: number;
  /** How long one operation may take, failovers included, before it is refused. */
  readonly operationTimeoutMs: number;
  /** For people: who this is. */
  readonly clientName: string;
  readonly log: Logger;
}

/**
 * Opens a session with a volume.
 * @throws {UnreachableError} none of the servers answered in time.
 * @throws {RefusedError} there is no such volume, or it is not started.
 */
export declare function connectVolume(options: ConnectOptions): Promise<FileVolume>;
