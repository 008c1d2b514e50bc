/** Turns whatever went wrong into one line: what, why, what to do. */
import { printable } from '../core/printable.js';
import { FileError, HafsError } from '../core/errors.js';
import type { Errno } from '../core/errno.js';
import { CommandError } from './usage-error.js';

/** As strerror(3) has them, for what the file system may refuse. */
const WORDS: Partial<Record<Errno, string>> = {
  EPERM: 'Operation not permitted',
  ENOENT: 'No such file or directory',
  EIO: 'Input/output error',
  EACCES: 'Permission denied',
  EBUSY: 'Device or resource busy',
  EEXIST: 'File exists',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
  EINVAL: 'Invalid argument',
  EFBIG: 'File too large',
  ENOSPC: 'No space left on the volume',
  EROFS: 'Read-only file system',
  EMLINK: 'Too many links',
  ENAMETOOLONG: 'File name too long',
  ENOTEMPTY: 'Directory not empty',
  ELOOP: 'Too many levels of symbolic links',
};

const ADVICE: Readonly<Record<string, string>> = {
  HAFS_UNREACHABLE: 'is "hafs server" running there? name another node with --server HOST[:PORT]',
  HAFS_QUORUM_LOST: 'most bricks of the volume must be up: see "hafs heal-status"',
  HAFS_OUTCOME_UNKNOWN: 'look before you repeat it',
  HAFS_SESSION_EXPIRED: 'run the command again',
  HAFS_CORRUPTION: 'compare the bricks with "hafs volume verify"',
  HAFS_NOT_MANAGER: 'try again: the volume is just getting another manager',
  HAFS_ACCESS_DENIED:
    'name another credential with --credential FILE; "hafs client list", on a node, shows whom the pool knows',
  HAFS_KEY_UNAVAILABLE: 'that node needs --key-file or --key-command (docs/security.md)',
  HAFS_STORE_FAILED: 'see that server\'s log, and "hafs heal-status"',
};

export function failureLine(error: unknown): string {
  if (!(error instanceof CommandError)) return oneLine(`hafs: ${reasonOf(error)}`);
  const { label, cause } = error;
  const local = localReason(cause);
  if (local !== undefined) return oneLine(`${label}: ${local}`);
  return oneLine(
    cause instanceof FileError ? `${label}: ${reasonOf(cause)}` : `${label}: failed: ${reasonOf(cause)}`,
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof FileError) return fileReason(error);
  if (error instanceof HafsError) return withAdvice(error);
  if (isSystemError(error)) return localReason(error) ?? error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `internal error: ${message} (a bug of hafs; HAFS_DEBUG=1 shows where)`;
}

/** A `FileError` says "ENOENT: what"; people read "what: No such file or directory". */
function fileReason(error: FileError): string {
  const what = error.message.slice(`${error.errno}: `.length);
  const words = WORDS[error.errno] ?? error.errno;
  return what === '' ? words : `${what}: ${words}`;
}

/** The same of a file of this machine: Node says "ENOENT: no such file or directory, stat '/a'". */
function localReason(error: unknown): string | undefined {
  if (!isSystemError(error) || error.path === undefined || error.syscall?.startsWith('spawn') === true)
    return undefined;
  if (error.code === 'ENOSPC') return `${error.path}: No space left on device`;
  const words = WORDS[error.code as Errno];
  return words === undefined ? undefined : `${error.path}: ${words}`;
}

/** Of these, some messages say by themselves what to do: behind a semicolon, or by the name of an option. */
const SOMETIMES_ADVISED: ReadonlySet<string> = new Set(['HAFS_ACCESS_DENIED', 'HAFS_KEY_UNAVAILABLE']);

function withAdvice({ message, code }: HafsError): string {
  const advice = ADVICE[code];
  const isAdvised = SOMETIMES_ADVISED.has(code) && /; | --/.test(message);
  return advice === undefined || isAdvised ? message : `${message}; ${advice}`;
}

/** What Node's own calls throw: local files, ports, processes. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

export const oneLine = (text: string): string => printable(text.trim().replace(/\s*\n\s*/g, '; '));
