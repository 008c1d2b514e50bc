import type { FileReply } from './operation.js';

/** How much data of files, or of what is read like one, an answer brings. */
export function dataBytesOf(reply: FileReply): number {
  if (reply.kind === 'data') return reply.data.length;
  return reply.kind === 'files' ? reply.files.reduce((sum, { data }) => sum + data.length, 0) : 0;
}
