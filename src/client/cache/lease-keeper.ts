import type { Ino } from '../../core/ids.js';
import type { FileOperation, FileReply } from '../../core/operation.js';
import type { Leased, Touched } from '../../core/touched.js';

/**
 * Who keeps what the volume lets this client keep. Called in the order in which the manager has spoken, from one thread.
 * Source: docs/replication.md, "Caches".
 */
export interface LeaseKeeper {
  /** The operation is about to be sent. @returns what must be waited for before it is, if anything. */
  begun(operation: FileOperation): Promise<void> | undefined;
  /** Its outcome is known, or will not be: then `leased` is `undefined`, and a mutation may be applied until `settled`. */
  ended(operation: FileOperation, outcome: FileReply | Error, leased: Leased | undefined): void;
  /** A mutation whose outcome was not known has been applied, or never will be. */
  settled(): void;
  /**
   * To be told from no cache any more.
   * @returns once that is so: the inodes of which nothing at all is kept any longer.
   */
  recalled(things: readonly Touched[]): Promise<readonly Ino[]>;
  /**
   * The manager has answered something that was asked at `askedAtMs`.
   * @param epoch another one than before: everything that was leased before is void.
   */
  renewed(askedAtMs: number, epoch: number): void;
  /** The session goes on with another manager, or over another stream; otherwise as `renewed`. */
  reopened(askedAtMs: number, epoch: number): void;
  /** What is kept: to be told to a manager who may not know. */
  held(): readonly Ino[];
  /** What is no longer kept since the last call; `givenBack` says when the manager knows. */
  takeReturned(): readonly Ino[];
  givenBack(inos: readonly Ino[]): void;
}
