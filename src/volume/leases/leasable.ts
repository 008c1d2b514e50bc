/** What of an answer its client may cache, once it has the leases. */
import { FileError } from '../../core/errors.js';
import type { Ino } from '../../core/ids.js';
import type { FileOperation, FileReply } from '../../core/operation.js';

export interface Leasable {
  /** Their attributes or data are in the answer. */
  readonly inodes: readonly Ino[];
  /** Directories whose names are in the answer. */
  readonly directories: readonly Ino[];
}

const NOTHING: Leasable = { inodes: [], directories: [] };

export function leasable(operation: FileOperation, outcome: FileReply | Error): Leasable {
  if (outcome instanceof Error) return leasableOfError(operation, outcome);
  switch (outcome.kind) {
    case 'entry':
      return { inodes: [outcome.attr.ino], directories: parentOf(operation) };
    case 'attr':
    case 'written':
    case 'copied':
      return { inodes: [outcome.attr.ino], directories: [] };
    case 'dirents':
      return { inodes: listed(outcome), directories: operation.kind === 'readdir' ? [operation.ino] : [] };
    case 'data':
      return operation.kind === 'read' ? { inodes: [operation.ino], directories: [] } : NOTHING;
    // They count by the attributes that the client has been told under a lease already.
    case 'files':
    case 'done':
    case 'offset':
    case 'locked':
    case 'obstacle':
    case 'names':
    case 'space':
      return NOTHING;
  }
}

/** That a name does not exist is worth as much as what it stands for. */
function leasableOfError(operation: FileOperation, error: Error): Leasable {
  const isMissing = error instanceof FileError && error.errno === 'ENOENT';
  return isMissing && operation.kind === 'lookup' ? { inodes: [], directories: [operation.parent] } : NOTHING;
}

const parentOf = (operation: FileOperation): Ino[] =>
  operation.kind === 'lookup' || operation.kind === 'make' || operation.kind === 'link'
    ? [operation.parent]
    : [];

const listed = ({ entries }: Extract<FileReply, { kind: 'dirents' }>): Ino[] =>
  entries.flatMap(({ attr }) => (attr === undefined ? [] : [attr.ino]));
