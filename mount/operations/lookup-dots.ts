import type { KernelReply } from '../protocol/kernel-reply.js';
import type { RequestHeader } from '../protocol/kernel-request.js';
import type { OperationContext } from './context.js';

const DOT = '.'.charCodeAt(0);

export type DotName = 'self' | 'parent';

/** `.` and `..`, which no directory of a volume holds. */
export function dotNameOf(name: Uint8Array): DotName | undefined {
  if (name.length === 0 || name.length > 2 || !name.every((byte) => byte === DOT)) return undefined;
  return name.length === 1 ? 'self' : 'parent';
}

/** LOOKUP of `.` or `..`: how an NFS server finds an inode again by its number (FUSE_EXPORT_SUPPORT). */
export async function lookupDots(
  { gate, nodes }: OperationContext,
  name: DotName,
  { unique, nodeid }: RequestHeader,
): Promise<KernelReply> {
  const inode = nodes.inoOf(nodeid);
  const listing = { kind: 'readdir', ino: inode, cookie: 0, entriesMax: 1, withAttr: false } as const;
  const found =
    name === 'self'
      ? nodeid
      : nodes.parentNodeOf(inode, (await gate.ask(unique, listing, 'dirents')).parent);
  const { attr } = await gate.ask(unique, { kind: 'getattr', ino: nodes.inoOf(found) }, 'attr');
  return { kind: 'entry', attr: nodes.shown(attr) };
}
