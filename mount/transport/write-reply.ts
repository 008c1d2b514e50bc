import { writevSync } from 'node:fs';
import { encodeReply } from '../protocol/encode-reply.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { Unique } from '../protocol/request-ids.js';

/** write(2) on the device: the request was aborted (ENOENT), or the mount is gone (man 4 fuse). */
const REQUEST_GONE_ERRORS: ReadonlySet<string> = new Set(['ENOENT', 'ENODEV', 'ECONNABORTED', 'EPERM']);

/** From any thread: the kernel takes one write as one reply. @returns why it did not take it. */
export function writeReply(fd: number, id: Unique, reply: KernelReply): NodeJS.ErrnoException | undefined {
  const [header, payload] = encodeReply(id, reply);
  try {
    writevSync(fd, payload.length === 0 ? [header] : [header, payload]);
    return undefined;
  } catch (err) {
    return err as NodeJS.ErrnoException;
  }
}

export const isRequestGone = ({ code }: NodeJS.ErrnoException): boolean =>
  REQUEST_GONE_ERRORS.has(code ?? '');
