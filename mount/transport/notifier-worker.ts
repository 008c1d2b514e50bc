import { Worker } from 'node:worker_threads';
import { assert } from '../../src/core/assert.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { Notified, NotifierStart } from './notifier-message.js';

const NOTHING_THERE = 'ENOENT';
/** The device is gone, and everything that the kernel had with it. */
const ENDED_ERRORS: ReadonlySet<string> = new Set(['ENODEV', 'ENOTCONN', 'EBADF', 'ECONNABORTED', 'EPERM']);

/** The main thread's end of a thread that writes notifications (notifier-thread.ts), in the order of the calls. */
export class NotifierWorker {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, (isFound: boolean) => void>();
  private lastId = 0;
  private isStopped = false;

  constructor(
    fd: number,
    private readonly log: Logger,
  ) {
    const workerData: NotifierStart = { fd };
    this.thread = new Worker(new URL('./notifier-thread.js', import.meta.url), { workerData });
    this.thread.unref();
    this.thread.on('message', (notified: Notified) => this.done(notified));
    this.thread.on('error', (err) => {
      log.error('mount.notifier_failed', { err });
      // Without it the kernel would go on telling what is no longer so.
      throw err;
    });
    this.thread.on('exit', () => this.end());
  }

  /** Resolves once the kernel has taken it, or the mount is over. @returns whether the kernel has anything of the kind. */
  send(bytes: Uint8Array): Promise<boolean> {
    if (this.isStopped) return Promise.resolve(true);
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.thread.postMessage({ id, bytes });
    });
  }

  /** To be called before the device is closed: its number may be somebody else's then. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.thread.terminate();
  }

  private done({ id, errorCode }: Notified): void {
    const isMissing = errorCode === NOTHING_THERE;
    if (errorCode !== undefined && !isMissing && !ENDED_ERRORS.has(errorCode)) {
      this.log.warn('mount.notification_refused', { errorCode });
    }
    this.waiting.get(id)?.(!isMissing);
    this.waiting.delete(id);
  }

  private end(): void {
    assert(this.isStopped, 'a notifier has ended while the mount goes on');
    for (const resolve of this.waiting.values()) resolve(true);
    this.waiting.clear();
  }
}
