import type { PathLike } from 'node:fs';
import type { Attr } from '../src/core/attr.js';
import { FileError } from '../src/core/errors.js';
import type { VolumeContext } from './context.js';
import { VolumeFileHandle } from './file-handle.js';
import { told } from './node-error.js';
import { openMode, type OpenMode } from './open-flags.js';
import { attrAt, placeAt } from './place.js';
import { modeNumber, pathOf } from './values.js';

const FILE_MODE = 0o666;
const FIRST_FD = 1_000_000;
/** A file that others make and remove while it is being opened. */
const ATTEMPTS_MAX = 16;

/** Opens files, and gives them numbers that no local file has. */
export class Opener {
  private lastFd = FIRST_FD;

  constructor(private readonly context: VolumeContext) {}

  open(path: PathLike, flags: string | number = 'r', mode?: string | number): Promise<VolumeFileHandle> {
    const wanted = openMode(flags);
    const where = pathOf(path);
    return told({ syscall: 'open', path: where }, async () => {
      const attr = await this.find(where, wanted, modeNumber(mode, FILE_MODE));
      this.refuse(attr, wanted);
      const handle = this.handleOf(attr, wanted);
      if (wanted.truncates && attr.sizeBytes > 0) await this.truncate(handle, attr);
      return handle;
    });
  }

  private async truncate(handle: VolumeFileHandle, attr: Attr): Promise<void> {
    try {
      await this.context.tree.setAttr(attr.ino, { sizeBytes: 0 });
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  private handleOf({ ino, type }: Attr, mode: OpenMode): VolumeFileHandle {
    const { tree, open } = this.context;
    open.opened(ino);
    return new VolumeFileHandle({
      ...{ tree, ino, mode, fd: ++this.lastFd, isDirectory: type === 'directory' },
      onClose: () => open.closed(ino),
    });
  }

  private refuse({ type }: Attr, { canWrite, wantsDirectory }: OpenMode): void {
    if (type === 'directory' && canWrite) throw new FileError('EISDIR');
    if (type !== 'directory' && wantsDirectory) throw new FileError('ENOTDIR');
    if (type === 'symlink') throw new FileError('ELOOP');
    // What is not a file or a directory has no content that could be read from afar.
    if (type !== 'directory' && type !== 'regular') throw new FileError('ENXIO');
  }

  private async find(path: string, wanted: OpenMode, mode: number): Promise<Attr> {
    const lastLink = wanted.followsLink ? 'follow' : 'keep';
    for (let attempt = 1; ; attempt++) {
      if (!wanted.isExclusive || !wanted.creates) {
        const found = await this.lookUp(path, lastLink, wanted.creates);
        if (found !== undefined) return found;
      }
      const made = await this.make(path, mode, wanted.isExclusive);
      if (made !== undefined) return made;
      if (attempt === ATTEMPTS_MAX) throw new FileError('ESTALE');
    }
  }

  /** @returns `undefined` when there is nothing and something may be made. */
  private async lookUp(
    path: string,
    lastLink: 'follow' | 'keep',
    creates: boolean,
  ): Promise<Attr | undefined> {
    try {
      return await attrAt(this.context.tree, path, lastLink);
    } catch (error) {
      if (creates && error instanceof FileError && error.errno === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @returns `undefined` when somebody else was faster. */
  private async make(path: string, mode: number, isExclusive: boolean): Promise<Attr | undefined> {
    if (path.endsWith('/')) throw new FileError('EISDIR');
    const { tree, umask } = this.context;
    const place = await placeAt(tree, await this.linkTarget(path, isExclusive), 'EISDIR');
    try {
      return await tree.make({ ...place, type: 'regular', mode: mode & ~umask & 0o7777 });
    } catch (error) {
      if (!isExclusive && error instanceof FileError && error.errno === 'EEXIST') return undefined;
      throw error;
    }
  }

  /** A link that leads nowhere yet: what is made is what it names. */
  private async linkTarget(path: string, isExclusive: boolean): Promise<string> {
    if (isExclusive) return path;
    const { tree } = this.context;
    const place = await placeAt(tree, path, 'EISDIR');
    const found = await tree.find(place);
    if (found?.type !== 'symlink') return path;
    const target = Buffer.from(await tree.readLink(found.ino)).toString();
    return target.startsWith('/') ? target : `${path.replace(/[^/]*$/, '')}${target}`;
  }
}
