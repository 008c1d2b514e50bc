import type { KernelNodeId } from '../protocol/request-ids.js';

/**
 * What the mount tells the kernel unasked. Each resolves once the kernel has done it, or has nothing of the kind.
 * The kernel may need locks for it that it holds until it has an answer from this very process.
 */
export interface Notifier {
  /** Whether the kernel may be told names for a while: where something is mounted within, they could not be taken back. */
  mayKeepNames(): boolean;
  /** What INIT says of the kernel, as soon as it has come. */
  offered(minor: number): void;
  /**
   * Attributes are asked for before they are told again. Needs no lock.
   * @returns whether the kernel has the inode.
   */
  attributes(nodeid: KernelNodeId): Promise<boolean>;
  /** The same, and the pages are dropped. Waits for reads and writes of them. */
  data(nodeid: KernelNodeId): Promise<void>;
  /**
   * The name is asked for before it is told again, and forgotten: with it goes what the kernel keeps of a file that has no
   * other, and of all below a directory. Waits for changes of the directory from here.
   */
  entry(parent: KernelNodeId, name: Uint8Array): Promise<void>;
  /** The name is asked for before it is told again; nothing is forgotten if it still stands for the same. Waits likewise. */
  expiry(parent: KernelNodeId, name: Uint8Array): Promise<void>;
  /**
   * All names are forgotten, each when it is next looked up, without any lock; with one goes what is mounted below it in
   * this file system. `undefined` where the kernel (before Linux 6.16) cannot, or something is mounted there.
   */
  allEntries(): Promise<void> | undefined;
}
