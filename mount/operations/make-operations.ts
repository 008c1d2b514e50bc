import { fileTypeOf, type FileType } from '../../src/core/attr.js';
import { FileError } from '../../src/core/errors.js';
import { NOT_VALID, type KernelReply } from '../protocol/kernel-reply.js';
import type { RequestHeader } from '../protocol/kernel-request.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';
import type { ReplyOf } from './volume-gate.js';

const PERMISSION_BITS = 0o7777;
const FILE_TYPE_SHIFT = 12;
const SYMLINK_MODE = 0o777;

/** New inodes of every type. They belong to whoever the request's header says has asked. */
export function makeOperations({
  gate,
  nodes,
  places,
  nextHandle,
}: OperationContext & { readonly nextHandle: () => bigint }): Handlers<
  'mknod' | 'mkdir' | 'symlink' | 'create' | 'tmpfile'
> {
  const make = ({ unique, nodeid, caller }: RequestHeader, inode: NewInode): Promise<ReplyOf<'entry'>> => {
    const parent = nodes.inoOf(nodeid);
    const mode = inode.mode & PERMISSION_BITS;
    const made = { kind: 'make', rdev: 0, exclusive: true, ...inode, mode, parent, caller } as const;
    return gate.ask(unique, made, 'entry');
  };
  return {
    mknod: async ({ name, mode, umask, rdev }, header) =>
      madeEntry(await make(header, { name, type: typeOfMode(mode), mode, umask, rdev })),
    mkdir: async ({ name, mode, umask }, header) => {
      const made = await make(header, { name, type: 'directory', mode, umask });
      places.found(made.attr.ino, { parent: nodes.inoOf(header.nodeid), name });
      return madeEntry(made);
    },
    symlink: async ({ name, target }, header) =>
      madeEntry(await make(header, { name, type: 'symlink', mode: SYMLINK_MODE, target })),
    create: async ({ name, mode, umask, isExclusive: exclusive, isAppend }, header) =>
      createdFile(
        await make(header, { name, type: 'regular', mode, umask, exclusive }),
        nextHandle(),
        isAppend,
      ),
    tmpfile: async ({ mode, umask }, { unique, nodeid, caller }) => {
      const parent = nodes.inoOf(nodeid);
      const file = { kind: 'tmpfile', parent, mode: mode & PERMISSION_BITS, umask, caller } as const;
      return createdFile(await gate.ask(unique, file, 'entry'), nextHandle(), false);
    },
  };
}

interface NewInode {
  readonly name: Uint8Array;
  readonly type: FileType;
  readonly mode: number;
  readonly umask?: number;
  readonly rdev?: number;
  readonly target?: Uint8Array;
  readonly exclusive?: boolean;
}

const madeEntry = ({ attr }: ReplyOf<'entry'>): KernelReply => ({ kind: 'entry', attr, valid: NOT_VALID });

/**
 * The kernel sends CREATE for names it has just found missing, and checks no permission on what it gets
 * back. When somebody else was faster, ESTALE makes it look again and open what is there by the rules.
 */
function createdFile({ attr, created }: ReplyOf<'entry'>, handle: bigint, isDirect: boolean): KernelReply {
  if (!created) throw new FileError('ESTALE', 'the file was made by somebody else meanwhile');
  return { kind: 'created', attr, handle, isDirect };
}

function typeOfMode(mode: number): FileType {
  const type = fileTypeOf(mode >>> FILE_TYPE_SHIFT);
  if (type === undefined) throw new FileError('EINVAL', `no file type in mode ${mode.toString(8)}`);
  return type;
}
