import { FileError } from '../../src/core/errors.js';
import { FILE_SIZE_BYTES_MAX } from '../../src/core/limits.js';
import type { OperationContext } from './context.js';
import type { Handlers } from './handler.js';

const NOTHING = new Uint8Array(0);

/** A file's bytes. An append carries no place: the volume manager alone knows where the file ends. */
export function ioOperations({ gate, nodes }: OperationContext): Handlers<'read' | 'write' | 'fsync'> {
  return {
    read: async ({ offsetBytes, lengthBytes }, { unique, nodeid }) => {
      const inode = nodes.inoOf(nodeid);
      const readableBytes = Math.min(lengthBytes, FILE_SIZE_BYTES_MAX - offsetBytes);
      if (readableBytes <= 0) return { kind: 'data', data: NOTHING };
      const read = { kind: 'read', ino: inode, offsetBytes, lengthBytes: readableBytes } as const;
      const { data } = await gate.ask(unique, read, 'data');
      return { kind: 'data', data };
    },
    write: async ({ offsetBytes, isAppend: append, data }, { unique, nodeid }) => {
      const inode = nodes.inoOf(nodeid);
      if (offsetBytes + data.length > FILE_SIZE_BYTES_MAX) throw new FileError('EFBIG');
      await gate.ask(unique, { kind: 'write', ino: inode, offsetBytes, append, data }, 'written');
      return { kind: 'written', sizeBytes: data.length };
    },
    fsync: async (_body, { unique, nodeid }) => {
      await gate.ask(unique, { kind: 'fsync', ino: nodes.inoOf(nodeid) }, 'done');
      return { kind: 'done' };
    },
  };
}
