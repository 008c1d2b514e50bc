import { equalBytes } from '../../src/core/bytes.js';
import { FileError } from '../../src/core/errors.js';
import { NAME_BYTES_MAX } from '../../src/core/limits.js';
import type { Mutation } from '../../src/core/operation.js';
import { NOT_VALID, type KernelReply } from '../protocol/kernel-reply.js';
import type { RequestHeader } from '../protocol/kernel-request.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

type EntryKind = 'lookup' | 'unlink' | 'rmdir' | 'rename' | 'link';

const DOT = Buffer.from('.');
const DOT_DOT = Buffer.from('..');

/** Flags of renameat2(2); anything else, RENAME_WHITEOUT too, is refused. */
const RENAME_MODES = new Map<number, 'replace' | 'noReplace' | 'exchange'>([
  [0, 'replace'],
  [1, 'noReplace'],
  [2, 'exchange'],
]);

/** Names: looking them up, adding, removing and moving them. */
export function entryOperations(context: OperationContext): Handlers<EntryKind> {
  const { gate, nodes, places } = context;
  const change = async ({ unique }: RequestHeader, mutation: Mutation): Promise<KernelReply> => {
    await gate.ask(unique, mutation, 'done');
    return { kind: 'done' };
  };
  return {
    lookup: ({ name }, header) => lookUp(context, name, header),
    unlink: ({ name }, header) =>
      change(header, { kind: 'unlink', parent: nodes.inoOf(header.nodeid), name }),
    rmdir: ({ name }, header) => change(header, { kind: 'rmdir', parent: nodes.inoOf(header.nodeid), name }),
    rename: async ({ name, newParent: newParentNode, newName, flags }, header) => {
      const [parent, newParent] = [nodes.inoOf(header.nodeid), nodes.inoOf(newParentNode)];
      const mode = renameMode(flags);
      const reply = await change(header, { kind: 'rename', parent, name, newParent, newName, mode });
      places.moved({ parent, name }, { parent: newParent, name: newName }, mode === 'exchange');
      return reply;
    },
    link: async ({ target, name }, { unique, nodeid }) => {
      const link = { kind: 'link', ino: nodes.inoOf(target), parent: nodes.inoOf(nodeid), name } as const;
      const { attr } = await gate.ask(unique, link, 'entry');
      return { kind: 'entry', attr, valid: NOT_VALID };
    },
  };
}

/** NFS servers ask for `.` and `..` too (FUSE_EXPORT_SUPPORT); the top of the mount is its own parent. */
async function lookUp(
  { gate, nodes, teller, places, prefetch, contents }: OperationContext,
  asked: Uint8Array,
  { unique, nodeid }: RequestHeader,
): Promise<KernelReply> {
  // Asked before any name is made: the volume does not even read much longer ones.
  if (asked.length > NAME_BYTES_MAX) throw new FileError('ENAMETOOLONG', `name of ${asked.length} bytes`);
  const parent = nodes.inoOf(nodeid);
  const name = nodes.isRoot(parent) && equalBytes(asked, DOT_DOT) ? DOT : asked;
  const { leaving } = places;
  if (leaving !== undefined) await leaving;
  const known = await teller.known(parent, name);
  if (known !== undefined) {
    if (known.kind === 'entry' && known.nodeid !== undefined)
      contents.foundIn(parent, nodes.inoOf(known.nodeid));
    return known;
  }
  const isDot = equalBytes(name, DOT) || equalBytes(name, DOT_DOT);
  // Neither is ever told by a listing.
  if (!isDot) prefetch.missed(parent);
  const { attr } = await gate.ask(unique, { kind: 'lookup', parent, name }, 'entry');
  contents.foundIn(parent, attr.ino);
  if (!isDot && attr.type === 'directory') await places.finding(attr.ino, { parent, name });
  return teller.entry(attr);
}

function renameMode(flags: number): 'replace' | 'noReplace' | 'exchange' {
  const mode = RENAME_MODES.get(flags);
  if (mode === undefined) throw new FileError('EINVAL', `rename flags ${flags}`);
  return mode;
}
