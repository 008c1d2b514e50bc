/** What concerns names: `mkdir`, `rename`, `readdir`, `rm` and their kin. */
import type { PathLike } from 'node:fs';
import { nameText, utf8 } from '../src/client/tree/byte-path.js';
import { FileError } from '../src/core/errors.js';
import { AttributeCalls } from './attribute-calls.js';
import { direntOf, listed, VolumeDirectory, type ListedEntry, type VolumeDirent } from './directories.js';
import { makeDirectories } from './make-directories.js';
import { told } from './node-error.js';
import { attrAt, placeAt } from './place.js';
import { remove, type RemoveOptions } from './remove-tree.js';
import { modeNumber, pathOf } from './values.js';

const DIRECTORY_MODE = 0o777;
const SYMLINK_MODE = 0o777;
const PRIVATE_MODE = 0o700;
/** As mkdtemp(3). */
const TEMPORARY_NAME_LENGTH = 6;
const TEMPORARY_NAME_ATTEMPTS_MAX = 100;
const TEMPORARY_NAME_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export interface MakeDirectoryOptions {
  readonly recursive?: boolean;
  readonly mode?: string | number;
}

export interface ListOptions {
  readonly withFileTypes?: boolean;
  readonly recursive?: boolean;
}

export class NameCalls extends AttributeCalls {
  /** @returns with `recursive` the first directory that had to be made, if any had. */
  mkdir(path: PathLike, options?: MakeDirectoryOptions | string | number): Promise<string | undefined> {
    const { recursive = false, mode }: MakeDirectoryOptions =
      typeof options === 'object' ? options : { mode: options ?? DIRECTORY_MODE };
    const where = pathOf(path);
    const bits = this.masked(modeNumber(mode, DIRECTORY_MODE));
    return told({ syscall: 'mkdir', path: where }, async () => {
      if (recursive) return makeDirectories(this.context.tree, where, bits);
      const place = await placeAt(this.context.tree, where, 'EEXIST');
      await this.context.tree.make({ ...place, type: 'directory', mode: bits });
      return undefined;
    });
  }

  /** @returns the path of a new directory whose name begins with the prefix. */
  mkdtemp(prefix: string): Promise<string> {
    return this.makeTemporary(prefix, 1);
  }

  private async makeTemporary(prefix: string, attempt: number): Promise<string> {
    const path = prefix + this.randomLetters();
    try {
      return await told({ syscall: 'mkdtemp', path }, async () => {
        const place = await placeAt(this.context.tree, path, 'EEXIST');
        await this.context.tree.make({ ...place, type: 'directory', mode: PRIVATE_MODE });
        return path;
      });
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (!isTaken || attempt === TEMPORARY_NAME_ATTEMPTS_MAX) throw error;
      return this.makeTemporary(prefix, attempt + 1);
    }
  }

  readdir(
    path: PathLike,
    options?: { withFileTypes?: false; recursive?: boolean } | BufferEncoding | null,
  ): Promise<string[]>;
  readdir(path: PathLike, options: { withFileTypes: true; recursive?: boolean }): Promise<VolumeDirent[]>;
  readdir(path: PathLike, options?: ListOptions | BufferEncoding | null): Promise<string[] | VolumeDirent[]> {
    const { withFileTypes = false, recursive = false }: ListOptions =
      typeof options === 'object' ? (options ?? {}) : {};
    const where = pathOf(path);
    return told({ syscall: 'scandir', path: where }, async () => {
      const entries: ListedEntry[] = [];
      for await (const entry of listed(this.context.tree, where, recursive)) entries.push(entry);
      return withFileTypes ? entries.map(direntOf) : entries.map(({ relativePath }) => relativePath);
    });
  }

  opendir(
    path: PathLike,
    { recursive = false }: { readonly recursive?: boolean } = {},
  ): Promise<VolumeDirectory> {
    const where = pathOf(path);
    return told({ syscall: 'opendir', path: where }, async () => {
      const { type } = await attrAt(this.context.tree, where, 'follow');
      if (type !== 'directory') throw new FileError('ENOTDIR');
      return new VolumeDirectory(where, listed(this.context.tree, where, recursive));
    });
  }

  rename(from: PathLike, to: PathLike): Promise<void> {
    const [path, dest] = [pathOf(from), pathOf(to)];
    return told({ syscall: 'rename', path, dest }, async () => {
      const { tree } = this.context;
      const source = await placeAt(tree, path, 'EBUSY');
      const attr = await tree.lookup(source);
      const target = await placeAt(tree, dest, 'EBUSY');
      const isDirectoryMeant = path.endsWith('/') || dest.endsWith('/');
      if (isDirectoryMeant && attr.type !== 'directory') throw new FileError('ENOTDIR');
      await tree.rename(source, target);
    });
  }

  link(existing: PathLike, added: PathLike): Promise<void> {
    const [path, dest] = [pathOf(existing), pathOf(added)];
    return told({ syscall: 'link', path, dest }, async () => {
      const { tree } = this.context;
      const { ino, type } = await attrAt(tree, path, 'keep');
      const place = await placeAt(tree, dest, 'EEXIST');
      if ((await tree.find(place)) !== undefined) throw new FileError('EEXIST');
      if (type === 'directory') throw new FileError('EPERM');
      await tree.link(ino, place);
    });
  }

  symlink(target: PathLike, added: PathLike): Promise<void> {
    const [path, dest] = [pathOf(target), pathOf(added)];
    return told({ syscall: 'symlink', path, dest }, async () => {
      if (path === '') throw new FileError('ENOENT');
      const place = await placeAt(this.context.tree, dest, 'EEXIST');
      await this.context.tree.make({ ...place, type: 'symlink', mode: SYMLINK_MODE, target: utf8(path) });
    });
  }

  readlink(path: PathLike): Promise<string> {
    const where = pathOf(path);
    return told({ syscall: 'readlink', path: where }, async () => {
      const { ino, type } = await attrAt(this.context.tree, where, 'keep');
      if (type !== 'symlink') throw new FileError('EINVAL');
      return nameText(await this.context.tree.readLink(ino));
    });
  }

  unlink(path: PathLike): Promise<void> {
    const where = pathOf(path);
    return told({ syscall: 'unlink', path: where }, async () => {
      const place = await placeAt(this.context.tree, where, 'EISDIR');
      if (where.endsWith('/')) {
        const { type } = await this.context.tree.lookup(place);
        throw new FileError(type === 'directory' ? 'EISDIR' : 'ENOTDIR');
      }
      await this.context.tree.remove(place, 'unlink');
    });
  }

  rmdir(path: PathLike): Promise<void> {
    const where = pathOf(path);
    return told({ syscall: 'rmdir', path: where }, async () => {
      const refusal = /(^|\/)\.\/*$/.test(where) ? 'EINVAL' : /^\/*$/.test(where) ? 'EBUSY' : 'ENOTEMPTY';
      await this.context.tree.remove(await placeAt(this.context.tree, where, refusal), 'rmdir');
    });
  }

  rm(path: PathLike, options: RemoveOptions = {}): Promise<void> {
    return remove(this.context.tree, pathOf(path), options);
  }

  protected masked(mode: number): number {
    return mode & ~this.context.umask & 0o7777;
  }

  private randomLetters(): string {
    const letter = (): string => {
      const at = Math.floor(this.context.random.unit() * TEMPORARY_NAME_LETTERS.length);
      return TEMPORARY_NAME_LETTERS.charAt(at);
    };
    return Array.from({ length: TEMPORARY_NAME_LENGTH }, letter).join('');
  }
}
