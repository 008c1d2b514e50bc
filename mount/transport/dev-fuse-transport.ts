import { closeSync, openSync } from 'node:fs';
import { ERRNO } from '../../src/core/errno.js';
import { InvalidRequestError, RefusedError } from '../../src/core/errors.js';
import { FUSE_DEVICE } from '../../src/runtime/fuse-device.js';
import { decodeRequest, wantsReply } from '../protocol/decode-request.js';
import { errorReply, type KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest } from '../protocol/kernel-request.js';
import type { Unique } from '../protocol/request-ids.js';
import { runCommand } from '../run-command.js';
import { settlesWithin } from '../settles-within.js';
import { Anchor } from './anchor.js';
import { abortConnection } from './connection-abort.js';
import { superblockDevice } from './device-number.js';
import { DeviceNotifier } from './device-notifier.js';
import { DeviceReader } from './device-reader.js';
import type { FuseTransport, TransportOptions } from './fuse-transport.js';
import { Guardian } from './guardian.js';
import { findMount, mountDevice, unmountDevice, unmountIfDead } from './kernel-mount.js';
import { NestedMounts } from './nested-mounts.js';
import { raiseReadAhead } from './read-ahead.js';
import { isRequestGone, writeReply } from './write-reply.js';

/** How long an unmounted connection may take to end; more means that another namespace still has it. */
const END_TIMEOUT_MS = 3_000;
const POKE_TIMEOUT_MS = 2_000;

/** Speaks the kernel's FUSE protocol on /dev/fuse: a thread reads, replies are written from here. */
export class DevFuseTransport implements FuseTransport {
  readonly ended: Promise<void>;
  private readonly options: TransportOptions;
  private markEnded: () => void = () => undefined;
  private hasEnded = false;
  private fd = -1;
  private device: string | undefined;
  readonly notifier: DeviceNotifier;
  private readonly guardian: Guardian;
  private reader: DeviceReader | undefined;
  private anchor: Anchor | undefined;

  constructor(options: TransportOptions) {
    this.options = options;
    this.notifier = new DeviceNotifier(options.log);
    this.guardian = new Guardian(options.log);
    this.ended = new Promise((resolve) => (this.markEnded = resolve));
  }

  async start(onRequest: (request: KernelRequest) => void): Promise<void> {
    const { target, log, isAnchored } = this.options;
    if (target.kind === 'directory' && isAnchored === true)
      this.anchor = await Anchor.prepare(target.path, this.options.clock);
    const place = this.anchor?.hidden ?? this.directory;
    this.fd = target.kind === 'descriptor' ? target.fd : await this.mount(place ?? target.path);
    this.device = await superblockDevice(this.fd, place);
    if (this.device !== undefined) await raiseReadAhead(this.device, log);
    if (this.device !== undefined) this.guardian.start(this.device);
    const { clock } = this.options;
    this.notifier.start(
      this.fd,
      this.device === undefined ? undefined : new NestedMounts(this.device, clock),
    );
    this.reader = new DeviceReader(this.fd, log, {
      onMessage: (message) => this.take(message, onRequest),
      onEnded: () => this.end(),
      ...(this.options.openFiles && { openFiles: this.options.openFiles }),
    });
    if (target.kind === 'directory') await this.dropAnchor(target.path);
  }

  reply(id: Unique, reply: KernelReply): boolean {
    if (this.hasEnded) return false; // The descriptor's number may be somebody else's by now.
    const refusal = writeReply(this.fd, id, reply);
    if (refusal === undefined) return true;
    this.replyFailed(id, reply, refusal);
    return false;
  }

  async close(): Promise<void> {
    const { clock, log } = this.options;
    if (this.hasEnded) return this.clearDeadMount();
    if (this.directory === undefined) await this.stopReader();
    else if (this.device !== undefined) await unmountDevice(this.device, clock, log);
    if (await settlesWithin(this.ended, END_TIMEOUT_MS, clock)) return;
    if (this.device !== undefined) await abortConnection(this.device, log);
  }

  private async dropAnchor(directory: string): Promise<void> {
    try {
      await this.anchor?.drop(directory, this.options.notedOptions ?? []);
    } catch (err) {
      // Nothing is mounted any more, so the reader ends and lets go of the device.
      await settlesWithin(this.ended, END_TIMEOUT_MS, this.options.clock);
      throw err;
    }
  }

  private get directory(): string | undefined {
    return this.options.target.kind === 'directory' ? this.options.target.path : undefined;
  }

  /** @returns the open device behind the new mount. */
  private async mount(directory: string): Promise<number> {
    const { source, kernelOptions, clock } = this.options;
    let fd: number | undefined;
    try {
      fd = openDevice();
      await mountDevice(fd, { source, directory, options: kernelOptions }, clock);
      return fd;
    } catch (err) {
      if (fd !== undefined) closeSync(fd);
      await this.anchor?.clear();
      throw err;
    }
  }

  /** An abort of the connection ends it without an unmount. */
  private async clearDeadMount(): Promise<void> {
    const { source, clock } = this.options;
    if (this.directory === undefined || this.device === undefined) return;
    await unmountIfDead({ device: this.device, directory: this.directory, source }, clock);
  }

  /** For a mount that is not ours to unmount: a request frees the reader, which then sees that it shall end. */
  private async stopReader(): Promise<void> {
    this.reader?.stopAfterNextRequest();
    const mount = this.device === undefined ? undefined : await findMount(this.device);
    const limits = { timeoutMs: POKE_TIMEOUT_MS, clock: this.options.clock };
    if (mount !== undefined) await runCommand('stat', ['-f', '--', mount.mountPoint], limits);
  }

  private end(): void {
    this.hasEnded = true;
    const close = (): void => {
      this.guardian.stop();
      closeSync(this.fd); // What is left unanswered fails with ENOTCONN instead of waiting for ever.
      this.markEnded();
    };
    this.notifier.stop().then(close, close);
  }

  private take(message: Uint8Array, onRequest: (request: KernelRequest) => void): void {
    try {
      const decoded = decodeRequest(message);
      if (decoded.kind === 'request') return this.handOver(decoded.request, onRequest);
      const { header, cause } = decoded;
      this.options.log.error('mount.malformed_request', { opcode: header.opcode, err: cause });
      if (wantsReply(header.opcode)) this.reply(header.unique, errorReply(ERRNO.EINVAL));
    } catch (err) {
      if (!(err instanceof InvalidRequestError)) throw err;
      this.options.log.error('mount.unreadable_request', { err });
    }
  }

  private handOver(request: KernelRequest, onRequest: (request: KernelRequest) => void): void {
    const reply = this.anchor?.answer(request);
    if (reply === undefined) onRequest(request);
    else this.reply(request.header.unique, reply);
  }

  /** A reply that the kernel finds wrong leaves the request waiting, so it must get a plain error instead. */
  private replyFailed(id: Unique, reply: KernelReply, err: NodeJS.ErrnoException): void {
    if (isRequestGone(err)) return;
    this.options.log.error('mount.reply_refused', { kind: reply.kind, err });
    if (reply.kind !== 'error') this.reply(id, errorReply(ERRNO.EIO));
  }
}

function openDevice(): number {
  try {
    return openSync(FUSE_DEVICE, 'r+');
  } catch (err) {
    throw new RefusedError(`cannot open ${FUSE_DEVICE}: ${(err as Error).message}`, { cause: err });
  }
}
