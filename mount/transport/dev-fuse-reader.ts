/**
 * The thread that blocks in read(2) on the FUSE device and hands each request to the main thread.
 * Freed only by a request, an unmount, or an abort of the connection.
 */
import { readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { defined } from '../../src/core/assert.js';
import { IO_SIZE_BYTES_MAX, KIB } from '../../src/core/limits.js';
import { ReaderCredit } from './reader-credit.js';
import type { ReaderMessage, ReaderStart } from './reader-message.js';

/** The largest request: WRITE's data with its headers, or SETXATTR's value and name. */
const BUFFER_BYTES = IO_SIZE_BYTES_MAX + 64 * KIB;
/** Requests up to here are copied out, so that the large buffer can be used again. */
const COPIED_BYTES_MAX = 64 * KIB;

/** read(2) on /dev/fuse: interrupted, nothing there, or a request that was taken back or too large (man 4 fuse). */
const PASSING_ERRORS: ReadonlySet<string> = new Set(['EINTR', 'EAGAIN', 'ENOENT', 'E2BIG', 'EIO']);

/** Not zeroed: only what read(2) has filled is ever looked at. */
const newBuffer = (): Uint8Array => new Uint8Array(Buffer.allocUnsafeSlow(BUFFER_BYTES).buffer);

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

function readRequests(fd: number, credit: ReaderCredit, post: (message: ReaderMessage) => void): void {
  let buffer = newBuffer();
  while (!credit.isStopped) {
    const read = readRequest(fd, buffer);
    if (typeof read !== 'number') {
      post({ kind: 'ended', errorCode: read.errorCode });
      return;
    }
    const isCopied = read <= COPIED_BYTES_MAX;
    post({ kind: 'request', bytes: isCopied ? buffer.slice(0, read) : buffer.subarray(0, read) });
    if (!isCopied) buffer = newBuffer();
    credit.spend(read);
  }
}

const { fd, credit } = workerData as ReaderStart;
const port = defined(parentPort, 'the reader runs in a worker thread');
readRequests(fd, new ReaderCredit(credit), (message) => {
  port.postMessage(message, message.kind === 'request' ? [message.bytes.buffer as ArrayBuffer] : []);
});
