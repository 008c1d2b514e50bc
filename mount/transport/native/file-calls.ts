import { FileError } from '../../../src/core/errors.js';
import { O_ACCMODE, O_APPEND, O_DSYNC, O_RDONLY } from '../../protocol/open-flags.js';
import type { PathWalk, HeldNode } from './path-walk.js';
import type { RequestExchange } from './request-exchange.js';

/** libfuse passes neither on. */
const UNKNOWN_TO_LIBFUSE = { isFromMapping: false, killsSetIds: false } as const;

interface OpenFile {
  readonly held: HeldNode;
  readonly handle: bigint;
  readonly isAppend: boolean;
  readonly isSync: boolean;
}

/** Open files. They go by inode, so what happens to the name meanwhile is no matter. */
export class FileCalls {
  private readonly byFd = new Map<number, OpenFile>();
  private lastFd = 0;

  constructor(
    private readonly exchange: RequestExchange,
    private readonly walk: PathWalk,
  ) {}

  async open(path: string, flags: number): Promise<number> {
    const held = await this.walk.hold(path);
    try {
      const isReadOnly = (flags & O_ACCMODE) === O_RDONLY;
      const [isAppend, isSync] = [(flags & O_APPEND) !== 0, (flags & O_DSYNC) !== 0];
      const { handle } = await this.exchange.ask(held.node, { kind: 'open', isReadOnly, isAppend }, 'opened');
      this.byFd.set(++this.lastFd, { held, handle, isAppend, isSync });
      return this.lastFd;
    } catch (err) {
      held.letGo();
      throw err;
    }
  }

  async read(fd: number, into: Buffer, lengthBytes: number, offsetBytes: number): Promise<number> {
    const { held } = this.file(fd);
    const { data } = await this.exchange.ask(
      held.node,
      { kind: 'read', offsetBytes, lengthBytes, isNoAtime: false },
      'data',
    );
    into.set(data);
    return data.length;
  }

  async write(fd: number, borrowed: Buffer, offsetBytes: number): Promise<number> {
    const { held, isAppend, isSync } = this.file(fd);
    // Its memory is libfuse's again once this is answered, and a late retry may still read it.
    const data = Uint8Array.from(borrowed);
    const write = { kind: 'write', offsetBytes, isAppend, isSync, ...UNKNOWN_TO_LIBFUSE, data } as const;
    return (await this.exchange.ask(held.node, write, 'written')).sizeBytes;
  }

  async truncate(fd: number, sizeBytes: number): Promise<void> {
    await this.exchange.ask(
      this.file(fd).held.node,
      { kind: 'setattr', change: { sizeBytes, killsSetIds: false } },
      'attr',
    );
  }

  async fsync(fd: number): Promise<void> {
    await this.exchange.ask(this.file(fd).held.node, { kind: 'fsync' }, 'done');
  }

  async release(fd: number): Promise<void> {
    const { held, handle } = this.file(fd);
    this.byFd.delete(fd);
    try {
      await this.exchange.ask(held.node, { kind: 'release', handle }, 'done');
    } finally {
      held.letGo();
    }
  }

  private file(fd: number): OpenFile {
    const file = this.byFd.get(fd);
    if (file === undefined) throw new FileError('EBADF');
    return file;
  }
}
