import type { Logger } from '../../src/runtime/logger.js';
import { defined } from '../../src/core/assert.js';
import {
  EPOCH_MINOR_MIN,
  invalidAttributes,
  invalidData,
  expiredEntry,
  invalidEntry,
  newEpoch,
} from '../protocol/encode-notification.js';
import type { KernelNodeId } from '../protocol/request-ids.js';
import type { NestedMounts } from './nested-mounts.js';
import type { Notifier } from './notifier.js';
import { NotifierWorker } from './notifier-worker.js';

/** Each writes one notification after the other. */
interface Threads {
  readonly quick: NotifierWorker;
  readonly entries: NotifierWorker;
  readonly pages: NotifierWorker;
}

/** Notifications over a FUSE device. What needs no lock never stands behind what may wait for one. */
export class DeviceNotifier implements Notifier {
  private threads: Threads | undefined;
  private kernelMinor = 0;
  private nested: NestedMounts | undefined;

  constructor(private readonly log: Logger) {}

  /** Before the first notification. @param nested what is mounted within, if that can be known. */
  start(fd: number, nested?: NestedMounts): void {
    this.nested = nested;
    const thread = (): NotifierWorker => new NotifierWorker(fd, this.log);
    this.threads = { quick: thread(), entries: thread(), pages: thread() };
  }

  /** What INIT says of the kernel. */
  offered(minor: number): void {
    this.kernelMinor = minor;
  }

  mayKeepNames(): boolean {
    return this.nested?.wereThereLately() !== true;
  }

  attributes(nodeid: KernelNodeId): Promise<boolean> {
    return this.started.quick.send(invalidAttributes(nodeid));
  }

  async data(nodeid: KernelNodeId): Promise<void> {
    await this.started.pages.send(invalidData(nodeid));
  }

  async entry(parent: KernelNodeId, name: Uint8Array): Promise<void> {
    await this.started.entries.send(invalidEntry(parent, name));
  }

  async expiry(parent: KernelNodeId, name: Uint8Array): Promise<void> {
    await this.started.entries.send(expiredEntry(parent, name));
  }

  allEntries(): Promise<void> | undefined {
    if (this.kernelMinor < EPOCH_MINOR_MIN || this.nested?.areThere() === true) return undefined;
    return this.started.quick.send(newEpoch()).then(() => undefined);
  }

  async stop(): Promise<void> {
    const { quick, entries, pages } = this.started;
    await Promise.all([quick.stop(), entries.stop(), pages.stop()]);
  }

  private get started(): Threads {
    return defined(this.threads, 'the mount has not begun');
  }
}
