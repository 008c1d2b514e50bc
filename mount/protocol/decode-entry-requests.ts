/** Requests that name a directory entry: name-to-inode and back (linux/fuse.h, the `_in` structs named below). */
import type { RequestBody } from './kernel-request.js';
import { O_APPEND, O_EXCL } from './open-flags.js';
import { kernelNodeId } from './request-ids.js';
import type { RequestReader } from './request-reader.js';

const UMASK_BITS = 0o777;

export const decodeLookup = (reader: RequestReader): RequestBody<'lookup'> => ({
  kind: 'lookup',
  name: reader.name(),
});

/** The new link's name comes first, its target second. */
export const decodeSymlink = (reader: RequestReader): RequestBody<'symlink'> => ({
  kind: 'symlink',
  name: reader.name(),
  target: reader.name(),
});

/** `fuse_mknod_in`: mode:4 rdev:4 umask:4 padding:4, name. */
export function decodeMknod(reader: RequestReader): RequestBody<'mknod'> {
  const mode = reader.u32();
  const rdev = reader.u32();
  const umask = reader.u32() & UMASK_BITS;
  return { kind: 'mknod', mode, rdev, umask, name: reader.skip(4).name() };
}

/** `fuse_mkdir_in`: mode:4 umask:4, name. */
export function decodeMkdir(reader: RequestReader): RequestBody<'mkdir'> {
  const mode = reader.u32();
  const umask = reader.u32() & UMASK_BITS;
  return { kind: 'mkdir', mode, umask, name: reader.name() };
}

/** `fuse_create_in`: flags:4 mode:4 umask:4 open_flags:4, name. */
export function decodeCreate(reader: RequestReader): RequestBody<'create'> {
  const flags = reader.u32();
  const [isExclusive, isAppend] = [(flags & O_EXCL) !== 0, (flags & O_APPEND) !== 0];
  const mode = reader.u32();
  const umask = reader.u32() & UMASK_BITS;
  return { kind: 'create', isExclusive, isAppend, mode, umask, name: reader.skip(4).name() };
}

/** As `fuse_create_in`; the name that follows stands for nothing. */
export function decodeTmpfile(reader: RequestReader): RequestBody<'tmpfile'> {
  const mode = reader.skip(4).u32();
  return { kind: 'tmpfile', mode, umask: reader.u32() & UMASK_BITS };
}

export const decodeUnlink = (reader: RequestReader): RequestBody<'unlink'> => ({
  kind: 'unlink',
  name: reader.name(),
});

export const decodeRmdir = (reader: RequestReader): RequestBody<'rmdir'> => ({
  kind: 'rmdir',
  name: reader.name(),
});

/** `fuse_rename_in`: newdir:8, name, new name. */
export function decodeRename(reader: RequestReader): RequestBody<'rename'> {
  const newParent = kernelNodeId(reader.u64());
  return { kind: 'rename', newParent, flags: 0, name: reader.name(), newName: reader.name() };
}

/** `fuse_rename2_in`: newdir:8 flags:4 padding:4, name, new name. */
export function decodeRename2(reader: RequestReader): RequestBody<'rename'> {
  const newParent = kernelNodeId(reader.u64());
  const flags = reader.u32();
  return { kind: 'rename', newParent, flags, name: reader.skip(4).name(), newName: reader.name() };
}

/** `fuse_link_in`: oldnodeid:8, name. */
export function decodeLink(reader: RequestReader): RequestBody<'link'> {
  const target = kernelNodeId(reader.u64());
  return { kind: 'link', target, name: reader.name() };
}
