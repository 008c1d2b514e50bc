import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import type { MountTarget } from '../mount-point.js';
import type { OpenFileTable } from '../open-files/open-file-table.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest } from '../protocol/kernel-request.js';
import type { Unique } from '../protocol/request-ids.js';
import type { Notifier } from './notifier.js';

/** As after `-o transport=`. */
export const TRANSPORT_NAMES = ['dev-fuse', 'fuse-native'] as const;
export type TransportName = (typeof TRANSPORT_NAMES)[number];

export interface TransportOptions {
  readonly target: MountTarget;
  /** What the mount table shows as the source. */
  readonly source: string;
  /** Generic options for mount(8). */
  readonly kernelOptions: readonly string[];
  /** What mount(8) only writes down, such as `_netdev`. */
  readonly notedOptions?: readonly string[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether requests may name the top of the mount by `ANCHOR_NODE_ID` (transport/anchor.ts). */
  readonly isAnchored?: boolean;
  /** Where a reader of its own may take down files that it opens by itself; without, all requests are handed over. */
  readonly openFiles?: OpenFileTable;
}

/**
 * The way between the kernel and this mount: `/dev/fuse` by default.
 *
 * What goes from us to the kernel unasked (FUSE_NOTIFY_*) does not belong on the caller's thread: the
 * kernel may hold the lock that it needs until this very process has answered a request.
 */
export interface FuseTransport {
  /**
   * Mounts, and hands over every request from then on. Once this resolves the mount is in place; it
   * answers as soon as INIT, the first request, has been answered.
   * @throws {RefusedError} when the mount is not possible; nothing is left behind.
   */
  start(onRequest: (request: KernelRequest) => void): Promise<void>;
  /**
   * Answers a request, once.
   * @returns `false` when the kernel no longer waits for it (interrupted, or unmounted meanwhile).
   */
  reply(id: Unique, reply: KernelReply): boolean;
  /** Of use from `start` on. */
  readonly notifier: Notifier;
  /** Resolves when no further request can come: unmounted by whomever. Never rejects. */
  readonly ended: Promise<void>;
  /** Unmounts. Requests that come meanwhile must still be answered, or it takes until its time limit. */
  close(): Promise<void>;
}
