import { ERRNO } from '../../src/core/errno.js';
import { FileError } from '../../src/core/errors.js';
import { isAclName } from '../../src/core/acl.js';
import type { AclKeepers } from '../acl-keepers.js';
import { isListed, refuseUnkept, xattrSupport } from './xattr-support.js';
import { errorReply, type KernelReply } from '../protocol/kernel-reply.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

type XattrKind = 'getxattr' | 'setxattr' | 'listxattr' | 'removexattr';

/** Flags of setxattr(2). */
const XATTR_MODES = new Map<number, 'any' | 'create' | 'replace'>([
  [0, 'any'],
  [1, 'create'],
  [2, 'replace'],
]);

/** Extended attributes. */
export function xattrOperations({
  gate,
  nodes,
  acls,
}: OperationContext & { readonly acls: AclKeepers }): Handlers<XattrKind> {
  return {
    getxattr: async ({ name, sizeBytes }, { unique, nodeid }) => {
      if (xattrSupport(name) === 'never-set') return errorReply(ERRNO.ENODATA);
      refuseUnkept(name);
      const ino = nodes.inoOf(nodeid);
      if (isAclName(name) && !acls.has(ino)) return errorReply(ERRNO.ENODATA);
      const { data } = await gate.ask(unique, { kind: 'getxattr', ino, name }, 'data');
      return sizedReply(data, sizeBytes);
    },
    setxattr: async ({ name, value, flags }, { unique, nodeid }) => {
      refuseUnkept(name);
      const mode = XATTR_MODES.get(flags);
      if (mode === undefined) throw new FileError('EINVAL', `setxattr flags ${flags}`);
      const ino = nodes.inoOf(nodeid);
      await gate.ask(unique, { kind: 'setxattr', ino, name, value, mode }, 'done');
      if (isAclName(name)) acls.add(ino);
      return { kind: 'done' };
    },
    listxattr: async ({ sizeBytes }, { unique, nodeid, caller }) => {
      const { names } = await gate.ask(unique, { kind: 'listxattr', ino: nodes.inoOf(nodeid) }, 'names');
      const seen = names.filter((name) => isListed(name, caller));
      return sizedReply(joinNames(seen), sizeBytes);
    },
    removexattr: async ({ name }, { unique, nodeid }) => {
      refuseUnkept(name);
      await gate.ask(unique, { kind: 'removexattr', ino: nodes.inoOf(nodeid), name }, 'done');
      return { kind: 'done' };
    },
  };
}

/** Size 0 asks how large a buffer must be. */
function sizedReply(data: Uint8Array, sizeBytes: number): KernelReply {
  if (sizeBytes === 0) return { kind: 'xattrSize', sizeBytes: data.length };
  if (data.length > sizeBytes) throw new FileError('ERANGE');
  return { kind: 'data', data };
}

/** Each name ends with a NUL, as listxattr(2) wants them. */
const joinNames = (names: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(names.flatMap((name) => [name, Buffer.of(0)]));
