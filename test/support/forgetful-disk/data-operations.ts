import {
  fchmodSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  readSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import type { TimeChange } from '../../../src/core/operation.js';
import { FileError } from '../../../src/core/errors.js';
import type { Errno } from '../../../src/core/errno.js';
import type { Handlers } from '../../../mount/operations/handler.js';
import type { AttrRequest } from '../../../mount/protocol/kernel-request.js';
import type { DiskNode, DiskNodes } from './disk-nodes.js';
import type { EntryJournal } from './entry-journal.js';

type DataKind = 'getattr' | 'setattr' | 'read' | 'write' | 'fsync' | 'statfs';

/** What the disk does besides its work. */
export interface DiskFaults {
  readonly writeDelayMs?: number;
  readonly syncDelayMs?: number;
  readonly writeFailure?: Errno;
}

export interface DataContext {
  readonly nodes: DiskNodes;
  readonly journal: EntryJournal;
  readonly root: string;
  readonly faults: () => DiskFaults;
  /** Throws once the power is gone. */
  readonly checkPower: () => void;
}

/** Data: each change goes to the real file at once, what it replaces is remembered until the file is synced. */
export function dataOperations(context: DataContext): Handlers<DataKind> {
  const { nodes, journal, root } = context;
  return {
    getattr: (_, { nodeid }) => ({ kind: 'attr', attr: nodes.attr(nodes.get(nodeid)), validMs: 0 }),
    setattr: ({ change }, { nodeid }) => {
      const node = nodes.get(nodeid);
      if (change.sizeBytes !== undefined) truncate(nodes, node, change.sizeBytes);
      changeAttr(node, change);
      return { kind: 'attr', attr: nodes.attr(node), validMs: 0 };
    },
    read: ({ offsetBytes, lengthBytes }, { nodeid }) => {
      const data = Buffer.alloc(lengthBytes);
      const bytes = readSync(nodes.get(nodeid).fd, data, 0, lengthBytes, offsetBytes);
      return { kind: 'data', data: data.subarray(0, bytes) };
    },
    write: async ({ offsetBytes, isAppend, data }, { nodeid }) => {
      await delayed(context, context.faults().writeDelayMs);
      const { writeFailure } = context.faults();
      if (writeFailure !== undefined) throw new FileError(writeFailure);
      const node = nodes.get(nodeid);
      const offset = isAppend ? fstatSync(node.fd).size : offsetBytes;
      nodes.changing(node).willChange(offset, offset + data.length);
      return { kind: 'written', sizeBytes: writeSync(node.fd, data, 0, data.length, offset) };
    },
    fsync: async (_, { nodeid }) => {
      await delayed(context, context.faults().syncDelayMs);
      journal.settle();
      nodes.settled(nodes.get(nodeid));
      return { kind: 'done' };
    },
    statfs: () => {
      const { bsize, blocks, bavail, files, ffree } = statfsSync(root);
      const space = { totalBytes: bsize * blocks, availableBytes: bsize * bavail, inodeCount: files - ffree };
      return { kind: 'space', space };
    },
  };
}

async function delayed({ checkPower }: DataContext, delayMs = 0): Promise<void> {
  if (delayMs === 0) return;
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  checkPower();
}

function truncate(nodes: DiskNodes, node: DiskNode, sizeBytes: number): void {
  nodes.changing(node).willTruncate(sizeBytes);
  ftruncateSync(node.fd, sizeBytes);
}

/** Not taken back by a loss of power. */
function changeAttr({ fd }: DiskNode, { mode, uid, gid, atime, mtime }: AttrRequest): void {
  const now = fstatSync(fd);
  if (mode !== undefined) fchmodSync(fd, mode);
  if (uid !== undefined || gid !== undefined) fchownSync(fd, uid ?? now.uid, gid ?? now.gid);
  if (atime !== undefined || mtime !== undefined) {
    futimesSync(fd, secondsOf(atime, now.atimeMs), secondsOf(mtime, now.mtimeMs));
  }
}

function secondsOf(change: TimeChange | undefined, elseMs: number): number {
  if (change === undefined) return elseMs / 1_000;
  return change === 'now' ? Date.now() / 1_000 : change.seconds;
}
