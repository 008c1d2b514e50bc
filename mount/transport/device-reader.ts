import { Worker } from 'node:worker_threads';
import type { Logger } from '../../src/runtime/logger.js';
import type { OpenFileTable } from '../open-files/open-file-table.js';
import { ReaderCredit } from './reader-credit.js';
import type { ReaderMessage, ReaderStart } from './reader-message.js';

export interface DeviceReaderHooks {
  /** One message of the kernel; its memory is the receiver's. */
  readonly onMessage: (message: Uint8Array) => void;
  /** The thread is gone: nobody reads the device any more. */
  readonly onEnded: () => void;
  readonly openFiles?: OpenFileTable;
}

/** The main thread's end of the thread that reads a FUSE device (dev-fuse-reader.ts). */
export class DeviceReader {
  private readonly credit = new ReaderCredit();

  constructor(fd: number, log: Logger, { onMessage, onEnded, openFiles }: DeviceReaderHooks) {
    const workerData: ReaderStart = { fd, credit: this.credit.memory, openFiles: openFiles?.memory };
    const thread = new Worker(new URL('./dev-fuse-reader.js', import.meta.url), { workerData });
    thread.on('message', (message: ReaderMessage) => {
      if (message.kind === 'ended') return log.info('mount.device_ended', { errorCode: message.errorCode });
      this.credit.giveBack(message.bytes.length);
      onMessage(message.bytes);
    });
    thread.on('error', (err) => log.error('mount.reader_failed', { err }));
    thread.on('exit', onEnded);
  }

  /** Lets the thread end after the next request; nothing but a request or an unmount can wake it. */
  stopAfterNextRequest(): void {
    this.credit.stop();
  }
}
