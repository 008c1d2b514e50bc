import { RefusedError } from '../../../src/core/errors.js';
import { mountAt, readMountTable } from '../../mount-table.js';
import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../protocol/init-answer.js';
import type { KernelReply } from '../../protocol/kernel-reply.js';
import type { KernelRequest } from '../../protocol/kernel-request.js';
import { ROOT_NODE_ID, type Unique } from '../../protocol/request-ids.js';
import { settlesWithin } from '../../settles-within.js';
import { abortConnection } from '../connection-abort.js';
import type { FuseTransport, TransportOptions } from '../fuse-transport.js';
import { findMount, remountDirectory, unmountDevice } from '../kernel-mount.js';
import type { NativeFuse, NativeOptions } from './native-fuse.js';
import { nativeHandlers, type NativeHandlers } from './native-handlers.js';
import { NOTHING_KEPT } from './nothing-kept.js';
import { RequestExchange } from './request-exchange.js';

/** libfuse does not say when it was unmounted. */
const MOUNTED_CHECK_INTERVAL_MS = 500;
const END_TIMEOUT_MS = 3_000;

/** `-o transport=fuse-native`: libfuse's calls on paths, turned into the requests on inodes that the kernel would send. */
export class NativeTransport implements FuseTransport {
  readonly notifier = NOTHING_KEPT;
  readonly ended: Promise<void>;
  private markEnded: () => void = () => undefined;
  private exchange: RequestExchange | undefined;
  private device: string | undefined;

  constructor(
    private readonly options: TransportOptions,
    private readonly fuse: NativeFuse,
  ) {
    this.ended = new Promise((resolve) => (this.markEnded = resolve));
  }

  async start(onRequest: (request: KernelRequest) => void): Promise<void> {
    const { target, source, kernelOptions, clock, log } = this.options;
    if (target.kind === 'descriptor') {
      throw new RefusedError('transport=fuse-native cannot take over a mount (drop_privileges)');
    }
    const exchange = new RequestExchange(onRequest);
    this.exchange = exchange;
    await this.mount(target.path, nativeHandlers(exchange, log));
    this.device = mountAt(await readMountTable(), target.path)?.device;
    // fuse-native has no options for these. libfuse mounts nosuid and nodev, unless they say otherwise.
    const mounted = { source, directory: target.path, options: kernelOptions };
    if (kernelOptions.length > 0) await remountDirectory(mounted, clock);
    this.watch();
    const offer = { major: PROTOCOL_MAJOR, minor: PROTOCOL_MINOR, flags: 0n };
    await exchange.ask(ROOT_NODE_ID, { kind: 'init', offer }, 'init');
  }

  reply(id: Unique, reply: KernelReply): boolean {
    return this.exchange?.reply(id, reply) === true;
  }

  async close(): Promise<void> {
    const { clock, log } = this.options;
    if (this.device === undefined) return;
    await unmountDevice(this.device, clock, log);
    if (!(await settlesWithin(this.ended, END_TIMEOUT_MS, clock))) await abortConnection(this.device, log);
  }

  private mount(directory: string, handlers: NativeHandlers): Promise<void> {
    const mount = new this.fuse(directory, handlers, nativeOptions(this.options.source));
    return new Promise((resolve, reject) => {
      mount.mount((err) => {
        if (err === null) resolve();
        else reject(new RefusedError(`fuse-native cannot mount: ${err.message}`, { cause: err }));
      });
    });
  }

  private watch(): void {
    this.options.clock.after(MOUNTED_CHECK_INTERVAL_MS, () => {
      void this.isMounted().then((isMounted) => (isMounted ? this.watch() : this.markEnded()));
    });
  }

  private async isMounted(): Promise<boolean> {
    return this.device !== undefined && (await findMount(this.device)) !== undefined;
  }
}

/**
 * Nothing may be cached: what others have changed cannot be told to the kernel. fuse-native has no options for
 * direct_io, use_ino (hard links share a number) and big_writes, so they ride behind another, as libfuse reads them.
 */
const nativeOptions = (source: string): NativeOptions => ({
  allowOther: true,
  defaultPermissions: true,
  fsname: source.replaceAll(/[\\,]/g, '\\$&'),
  subtype: 'hafs,direct_io,use_ino,big_writes',
  entryTimeout: '0',
  attrTimeout: '0',
  timeout: false,
});
