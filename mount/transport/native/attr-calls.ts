import { KIB, NAME_BYTES_MAX } from '../../../src/core/limits.js';
import type { AttrRequest } from '../../protocol/kernel-request.js';
import { ROOT_NODE_ID } from '../../protocol/request-ids.js';
import { nativeStat, type NativeStat } from './native-stat.js';
import type { PathWalk } from './path-walk.js';
import type { RequestExchange } from './request-exchange.js';

/** As statvfs(3) has it. */
export interface NativeSpace {
  readonly bsize: number;
  readonly frsize: number;
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
  readonly files: number;
  readonly ffree: number;
  readonly favail: number;
  readonly namemax: number;
}

/** fuse-native counts blocks in 32 bits: that is 256 TiB. */
const FRAGMENT_BYTES = 64 * KIB;
const PERMISSION_BITS = 0o7777;
/** chown(2): -1 leaves it. */
const UNCHANGED = 0xffff_ffff;

/** What `stat`, `chmod`, `chown`, `truncate` and `df` come down to. */
export class AttrCalls {
  constructor(
    private readonly exchange: RequestExchange,
    private readonly walk: PathWalk,
  ) {}

  getattr(path: string): Promise<NativeStat> {
    return this.walk.at(path, async (node, attr) =>
      nativeStat(attr ?? (await this.exchange.ask(node, { kind: 'getattr' }, 'attr')).attr),
    );
  }

  chmod(path: string, mode: number): Promise<void> {
    return this.change(path, { mode: mode & PERMISSION_BITS });
  }

  chown(path: string, uid: number, gid: number): Promise<void> {
    return this.change(path, { ...(uid !== UNCHANGED && { uid }), ...(gid !== UNCHANGED && { gid }) });
  }

  truncate(path: string, sizeBytes: number): Promise<void> {
    return this.change(path, { sizeBytes });
  }

  async statfs(): Promise<NativeSpace> {
    const { space } = await this.exchange.ask(ROOT_NODE_ID, { kind: 'statfs' }, 'space');
    const blocks = Math.floor(space.totalBytes / FRAGMENT_BYTES);
    const free = Math.floor(space.availableBytes / FRAGMENT_BYTES);
    const inodes = { files: space.inodeCount + free, ffree: free, favail: free };
    const sizes = { bsize: FRAGMENT_BYTES, frsize: FRAGMENT_BYTES, namemax: NAME_BYTES_MAX };
    return { ...sizes, blocks, bfree: free, bavail: free, ...inodes };
  }

  private change(path: string, change: AttrRequest): Promise<void> {
    return this.walk.at(path, async (node) => {
      await this.exchange.ask(node, { kind: 'setattr', change }, 'attr');
    });
  }
}
