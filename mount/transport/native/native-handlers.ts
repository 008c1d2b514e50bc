import type { Logger } from '../../../src/runtime/logger.js';
import { errnoOf } from '../../errno-of.js';
import { AttrCalls, type NativeSpace } from './attr-calls.js';
import { FileCalls } from './file-calls.js';
import { NameCalls } from './name-calls.js';
import type { NativeStat } from './native-stat.js';
import { PathWalk } from './path-walk.js';
import type { RequestExchange } from './request-exchange.js';
import { XattrCalls } from './xattr-calls.js';

/** 0, or a negative errno; of `read` and `write` how many bytes otherwise. */
type Done<Values extends unknown[] = []> = (result: number, ...values: Values | []) => void;

/**
 * The operations of fuse-native that hafs answers, with the arguments in which they come. Without `create` the kernel
 * makes files by MKNOD and then opens them, so that O_APPEND is told. `utimens` is left out because fuse-native 2.2.6
 * passes atime in mtime's place too: refused is better than silently wrong.
 */
export interface NativeHandlers {
  getattr(path: string, done: Done<[NativeStat]>): void;
  chmod(path: string, mode: number, done: Done): void;
  chown(path: string, uid: number, gid: number, done: Done): void;
  truncate(path: string, sizeBytes: number, done: Done): void;
  statfs(path: string, done: Done<[NativeSpace]>): void;
  mknod(path: string, mode: number, rdev: number, done: Done): void;
  mkdir(path: string, mode: number, done: Done): void;
  symlink(target: string, path: string, done: Done): void;
  readlink(path: string, done: Done<[string]>): void;
  unlink(path: string, done: Done): void;
  rmdir(path: string, done: Done): void;
  rename(from: string, to: string, done: Done): void;
  link(target: string, path: string, done: Done): void;
  readdir(path: string, done: Done<[string[], NativeStat[]]>): void;
  open(path: string, flags: number, done: Done<[number]>): void;
  read(path: string, fd: number, into: Buffer, sizeBytes: number, offsetBytes: number, done: Done): void;
  write(path: string, fd: number, data: Buffer, sizeBytes: number, offsetBytes: number, done: Done): void;
  ftruncate(path: string, fd: number, sizeBytes: number, done: Done): void;
  fsync(path: string, dataOnly: number, fd: number, done: Done): void;
  fsyncdir(path: string, dataOnly: number, fd: number, done: Done): void;
  release(path: string, fd: number, done: Done): void;
  setxattr(path: string, name: string, value: Buffer, position: number, flags: number, done: Done): void;
  getxattr(path: string, name: string, position: number, done: Done<[Buffer]>): void;
  listxattr(path: string, done: Done<[string[]]>): void;
  removexattr(path: string, name: string, done: Done): void;
}

/** Puts what hafs answers into the callbacks of fuse-native. */
export function nativeHandlers(exchange: RequestExchange, log: Logger): NativeHandlers {
  const walk = new PathWalk(exchange);
  const attrs = new AttrCalls(exchange, walk);
  const names = new NameCalls(exchange, walk);
  const files = new FileCalls(exchange, walk);
  const xattrs = new XattrCalls(exchange, walk);
  const failed = (err: unknown): number => -errnoOf(err, log);
  /** Success with a value, or without one. */
  const tell = <Values extends unknown[]>(done: Done<Values>, work: Promise<Values | []>): void =>
    void work.then(
      (values) => done(0, ...values),
      (err: unknown) => done(failed(err)),
    );
  const finish = (done: Done, work: Promise<void>): void =>
    tell(
      done,
      work.then(() => []),
    );
  const give = <T>(done: Done<[T]>, work: Promise<T>): void =>
    tell<[T]>(
      done,
      work.then((value) => [value]),
    );
  const count = (done: Done, work: Promise<number>): void =>
    void work.then(done, (err: unknown) => done(failed(err)));
  return {
    getattr: (path, done) => give(done, attrs.getattr(path)),
    chmod: (path, mode, done) => finish(done, attrs.chmod(path, mode)),
    chown: (path, uid, gid, done) => finish(done, attrs.chown(path, uid, gid)),
    truncate: (path, sizeBytes, done) => finish(done, attrs.truncate(path, sizeBytes)),
    statfs: (_path, done) => give(done, attrs.statfs()),
    mknod: (path, mode, rdev, done) => finish(done, names.mknod(path, mode, rdev)),
    mkdir: (path, mode, done) => finish(done, names.mkdir(path, mode)),
    symlink: (target, path, done) => finish(done, names.symlink(target, path)),
    readlink: (path, done) => give(done, names.readlink(path)),
    unlink: (path, done) => finish(done, names.unlink(path)),
    rmdir: (path, done) => finish(done, names.rmdir(path)),
    rename: (from, to, done) => finish(done, names.rename(from, to)),
    link: (target, path, done) => finish(done, names.link(target, path)),
    readdir: (path, done) => tell(done, names.readdir(path)),
    open: (path, flags, done) => give(done, files.open(path, flags)),
    read: (_path, fd, into, sizeBytes, offsetBytes, done) =>
      count(done, files.read(fd, into, sizeBytes, offsetBytes)),
    write: (_path, fd, data, sizeBytes, offsetBytes, done) =>
      count(done, files.write(fd, data.subarray(0, sizeBytes), offsetBytes)),
    ftruncate: (_path, fd, sizeBytes, done) => finish(done, files.truncate(fd, sizeBytes)),
    fsync: (_path, _dataOnly, fd, done) => finish(done, files.fsync(fd)),
    fsyncdir: (path, _dataOnly, _fd, done) => finish(done, names.fsync(path)),
    release: (_path, fd, done) => finish(done, files.release(fd)),
    setxattr: (path, name, value, _position, flags, done) =>
      finish(done, xattrs.set(path, name, value, flags)),
    getxattr: (path, name, _position, done) => give(done, xattrs.get(path, name)),
    listxattr: (path, done) => give(done, xattrs.list(path)),
    removexattr: (path, name, done) => finish(done, xattrs.remove(path, name)),
  };
}
