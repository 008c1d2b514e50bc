/** What concerns what a path stands for: `stat`, `chmod`, `utimes` and their kin. */
import type { BigIntStats, PathLike } from 'node:fs';
import type { Attr } from '../src/core/attr.js';
import { FileError } from '../src/core/errors.js';
import type { AttrChange } from '../src/core/operation.js';
import { isAllowed } from './access.js';
import type { VolumeContext } from './context.js';
import { told } from './node-error.js';
import { attrAt } from './place.js';
import { bigIntStatsOf, statsOf, type VolumeSpaceStats, type VolumeStats } from './stats.js';
import { modeNumber, pathOf, timeOf } from './values.js';

const BLOCK_BYTES = 4_096;
/** FUSE_SUPER_MAGIC: what statfs(2) says on a mount. */
const FILE_SYSTEM_TYPE = 0x65735546;

type When = string | number | Date;

export class AttributeCalls {
  constructor(protected readonly context: VolumeContext) {}

  access(path: PathLike, mode = 0): Promise<void> {
    return this.on('access', path, 'follow', (attr) => {
      if (!isAllowed(attr, mode, this.context.caller)) throw new FileError('EACCES');
      return Promise.resolve();
    });
  }

  stat(path: PathLike, options?: { bigint?: false }): Promise<VolumeStats>;
  stat(path: PathLike, options: { bigint: true }): Promise<BigIntStats>;
  stat(path: PathLike, options?: { bigint?: boolean }): Promise<VolumeStats | BigIntStats> {
    return this.on('stat', path, 'follow', (attr) => Promise.resolve(shown(attr, options)));
  }

  lstat(path: PathLike, options?: { bigint?: false }): Promise<VolumeStats>;
  lstat(path: PathLike, options: { bigint: true }): Promise<BigIntStats>;
  lstat(path: PathLike, options?: { bigint?: boolean }): Promise<VolumeStats | BigIntStats> {
    return this.on('lstat', path, 'keep', (attr) => Promise.resolve(shown(attr, options)));
  }

  statfs(path: PathLike): Promise<VolumeSpaceStats> {
    return this.on('statfs', path, 'follow', async () => {
      const { space } = await this.context.tree.ask({ kind: 'statfs' }, 'space');
      const free = Math.floor(space.availableBytes / BLOCK_BYTES);
      return {
        type: FILE_SYSTEM_TYPE,
        bsize: BLOCK_BYTES,
        blocks: Math.floor(space.totalBytes / BLOCK_BYTES),
        ...{ bfree: free, bavail: free, files: space.inodeCount, ffree: Number.MAX_SAFE_INTEGER },
      };
    });
  }

  chmod(path: PathLike, mode: string | number): Promise<void> {
    return this.change('chmod', path, 'follow', { mode: modeNumber(mode, 0) & 0o7777 });
  }

  chown(path: PathLike, uid: number, gid: number): Promise<void> {
    return this.change('chown', path, 'follow', { uid, gid });
  }

  lchown(path: PathLike, uid: number, gid: number): Promise<void> {
    return this.change('lchown', path, 'keep', { uid, gid });
  }

  utimes(path: PathLike, atime: When, mtime: When): Promise<void> {
    return this.change('utime', path, 'follow', { atime: timeOf(atime), mtime: timeOf(mtime) });
  }

  lutimes(path: PathLike, atime: When, mtime: When): Promise<void> {
    return this.change('lutime', path, 'keep', { atime: timeOf(atime), mtime: timeOf(mtime) });
  }

  private change(
    syscall: string,
    path: PathLike,
    lastLink: 'follow' | 'keep',
    change: AttrChange,
  ): Promise<void> {
    return this.on(syscall, path, lastLink, ({ ino }) => this.context.tree.setAttr(ino, change));
  }

  private on<T>(
    syscall: string,
    path: PathLike,
    lastLink: 'follow' | 'keep',
    work: (attr: Attr) => Promise<T>,
  ): Promise<T> {
    const where = pathOf(path);
    return told({ syscall, path: where }, async () => work(await attrAt(this.context.tree, where, lastLink)));
  }
}

const shown = (attr: Attr, options: { bigint?: boolean } | undefined): VolumeStats | BigIntStats =>
  options?.bigint === true ? bigIntStatsOf(attr) : statsOf(attr);
