import { fittingBytes } from '../../src/core/extent.js';
import { lostPrivileges } from '../lost-privileges.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

/** A file's bytes. An append carries no place: the volume manager alone knows where the file ends. */
export function ioOperations({
  gate,
  nodes,
  teller,
  contents,
  accessTimes,
}: OperationContext): Handlers<'read' | 'write' | 'fsync'> {
  return {
    read: async ({ offsetBytes, lengthBytes, isNoAtime }, { unique, nodeid }) => {
      const inode = nodes.inoOf(nodeid);
      const range = { ino: inode, offsetBytes, lengthBytes };
      // Before the data is there: what has come is told at once, or it could be older than a change that was acknowledged.
      if (!isNoAtime) await accessTimes.read(inode);
      const held = contents.read(inode, offsetBytes, lengthBytes);
      const { data } = held ? { data: held } : await gate.ask(unique, { kind: 'read', ...range }, 'data');
      teller.pagesKept(inode);
      return { kind: 'data', data };
    },
    write: async (request, { unique, nodeid }) => {
      const { offsetBytes, isAppend: append, isSync: sync, isFromMapping, killsSetIds, data } = request;
      const write = { kind: 'write', ino: nodes.inoOf(nodeid), offsetBytes, append, sync, data } as const;
      // What is written through a mapping takes no privileges away, on Linux.
      const loses = isFromMapping ? {} : { loses: lostPrivileges(killsSetIds) };
      const { offsetBytes: at } = await gate.ask(unique, { ...write, ...loses }, 'written');
      teller.pagesKept(write.ino);
      return { kind: 'written', sizeBytes: fittingBytes(at, data.length) };
    },
    fsync: async (_body, { unique, nodeid }) => {
      await gate.ask(unique, { kind: 'fsync', ino: nodes.inoOf(nodeid) }, 'done');
      return { kind: 'done' };
    },
  };
}
