/** What root of a client's machine, or anybody there, is to the volume: as with NFS, nobody in particular. */
import { FileError } from '../../src/core/errors.js';
import type { Caller, FileOperation } from '../../src/core/operation.js';
import type { Caller as RpcCaller } from '../../src/rpc/identity/caller.js';

export type Squash = 'none' | 'root' | 'all';

const NOBODY = 65_534;
/** A file that runs as its owner: on a mount with `suid` it would make others somebody. */
const SETUID = 0o4000;
const PRIVILEGED_XATTR = /^(security|trusted)\./;

/** @param option by name, as the volume has it. Administrators are who they say. */
export function squashOf(option: (key: string) => string | undefined, who: RpcCaller): Squash {
  if (who.kind === 'admin') return 'none';
  if (option('all-squash') === 'on') return 'all';
  return option('root-squash') === 'on' ? 'root' : 'none';
}

/** @throws {FileError} EPERM: only root could have asked for that. */
export function squashed<T extends FileOperation>(operation: T, squash: Squash): T {
  if (squash === 'none') return operation;
  refusePrivileged(operation, squash);
  const careful = withoutPrivileges(operation);
  return 'caller' in careful ? { ...careful, caller: squashedCaller(careful.caller, squash) } : careful;
}

/** Which set-id bits a change of data takes away is for the client to say only where its root is root. */
function withoutPrivileges<T extends FileOperation>(operation: T): T {
  switch (operation.kind) {
    case 'write':
    case 'allocate':
    case 'copy':
      return { ...operation, loses: 'all' };
    case 'setattr':
      return operation.change.sizeBytes === undefined
        ? operation
        : { ...operation, change: { ...operation.change, loses: 'all' } };
    default:
      return operation;
  }
}

const squashedCaller = ({ uid, gid }: Caller, squash: Squash): Caller => ({
  uid: squash === 'all' || uid === 0 ? NOBODY : uid,
  gid: squash === 'all' || gid === 0 ? NOBODY : gid,
});

function refusePrivileged(operation: FileOperation, squash: Squash): void {
  if (isPrivileged(operation, squash)) throw new FileError('EPERM', `the volume has ${squash}-squash on`);
}

function isPrivileged(operation: FileOperation, squash: Squash): boolean {
  switch (operation.kind) {
    case 'setattr':
      return (
        operation.change.uid !== undefined ||
        isGroupRefused(operation.change.gid, squash) ||
        isSetuid(operation.change.mode)
      );
    case 'make':
      return operation.type === 'charDevice' || operation.type === 'blockDevice' || isSetuid(operation.mode);
    case 'tmpfile':
      return isSetuid(operation.mode);
    case 'setxattr':
    case 'removexattr':
      return PRIVILEGED_XATTR.test(Buffer.from(operation.name).toString('latin1'));
    default:
      return false;
  }
}

const isSetuid = (mode = 0): boolean => (mode & SETUID) !== 0;

/** An owner may give a file to another of its groups; to that of root, only root. */
const isGroupRefused = (gid: number | undefined, squash: Squash): boolean =>
  gid !== undefined && (squash === 'all' || gid === 0);
