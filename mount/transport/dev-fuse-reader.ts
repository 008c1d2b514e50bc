/**
 * The thread that blocks in read(2) on the FUSE device and hands each request that it cannot answer to the main thread.
 * Freed only by a request, an unmount, or an abort of the connection.
 */
import { readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { defined } from '../../src/core/assert.js';
import { IO_SIZE_BYTES_MAX, KIB } from '../../src/core/limits.js';
import { OpenFileTable } from '../open-files/open-file-table.js';
import { QuickAnswers } from '../open-files/quick-answers.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { Unique } from '../protocol/request-ids.js';
import { ReaderCredit } from './reader-credit.js';
import type { ReaderMessage, ReaderStart } from './reader-message.js';
import { isRequestGone, writeReply } from './write-reply.js';

/** The largest request: WRITE's data with its headers, or SETXATTR's value and name. */
const BUFFER_BYTES = IO_SIZE_BYTES_MAX + 64 * KIB;
/** Requests up to here are copied out, so that the large buffer can be used again. */
const COPIED_BYTES_MAX = 64 * KIB;

/** read(2) on /dev/fuse: interrupted, nothing there, or a request that was taken back or too large (man 4 fuse). */
const PASSING_ERRORS: ReadonlySet<string> = new Set(['EINTR', 'EAGAIN', 'ENOENT', 'E2BIG', 'EIO']);

/** Not zeroed: only what read(2) has filled is ever looked at. */
const newBuffer = (): Buffer => Buffer.allocUnsafeSlow(BUFFER_BYTES);

function readRequest(fd: number, buffer: Uint8Array): number | { readonly errorCode: string } {
  for (;;) {
    try {
      return readSync(fd, buffer);
    } catch (err) {
      const errorCode = (err as NodeJS.ErrnoException).code ?? 'unknown';
      if (!PASSING_ERRORS.has(errorCode)) return { errorCode };
    }
  }
}

interface Ways {
  readonly post: (message: ReaderMessage) => void;
  readonly isAnswered: (message: Buffer) => boolean;
}

function readRequests(fd: number, credit: ReaderCredit, { post, isAnswered }: Ways): void {
  let buffer = newBuffer();
  while (!credit.isStopped) {
    const read = readRequest(fd, buffer);
    if (typeof read !== 'number') {
      post({ kind: 'ended', errorCode: read.errorCode });
      return;
    }
    const bytes = buffer.subarray(0, read);
    if (isAnswered(bytes)) continue;
    const isCopied = read <= COPIED_BYTES_MAX;
    post({ kind: 'request', bytes: isCopied ? new Uint8Array(bytes) : bytes });
    if (!isCopied) buffer = newBuffer();
    credit.spend(read);
  }
}

function replyTo(fd: number, id: Unique, reply: KernelReply): boolean {
  const refusal = writeReply(fd, id, reply);
  if (refusal !== undefined && !isRequestGone(refusal)) throw refusal;
  return refusal === undefined;
}

const { fd, credit, openFiles } = workerData as ReaderStart;
const port = defined(parentPort, 'the reader runs in a worker thread');
const answers =
  openFiles && new QuickAnswers(new OpenFileTable(openFiles), (id, reply) => replyTo(fd, id, reply));
readRequests(fd, new ReaderCredit(credit), {
  isAnswered: (message) => answers?.take(message) === true,
  post: (message) => {
    port.postMessage(message, message.kind === 'request' ? [message.bytes.buffer as ArrayBuffer] : []);
  },
});
