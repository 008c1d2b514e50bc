import { FILE_TYPE } from '../../../src/core/attr.js';
import { FileError } from '../../../src/core/errors.js';
import { MIB } from '../../../src/core/limits.js';
import type { KernelDirent } from '../../protocol/dirent-layout.js';
import type { RequestBody } from '../../protocol/kernel-request.js';
import { kernelNodeId } from '../../protocol/request-ids.js';
import { nativeDirent, type NativeStat } from './native-stat.js';
import { bytesToText, textToBytes } from './native-text.js';
import type { PathWalk } from './path-walk.js';
import type { RequestExchange } from './request-exchange.js';

const LISTING_BYTES = MIB;
const FILE_TYPE_SHIFT = 12;
/** The kernel has applied the umask already. */
const NO_UMASK = 0;

/** Names: making, removing, moving and listing them. */
export class NameCalls {
  constructor(
    private readonly exchange: RequestExchange,
    private readonly walk: PathWalk,
  ) {}

  async mknod(path: string, mode: number, rdev: number): Promise<void> {
    try {
      await this.make(path, (name) => ({ kind: 'mknod', name, mode, umask: NO_UMASK, rdev }));
    } catch (err) {
      // libfuse makes every new file by MKNOD: for an open without O_EXCL the kernel is to look again, and open what is there.
      const isOpen = mode >>> FILE_TYPE_SHIFT === FILE_TYPE.regular;
      if (isOpen && err instanceof FileError && err.errno === 'EEXIST') throw new FileError('ESTALE');
      throw err;
    }
  }

  mkdir(path: string, mode: number): Promise<void> {
    return this.make(path, (name) => ({ kind: 'mkdir', name, mode, umask: NO_UMASK }));
  }

  symlink(target: string, path: string): Promise<void> {
    return this.make(path, (name) => ({ kind: 'symlink', name, target: textToBytes(target) }));
  }

  readlink(path: string): Promise<string> {
    return this.walk.at(path, async (node) => {
      const { data } = await this.exchange.ask(node, { kind: 'readlink' }, 'data');
      const target = bytesToText(data);
      if (target === undefined) throw new FileError('EINVAL', 'a target that is not UTF-8');
      return target;
    });
  }

  unlink(path: string): Promise<void> {
    return this.remove(path, 'unlink');
  }

  rmdir(path: string): Promise<void> {
    return this.remove(path, 'rmdir');
  }

  rename(from: string, to: string): Promise<void> {
    return this.walk.atParent(from, (parent, name) =>
      this.walk.atParent(to, async (newParent, newName) => {
        await this.exchange.ask(parent, { kind: 'rename', name, newParent, newName, flags: 0 }, 'done');
      }),
    );
  }

  link(existing: string, path: string): Promise<void> {
    return this.walk.at(existing, (target) => this.make(path, (name) => ({ kind: 'link', target, name })));
  }

  fsync(path: string): Promise<void> {
    return this.walk.at(path, async (node) => {
      await this.exchange.ask(node, { kind: 'fsync' }, 'done');
    });
  }

  /** All of it at once: libfuse keeps the listing. */
  readdir(path: string): Promise<[names: string[], stats: NativeStat[]]> {
    return this.walk.at(path, async (node) => {
      const names: string[] = [];
      const stats: NativeStat[] = [];
      for (let last: KernelDirent | undefined, isEnd = false; !isEnd;) {
        const asked = { kind: 'readdir', cookie: last?.cookie ?? 0, sizeBytes: LISTING_BYTES } as const;
        const { entries } = await this.exchange.ask(
          node,
          { ...asked, withAttr: false, isNoAtime: false },
          'dirents',
        );
        for (const { name, type, ino } of entries) {
          const text = bytesToText(name);
          if (text === undefined) continue; // It could not be opened either.
          names.push(text);
          stats.push(nativeDirent(type, ino));
        }
        last = entries.at(-1);
        isEnd = last === undefined;
      }
      return [names, stats];
    });
  }

  private make(path: string, bodyFor: (name: Uint8Array) => RequestBody): Promise<void> {
    return this.walk.atParent(path, async (parent, name) => {
      const { attr } = await this.exchange.ask(parent, bodyFor(name), 'entry');
      this.exchange.forget([kernelNodeId(attr.ino)]);
    });
  }

  private remove(path: string, kind: 'unlink' | 'rmdir'): Promise<void> {
    return this.walk.atParent(path, async (parent, name) => {
      await this.exchange.ask(parent, { kind, name }, 'done');
    });
  }
}
