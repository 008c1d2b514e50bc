import { ERRNO } from '../../src/core/errno.js';
import { FileError } from '../../src/core/errors.js';
import { isAclName } from '../../src/core/acl.js';
import { equalBytes } from '../../src/core/bytes.js';
import { CAPABILITY_NAME } from '../../src/core/capability.js';
import type { XattrKeepers } from '../xattr-keepers.js';
import { isListed, refuseUnkept } from './xattr-support.js';
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

export interface XattrContext extends OperationContext {
  readonly acls: XattrKeepers;
  readonly capabilities: XattrKeepers;
}

/** Extended attributes. */
export function xattrOperations(context: XattrContext): Handlers<XattrKind> {
  const { gate, nodes } = context;
  return {
    getxattr: async ({ name, sizeBytes }, { unique, nodeid }) => {
      refuseUnkept(name);
      const ino = nodes.inoOf(nodeid);
      if (keepersOf(context, name)?.has(ino) === false) return errorReply(ERRNO.ENODATA);
      const { data } = await gate.ask(unique, { kind: 'getxattr', ino, name }, 'data');
      return sizedReply(data, sizeBytes);
    },
    setxattr: async ({ name, value, flags, killsSetgid }, { unique, nodeid }) => {
      refuseUnkept(name);
      const mode = XATTR_MODES.get(flags);
      if (mode === undefined) throw new FileError('EINVAL', `setxattr flags ${flags}`);
      const ino = nodes.inoOf(nodeid);
      const set = { kind: 'setxattr', ino, name, value, mode } as const;
      await gate.ask(unique, { ...set, ...(killsSetgid && { losesSetgid: true }) }, 'done');
      keepersOf(context, name)?.add(ino);
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

/** Who knows whether there is any, if the kernel often asks for it. */
function keepersOf({ acls, capabilities }: XattrContext, name: Uint8Array): XattrKeepers | undefined {
  if (isAclName(name)) return acls;
  return equalBytes(name, CAPABILITY_NAME) ? capabilities : undefined;
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
