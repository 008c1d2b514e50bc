/** A thread that writes notifications to the FUSE device, one after the other: each may have to wait for a lock. */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { defined } from '../../src/core/assert.js';
import type { Notification, NotifierStart, Notified } from './notifier-message.js';

const { fd } = workerData as NotifierStart;
const port = defined(parentPort, 'the notifier runs in a worker thread');

/** @returns what write(2) says; ENOENT when the kernel has nothing of the kind. */
function write(bytes: Uint8Array): string | undefined {
  try {
    writeSync(fd, bytes);
    return undefined;
  } catch (err) {
    return (err as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

port.on('message', ({ id, bytes }: Notification) => {
  const errorCode = write(bytes);
  const done: Notified = errorCode === undefined ? { id } : { id, errorCode };
  port.postMessage(done);
});
