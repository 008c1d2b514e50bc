import {
  closeSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Attr } from '../../../src/core/attr.js';
import { FILE_TYPE } from '../../../src/core/attr.js';
import { FileError } from '../../../src/core/errors.js';
import type { Handlers } from '../../../mount/operations/handler.js';
import { entriesThatFit } from '../../../mount/protocol/dirent-layout.js';
import { NOT_VALID, type KernelReply } from '../../../mount/protocol/kernel-reply.js';
import type { KernelNodeId } from '../../../mount/protocol/request-ids.js';
import type { DiskNode, DiskNodes } from './disk-nodes.js';
import type { EntryChange, EntryJournal } from './entry-journal.js';

const TYPE_SHIFT = 12;
const RENAME_NOREPLACE = 1;

type EntryKind =
  | 'lookup'
  | 'create'
  | 'mknod'
  | 'mkdir'
  | 'symlink'
  | 'link'
  | 'unlink'
  | 'rmdir'
  | 'rename'
  | 'readlink'
  | 'readdir';

export interface EntryContext {
  readonly nodes: DiskNodes;
  readonly journal: EntryJournal;
  /** Where unlinked files wait until that is synced. On the same real disk. */
  readonly trash: string;
}

/** Names: each change goes to the real directory at once, and into the journal with the way back. */
export function entryOperations(context: EntryContext): Handlers<EntryKind> {
  const { nodes, journal } = context;
  const place = (parent: KernelNodeId, name: Uint8Array): string =>
    join(nodes.path(parent), Buffer.from(name).toString());
  const entry = (path: string): KernelReply => ({
    kind: 'entry',
    attr: attrAt(nodes, path),
    valid: NOT_VALID,
  });
  return {
    lookup: ({ name }, { nodeid }) => entry(place(nodeid, name)),
    create: ({ name, mode, isExclusive }, { nodeid }) => {
      const path = place(nodeid, name);
      if (!existsSync(path)) makeFile(context, path, mode);
      else if (isExclusive) throw new FileError('EEXIST');
      return { kind: 'created', attr: attrAt(nodes, path), handle: 0n };
    },
    mknod: ({ name, mode }, { nodeid }) => {
      if (mode >> TYPE_SHIFT !== FILE_TYPE.regular) throw new FileError('EPERM');
      makeFile(context, place(nodeid, name), mode);
      return entry(place(nodeid, name));
    },
    mkdir: ({ name, mode }, { nodeid }) => {
      const path = place(nodeid, name);
      mkdirSync(path, mode);
      journal.add({ undo: () => rmdirSync(path) });
      return entry(path);
    },
    symlink: ({ name, target }, { nodeid }) => {
      const path = place(nodeid, name);
      symlinkSync(Buffer.from(target).toString(), path);
      journal.add({ undo: () => unlinkSync(path) });
      return entry(path);
    },
    link: ({ target, name }, { nodeid }) => {
      const path = place(nodeid, name);
      linkSync(nodes.path(target), path);
      journal.add({ undo: () => unlinkSync(path) });
      return entry(path);
    },
    unlink: ({ name }, { nodeid }) => {
      journal.add(throwAway(context, place(nodeid, name)));
      return { kind: 'done' };
    },
    rmdir: ({ name }, { nodeid }) => {
      const path = place(nodeid, name);
      rmdirSync(path);
      journal.add({ undo: () => mkdirSync(path, { recursive: true }) });
      return { kind: 'done' };
    },
    rename: ({ name, newParent, newName, flags }, { nodeid }) => {
      const [from, to] = [place(nodeid, name), place(newParent, newName)];
      if ((flags & ~RENAME_NOREPLACE) !== 0) throw new FileError('EINVAL');
      lstatSync(from);
      const isReplacing = existsSync(to);
      if (isReplacing && flags === RENAME_NOREPLACE) throw new FileError('EEXIST');
      const replaced = isReplacing ? throwAway(context, to) : undefined;
      renameSync(from, to);
      // One change: there is no moment without the new name.
      journal.add({
        undo: () => {
          renameSync(to, from);
          replaced?.undo();
        },
        settle: () => replaced?.settle?.(),
      });
      return { kind: 'done' };
    },
    readlink: (_, { nodeid }) => ({ kind: 'data', data: Buffer.from(readlinkSync(nodes.path(nodeid))) }),
    readdir: ({ cookie, sizeBytes, withAttr }, { nodeid }) => {
      const entries = entriesThatFit(listing(nodes, nodeid, cookie), sizeBytes, withAttr);
      return { kind: withAttr ? 'direntsPlus' : 'dirents', entries };
    },
  };
}

const attrAt = (nodes: DiskNodes, path: string): Attr => nodes.attr(nodes.at(path));

function makeFile({ journal }: EntryContext, path: string, mode: number): void {
  closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, mode & 0o7777));
  journal.add({ undo: () => unlinkSync(path) });
}

function throwAway({ nodes, trash }: EntryContext, path: string): EntryChange {
  if (lstatSync(path).isDirectory()) throw new FileError('EISDIR');
  const node: DiskNode = nodes.at(path);
  const kept = join(trash, `${node.id}-${process.hrtime.bigint()}`);
  renameSync(path, kept);
  return {
    undo: () => renameSync(kept, path),
    settle: () => {
      const isLast = lstatSync(kept).nlink === 1;
      unlinkSync(kept);
      if (isLast) nodes.settled(node);
    },
  };
}

function listing(nodes: DiskNodes, nodeid: KernelNodeId, cookie: number) {
  const node = nodes.get(nodeid);
  const path = nodes.path(nodeid);
  if (cookie === 0) node.listing = readdirSync(path);
  return node.listing.slice(cookie).flatMap((name, nth) => {
    const stat = lstatSync(join(path, name), { throwIfNoEntry: false });
    if (stat === undefined) return [];
    const type = stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'symlink' : 'regular';
    return [{ name: Buffer.from(name), ino: stat.ino, type, cookie: cookie + nth + 1 } as const];
  });
}
