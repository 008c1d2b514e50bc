import { defined } from '../../core/assert.js';
import { equalBytes } from '../../core/bytes.js';
import type { Attr, FileType } from '../../core/attr.js';
import type { Dirent } from '../../core/dirent.js';
import { FileError } from '../../core/errors.js';
import { fittingBytes } from '../../core/extent.js';
import { ROOT_INO, type Ino } from '../../core/ids.js';
import { IO_SIZE_BYTES_MAX } from '../../core/limits.js';
import type { AttrChange, Caller, FileOperation, FileReply, ReplyKind } from '../../core/operation.js';
import type { FileVolume } from '../file-volume.js';
import { isAbsolute, splitPath, utf8 } from './byte-path.js';

/** As the kernel's own path walk has it (path_resolution(7)). */
const SYMLINKS_FOLLOWED_MAX = 40;
const DIRENTS_PER_REQUEST = 1024;

/** A name in a directory, whether or not there is anything behind it. */
export interface NamePlace {
  readonly parent: Ino;
  readonly name: Uint8Array;
}

export interface NewInode extends NamePlace {
  readonly type: FileType;
  readonly mode: number;
  readonly rdev?: number;
  readonly target?: Uint8Array;
}

/** A volume by paths and inodes. Every method throws `FileError` as a local file system would. */
export class VolumeTree {
  constructor(
    private readonly volume: FileVolume,
    private readonly caller: Caller,
  ) {}

  /** Walks a path from the root; links within it are followed, the last one only when asked. */
  async walk(path: string, lastLink: 'follow' | 'keep'): Promise<Attr> {
    return this.walkNames(splitPath(utf8(path)), lastLink);
  }

  /** The directory that holds the path's last name, and that name. */
  async place(path: string): Promise<NamePlace> {
    const names = splitPath(utf8(path));
    const name = names.pop();
    if (name === undefined) throw new FileError('EBUSY');
    return { parent: (await this.walkNames(names, 'follow')).ino, name };
  }

  /** @returns `undefined` when there is no such name. */
  async find(place: NamePlace): Promise<Attr | undefined> {
    try {
      return await this.lookup(place);
    } catch (err) {
      if (err instanceof FileError && err.errno === 'ENOENT') return undefined;
      throw err;
    }
  }

  async lookup({ parent, name }: NamePlace): Promise<Attr> {
    return (await this.ask({ kind: 'lookup', parent, name }, 'entry')).attr;
  }

  async getAttr(ino: Ino): Promise<Attr> {
    return (await this.ask({ kind: 'getattr', ino }, 'attr')).attr;
  }

  async setAttr(ino: Ino, change: AttrChange): Promise<void> {
    await this.ask({ kind: 'setattr', ino, change }, 'attr');
  }

  async readLink(ino: Ino): Promise<Uint8Array> {
    return (await this.ask({ kind: 'readlink', ino }, 'data')).data;
  }

  /** Every entry with its attributes, in the volume's order. */
  async *list(ino: Ino): AsyncGenerator<Dirent & { readonly attr: Attr }> {
    let cookie = 0;
    for (let end = false; !end;) {
      const page = await this.ask(
        { kind: 'readdir', ino, cookie, entriesMax: DIRENTS_PER_REQUEST, withAttr: true },
        'dirents',
      );
      for (const entry of page.entries)
        yield { ...entry, attr: defined(entry.attr, 'entry without attributes') };
      cookie = page.entries.at(-1)?.cookie ?? cookie;
      end = page.end;
    }
  }

  /** @throws {FileError} EEXIST when the name is taken. */
  async make(inode: NewInode): Promise<Attr> {
    const operation = { rdev: 0, ...inode, kind: 'make', exclusive: true, caller: this.caller } as const;
    return (await this.ask(operation, 'entry')).attr;
  }

  /** At most `IO_SIZE_BYTES_MAX` bytes; fewer only at the end of the file. */
  async read(ino: Ino, offsetBytes: number): Promise<Uint8Array> {
    const operation = { kind: 'read', ino, offsetBytes, lengthBytes: IO_SIZE_BYTES_MAX } as const;
    return (await this.ask(operation, 'data')).data;
  }

  /**
   * @param data at most `IO_SIZE_BYTES_MAX` bytes.
   * @throws {FileError} EFBIG when they do not all fit into the largest file.
   */
  async write(ino: Ino, offsetBytes: number, data: Uint8Array): Promise<void> {
    await this.ask({ kind: 'write', ino, offsetBytes, data, append: false, sync: false }, 'written');
    if (fittingBytes(offsetBytes, data.length) < data.length) throw new FileError('EFBIG');
  }

  async link(ino: Ino, place: NamePlace): Promise<void> {
    await this.ask({ kind: 'link', ino, ...place }, 'entry');
  }

  async remove(place: NamePlace, kind: 'unlink' | 'rmdir'): Promise<void> {
    await this.ask({ kind, ...place }, 'done');
  }

  /** Replaces what stands at `to`, as rename(2) does. */
  async rename(from: NamePlace, to: NamePlace): Promise<void> {
    const { parent: newParent, name: newName } = to;
    await this.ask({ kind: 'rename', ...from, newParent, newName, mode: 'replace' }, 'done');
  }

  private async walkNames(names: Uint8Array[], lastLink: 'follow' | 'keep'): Promise<Attr> {
    let pending = this.belowRoot(names);
    const root = await this.getAttr(this.volume.root?.ino ?? ROOT_INO);
    let trail = [root];
    let linksLeft = SYMLINKS_FOLLOWED_MAX;
    for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
      const here = trail.at(-1) ?? root;
      const next = await this.step(here, name, trail.at(-2) ?? root);
      if (next.type === 'symlink' && (pending.length > 0 || lastLink === 'follow')) {
        if (linksLeft-- === 0) throw new FileError('ELOOP');
        const target = await this.readLink(next.ino);
        pending = [...splitPath(target), ...pending];
        if (isAbsolute(target)) [trail, pending] = [[root], this.belowRoot(pending)];
      } else if (next === trail.at(-2)) trail.pop();
      else if (next !== here) trail.push(next);
    }
    return trail.at(-1) ?? root;
  }

  /** A path from the volume's root, as one from what this client may see. @throws {FileError} EACCES it leads elsewhere. */
  private belowRoot(names: readonly Uint8Array[]): Uint8Array[] {
    const above = splitPath(utf8(this.volume.root?.path ?? '/'));
    const isBelow = above.every((name, depth) => equalBytes(name, names[depth] ?? new Uint8Array()));
    if (!isBelow) throw new FileError('EACCES');
    return names.slice(above.length);
  }

  private async step(here: Attr, name: Uint8Array, above: Attr): Promise<Attr> {
    if (here.type !== 'directory') throw new FileError('ENOTDIR');
    const text = Buffer.from(name).toString('latin1');
    if (text === '.') return here;
    return text === '..' ? above : this.lookup({ parent: here.ino, name });
  }

  /** One operation. @throws {TypeError} the reply is of another kind. */
  async ask<Kind extends ReplyKind>(
    operation: FileOperation,
    kind: Kind,
  ): Promise<Extract<FileReply, { kind: Kind }>> {
    const reply = await this.volume.execute(operation);
    if (reply.kind !== kind) throw new TypeError(`${operation.kind} was answered with ${reply.kind}`);
    return reply as Extract<FileReply, { kind: Kind }>;
  }
}
