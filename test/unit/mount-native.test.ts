import { expect, test } from 'vitest';
import { KernelView } from '../../mount/cache/kernel-view.js';
import { OpenFileTable } from '../../mount/open-files/open-file-table.js';
import { NodeMap } from '../../mount/node-map.js';
import { accessTimesKept } from '../../mount/access-times.js';
import { kernelOperations } from '../../mount/operations/kernel-operations.js';
import { RequestServer } from '../../mount/operations/request-server.js';
import { nativeHandlers, type NativeHandlers } from '../../mount/transport/native/native-handlers.js';
import type { NativeStat } from '../../mount/transport/native/native-stat.js';
import { NOTHING_KEPT } from '../../mount/transport/native/nothing-kept.js';
import { RequestExchange } from '../../mount/transport/native/request-exchange.js';
import { FileCache } from '../../src/client/cache/file-cache.js';
import { ERRNO } from '../../src/core/errno.js';
import { ROOT_INO } from '../../src/core/ids.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { silentLogger } from '../../src/runtime/logger.js';
import { LocalVolume } from '../support/local-volume.js';

const clock = new SystemClock();
const REGULAR = 0o100644;
const APPEND = 0o2000 | 1;
const [READ, WRITE] = [0, 1];

type Done = (result: number, ...values: unknown[]) => void;

/** libfuse's side of a mount: calls by path, and waits for what the callback is given. */
class Libfuse {
  private readonly operations;
  private readonly handlers: NativeHandlers;

  constructor(volume = new LocalVolume(clock)) {
    const nodes = new NodeMap();
    const view = new KernelView(clock);
    this.operations = kernelOperations({
      volume: volume.connect(),
      nodes,
      cache: new FileCache(clock, view),
      view,
      notifier: NOTHING_KEPT,
      openFiles: new OpenFileTable(),
      accessTimesKept: accessTimesKept([]),
      clock,
      log: silentLogger,
    });
    const { handlers, counts } = this.operations;
    const exchange = new RequestExchange((request) => void server.serve(request));
    const reply: RequestServer['deps']['reply'] = (id, given) => exchange.reply(id, given);
    const server = new RequestServer({ handlers, counts, log: silentLogger, reply });
    this.handlers = nativeHandlers(exchange, silentLogger);
  }

  /** Inodes that are looked up and not given back. */
  get heldCount(): number {
    return this.operations.counts.size;
  }

  /** @returns what the callback is given: a result, and the values. */
  call(operation: keyof NativeHandlers, ...words: unknown[]): Promise<unknown[]> {
    return new Promise((resolve) => {
      const done: Done = (...given) => resolve(given);
      (this.handlers[operation] as (...all: unknown[]) => void)(...words, done);
    });
  }

  async stat(path: string): Promise<NativeStat> {
    return (await this.call('getattr', path))[1] as NativeStat;
  }

  async open(path: string, flags: number): Promise<number> {
    return (await this.call('open', path, flags))[1] as number;
  }

  async read(fd: number): Promise<string> {
    const into = Buffer.alloc(100);
    const [count] = await this.call('read', '', fd, into, into.length, 0);
    return into.subarray(0, count as number).toString();
  }
}

test('native: paths: each name on the way is looked up, and given back', async () => {
  const fuse = new Libfuse();
  expect(await fuse.call('mkdir', '/a', 0o755)).toEqual([0]);
  expect(await fuse.call('mkdir', '/a/b', 0o755)).toEqual([0]);
  expect(await fuse.call('mknod', '/a/b/c', REGULAR, 0)).toEqual([0]);
  expect(await fuse.call('symlink', '../b/c', '/a/b/link')).toEqual([0]);
  expect(await fuse.call('readlink', '/a/b/link')).toEqual([0, '../b/c']);
  expect(await fuse.call('link', '/a/b/c', '/d')).toEqual([0]);
  expect(await fuse.call('rename', '/a/b/c', '/a/e')).toEqual([0]);
  expect((await fuse.stat('/a/e')).ino).toBe((await fuse.stat('/d')).ino);
  expect((await fuse.stat('/d')).nlink).toBe(2);
  const [, names] = await fuse.call('readdir', '/a');
  expect((names as string[]).sort()).toEqual(['.', '..', 'b', 'e']);
  expect(fuse.heldCount).toBe(0);
});

test.each<[keyof NativeHandlers, unknown[], keyof typeof ERRNO]>([
  ['getattr', ['/nobody'], 'ENOENT'],
  ['getattr', ['/nobody/below'], 'ENOENT'],
  ['rmdir', ['/full'], 'ENOTEMPTY'],
  ['unlink', ['/full'], 'EISDIR'],
  ['mkdir', ['/full', 0o755], 'EEXIST'],
  ['mkdir', ['/not\ufffdutf8', 0o755], 'EINVAL'],
  ['getxattr', ['/full', 'user.none', 0], 'ENODATA'],
  ['setxattr', ['/full', 'system.posix_acl_access', Buffer.alloc(4), 0, 0], 'EOPNOTSUPP'],
  ['removexattr', ['/full', 'system.posix_acl_access'], 'EOPNOTSUPP'],
  ['read', ['/full', 77, Buffer.alloc(1), 1, 0], 'EBADF'],
])('native: %s %j: %s', async (operation, words, errno) => {
  const fuse = new Libfuse();
  await fuse.call('mkdir', '/full', 0o755);
  await fuse.call('mkdir', '/full/inside', 0o755);
  expect(await fuse.call(operation, ...words)).toEqual([-ERRNO[errno]]);
  expect(fuse.heldCount).toBe(0);
});

test('native: a file that somebody else made meanwhile: the kernel must look again', async () => {
  const fuse = new Libfuse();
  await fuse.call('mknod', '/f', REGULAR, 0);
  expect(await fuse.call('mknod', '/f', REGULAR, 0)).toEqual([-ERRNO.ESTALE]);
});

test('native: open file: is read and written by inode, whatever becomes of its name', async () => {
  const fuse = new Libfuse();
  await fuse.call('mknod', '/f', REGULAR, 0);
  const fd = await fuse.open('/f', WRITE);
  await fuse.call('rename', '/f', '/g');
  expect(await fuse.call('write', '/f', fd, Buffer.from('hello, all'), 5, 0)).toEqual([5]);
  expect(await fuse.call('ftruncate', '/f', fd, 4)).toEqual([0]);
  expect(await fuse.call('fsync', '/f', 0, fd)).toEqual([0]);
  expect(await fuse.read(await fuse.open('/g', READ))).toBe('hell');
  expect(await fuse.call('release', '/f', fd)).toEqual([0]);
  expect(fuse.heldCount).toBe(1);
});

test('native: O_APPEND: the volume says where the end is', async () => {
  const volume = new LocalVolume(clock);
  const [one, other] = [new Libfuse(volume), new Libfuse(volume)];
  await one.call('mknod', '/log', REGULAR, 0);
  const [here, there] = [await one.open('/log', APPEND), await other.open('/log', APPEND)];
  await one.call('write', '/log', here, Buffer.from('one '), 4, 0);
  await other.call('write', '/log', there, Buffer.from('two'), 3, 0);
  expect(await one.read(await one.open('/log', READ))).toBe('one two');
});

test('native: attributes: are changed one by one', async () => {
  const fuse = new Libfuse();
  await fuse.call('mknod', '/f', REGULAR, 0);
  await fuse.call('chmod', '/f', 0o100600);
  await fuse.call('chown', '/f', 33, 0xffff_ffff);
  await fuse.call('truncate', '/f', 5_000_000_000);
  const owned = { mode: 0o100600, uid: 33, gid: 0 };
  expect(await fuse.stat('/f')).toMatchObject({ ...owned, size: 5_000_000_000 });
});

test('native: times: in milliseconds, none before 1970', async () => {
  const volume = new LocalVolume(clock);
  const mtime = { seconds: 1_234, nanoseconds: 567_890_123 };
  const change = { atime: { seconds: -5, nanoseconds: 0 }, mtime };
  await volume.connect().execute({ kind: 'setattr', ino: ROOT_INO, change });
  expect(await new Libfuse(volume).stat('/')).toMatchObject({ atime: 0, mtime: 1_234_567 });
});

test('native: extended attributes: set, listed, read, removed', async () => {
  const fuse = new Libfuse();
  await fuse.call('setxattr', '/', 'user.a', Buffer.from('1'), 0, 0);
  expect(await fuse.call('listxattr', '/')).toEqual([0, ['user.a']]);
  expect(await fuse.call('getxattr', '/', 'user.a', 0)).toEqual([0, Buffer.from('1')]);
  expect(await fuse.call('removexattr', '/', 'user.a')).toEqual([0]);
  expect(await fuse.call('listxattr', '/')).toEqual([0, []]);
});
