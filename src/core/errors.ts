/** One class per situation that a caller treats differently. `code` is stable; `message` is for people. */
import type { Errno } from './errno.js';
import type { SessionId } from './ids.js';
import type { LockOwner } from './lock.js';

export abstract class HafsError extends Error {
  abstract readonly code: string;
  /** What an application sees when this reaches the mount. */
  abstract readonly errno: Errno;
}

/** The message of anything thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The file system says no, as a local one would: ENOENT, EEXIST, ENOTEMPTY … Nothing was changed. */
export class FileError extends HafsError {
  override readonly name: 'FileError' | 'LockConflictError' = 'FileError';
  readonly code: 'HAFS_FILE' | 'HAFS_LOCK_CONFLICT' = 'HAFS_FILE';
  readonly errno: Errno;

  constructor(errno: Errno, what?: string) {
    super(what === undefined ? errno : `${errno}: ${what}`);
    this.errno = errno;
  }
}

/** A lock is held by others. Nothing was applied. */
export class LockConflictError extends FileError {
  override readonly name = 'LockConflictError';
  override readonly code = 'HAFS_LOCK_CONFLICT';

  constructor(readonly holders: readonly { readonly session: SessionId; readonly owner: LockOwner }[]) {
    super('EAGAIN', 'locked');
  }
}

/** Fewer bricks reachable than the quorum, or no manager elected. Nothing was applied on any brick. */
export class QuorumLostError extends HafsError {
  override readonly name = 'QuorumLostError';
  readonly code = 'HAFS_QUORUM_LOST';
  readonly errno = 'EROFS';
}

/** This brick is not the volume manager. Nothing was applied; ask `manager`, or any other brick. */
export class NotManagerError extends HafsError {
  override readonly name = 'NotManagerError';
  readonly code = 'HAFS_NOT_MANAGER';
  readonly errno = 'EIO';
  /** The brick believed to be the manager, where one is known. */
  readonly manager: string | undefined;

  constructor(manager: string | undefined) {
    super(manager === undefined ? 'no volume manager is known' : `the volume manager is ${manager}`);
    this.manager = manager;
  }
}

/** The operation was sent and no reply came: it may or may not have been applied. */
export class OutcomeUnknownError extends HafsError {
  override readonly name = 'OutcomeUnknownError';
  readonly code = 'HAFS_OUTCOME_UNKNOWN';
  readonly errno = 'EIO';
}

/** The session is unknown to the manager (expired or never opened). Nothing was applied. */
export class SessionExpiredError extends HafsError {
  override readonly name = 'SessionExpiredError';
  readonly code = 'HAFS_SESSION_EXPIRED';
  readonly errno = 'ESTALE';
}

/** Stored bytes do not match their checksum, or a record cannot be decoded. */
export class CorruptionError extends HafsError {
  override readonly name: 'CorruptionError' | 'DamagedRecordError' = 'CorruptionError';
  readonly code: 'HAFS_CORRUPTION' | 'HAFS_DAMAGED_RECORD' = 'HAFS_CORRUPTION';
  readonly errno = 'EIO';
}

/** One brick's copy of a record does not match its checksum; another brick may have a sound one. */
export class DamagedRecordError extends CorruptionError {
  override readonly name = 'DamagedRecordError';
  override readonly code = 'HAFS_DAMAGED_RECORD';

  constructor(readonly key: Uint8Array) {
    super(`the record ${Buffer.from(key).toString('hex')} does not match its checksum`);
  }
}

/** The store under a brick has failed (disk error, damaged or locked database); the brick is offline. */
export class StoreFailedError extends HafsError {
  override readonly name = 'StoreFailedError';
  readonly code = 'HAFS_STORE_FAILED';
  readonly errno = 'EIO';
}

/** The key of an encrypted volume is not to be had on this node, or is another one. Nothing was changed; the brick is offline. */
export class KeyUnavailableError extends HafsError {
  override readonly name = 'KeyUnavailableError';
  readonly code = 'HAFS_KEY_UNAVAILABLE';
  readonly errno = 'EIO';
}

/** A message or argument from outside breaks the rules. Nothing was changed. */
export class InvalidRequestError extends HafsError {
  override readonly name = 'InvalidRequestError';
  readonly code = 'HAFS_INVALID_REQUEST';
  readonly errno = 'EINVAL';
}

/** A command cannot be carried out as things stand (volume exists, brick in use …). Nothing was changed. */
export class RefusedError extends HafsError {
  override readonly name = 'RefusedError';
  readonly code = 'HAFS_REFUSED';
  readonly errno = 'EPERM';
}

/** A node could not be reached, or did not answer within its deadline. */
export class UnreachableError extends HafsError {
  override readonly name = 'UnreachableError';
  readonly code = 'HAFS_UNREACHABLE';
  readonly errno = 'ENOTCONN';
}

/** The caller is known, or is not, and may not do this. Nothing was changed. */
export class AccessDeniedError extends HafsError {
  override readonly name = 'AccessDeniedError';
  readonly code = 'HAFS_ACCESS_DENIED';
  readonly errno = 'EACCES';
}
