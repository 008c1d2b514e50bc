import { fileTypeOf, type FileType } from '../../src/core/attr.js';
import { FileError } from '../../src/core/errors.js';
import type { Mutation } from '../../src/core/operation.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { RequestHeader } from '../protocol/kernel-request.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';
import { dotNameOf, lookupDots } from './lookup-dots.js';
import type { ReplyOf } from './volume-gate.js';

type EntryKind = 'lookup' | 'mknod' | 'mkdir' | 'symlink' | 'create' | 'unlink' | 'rmdir' | 'rename' | 'link';

const PERMISSION_BITS = 0o7777;
const FILE_TYPE_SHIFT = 12;
const SYMLINK_MODE = 0o777;

/** Flags of renameat2(2); anything else, RENAME_WHITEOUT too, is refused. */
const RENAME_MODES = new Map<number, 'replace' | 'noReplace' | 'exchange'>([
  [0, 'replace'],
  [1, 'noReplace'],
  [2, 'exchange'],
]);

/** Names: looking them up, making, removing and moving them. */
export function entryOperations(context: OperationContext): Handlers<EntryKind> {
  const { gate, nodes } = context;
  const make = makerOf(context);
  const change = async (header: RequestHeader, mutation: Mutation): Promise<KernelReply> => {
    await gate.ask(header.unique, mutation, 'done');
    return { kind: 'done' };
  };
  return {
    lookup: async ({ name }, header) => {
      const dots = dotNameOf(name);
      if (dots !== undefined) return lookupDots(context, dots, header);
      const parent = nodes.inoOf(header.nodeid);
      const { attr } = await gate.ask(header.unique, { kind: 'lookup', parent, name }, 'entry');
      return { kind: 'entry', attr: nodes.shown(attr) };
    },
    mknod: async ({ name, mode, rdev }, header) =>
      madeEntry(await make(header, { name, type: typeOfMode(mode), mode: mode & PERMISSION_BITS, rdev })),
    mkdir: async ({ name, mode }, header) =>
      madeEntry(await make(header, { name, type: 'directory', mode: mode & PERMISSION_BITS })),
    symlink: async ({ name, target }, header) =>
      madeEntry(await make(header, { name, type: 'symlink', mode: SYMLINK_MODE, target })),
    create: async ({ name, mode, isExclusive: exclusive }, header) =>
      createdFile(await make(header, { name, type: 'regular', mode: mode & PERMISSION_BITS, exclusive })),
    unlink: ({ name }, header) =>
      change(header, { kind: 'unlink', parent: nodes.inoOf(header.nodeid), name }),
    rmdir: ({ name }, header) => change(header, { kind: 'rmdir', parent: nodes.inoOf(header.nodeid), name }),
    rename: (body, header) => {
      const [parent, newParent] = [nodes.inoOf(header.nodeid), nodes.inoOf(body.newParent)];
      const { name, newName } = body;
      return change(header, { kind: 'rename', parent, name, newParent, newName, mode: renameMode(body.flags) });
    },
    link: async ({ target, name }, header) => {
      const [inode, parent] = [nodes.inoOf(target), nodes.inoOf(header.nodeid)];
      return madeEntry(await gate.ask(header.unique, { kind: 'link', ino: inode, parent, name }, 'entry'));
    },
  };
}

interface NewInode {
  readonly name: Uint8Array;
  readonly type: FileType;
  readonly mode: number;
  readonly rdev?: number;
  readonly target?: Uint8Array;
  readonly exclusive?: boolean;
}

/** A new inode belongs to whoever the request's header says has asked. */
const makerOf =
  ({ gate, nodes }: OperationContext) =>
  (header: RequestHeader, inode: NewInode): Promise<ReplyOf<'entry'>> => {
    const parent = nodes.inoOf(header.nodeid);
    const made = { kind: 'make', rdev: 0, exclusive: true, ...inode, parent, caller: header.caller } as const;
    return gate.ask(header.unique, made, 'entry');
  };

const madeEntry = ({ attr }: ReplyOf<'entry'>): KernelReply => ({ kind: 'entry', attr });

/**
 * The kernel sends CREATE for names it has just found missing, and checks no permission on what it gets
 * back. When somebody else was faster, ESTALE makes it look again and open what is there by the rules.
 */
function createdFile({ attr, created }: ReplyOf<'entry'>): KernelReply {
  if (!created) throw new FileError('ESTALE', 'the file was made by somebody else meanwhile');
  return { kind: 'created', attr };
}

function typeOfMode(mode: number): FileType {
  const type = fileTypeOf(mode >>> FILE_TYPE_SHIFT);
  if (type === undefined) throw new FileError('EINVAL', `no file type in mode ${mode.toString(8)}`);
  return type;
}

function renameMode(flags: number): 'replace' | 'noReplace' | 'exchange' {
  const mode = RENAME_MODES.get(flags);
  if (mode === undefined) throw new FileError('EINVAL', `rename flags ${flags}`);
  return mode;
}
