/** FileOperation <-> the `operation` of a FileRequest. */
import { InvalidRequestError } from '../core/errors.js';
import {
  IO_SIZE_BYTES_MAX,
  NAME_BYTES_MAX,
  READ_FILES_MAX,
  RELEASE_INOS_MAX,
  SYMLINK_TARGET_BYTES_MAX,
  XATTR_NAME_BYTES_MAX,
  XATTR_VALUE_BYTES_MAX,
} from '../core/limits.js';
import type { FileOperation } from '../core/operation.js';
import { lockFromWire, lockToWire } from './lock-codec.js';
import { attrChangeFromWire, attrChangeToWire, lossFromWire, lossToWire } from './attr-codec.js';
import { bytesField, choiceField, fileTypeField, fileTypeNumber, inoField, wholeField } from './validate.js';
import type { hafs } from './wire.js';

type WireRequest = hafs.v1.IFileRequest;

const RENAME_MODES = ['replace', 'noReplace', 'exchange'] as const;
const ALLOCATE_MODES = ['allocate', 'allocateKeepSize', 'punch', 'zero', 'zeroKeepSize'] as const;
const SEEKS = ['data', 'hole'] as const;
const XATTR_MODES = ['any', 'create', 'replace'] as const;
const MODE_MAX = 0o7777;
const UMASK_MAX = 0o777;
const U32_MAX = 0xffff_ffff;
const READDIR_ENTRIES_MAX = 4096;
/** Names one byte too long are answered with ENAMETOOLONG by the file system, longer ones are not even read. */
const NAME_FIELD_BYTES_MAX = NAME_BYTES_MAX + 1;
const XATTR_NAME_FIELD_BYTES_MAX = XATTR_NAME_BYTES_MAX + 1;

export function operationToWire(operation: FileOperation): WireRequest {
  switch (operation.kind) {
    case 'make': {
      const { parent, name, type, mode, umask, rdev, target, exclusive, caller } = operation;
      const given = { ...(target !== undefined && { target }), ...(umask !== undefined && { umask }) };
      return {
        make: { parent, name, type: fileTypeNumber(type), mode, rdev, exclusive, ...caller, ...given },
      };
    }
    case 'rename': {
      const { parent, name, newParent, newName, mode } = operation;
      return { rename: { parent, name, newParent, newName, mode: RENAME_MODES.indexOf(mode) } };
    }
    case 'setattr':
      return { setattr: { ino: operation.ino, ...attrChangeToWire(operation.change) } };
    case 'setxattr': {
      const { ino, name, value, mode, losesSetgid = false } = operation;
      return { setxattr: { ino, name, value, mode: XATTR_MODES.indexOf(mode), losesSetgid } };
    }
    case 'allocate': {
      const { ino, offsetBytes, lengthBytes, mode } = operation;
      const range = { ino, offsetBytes, lengthBytes, mode: ALLOCATE_MODES.indexOf(mode) };
      return { allocate: { ...range, ...lossToWire(operation) } };
    }
    case 'write':
    case 'copy': {
      return { [operation.kind]: { ...operation, loses: lossToWire(operation).loses ?? 0 } };
    }
    case 'tmpfile': {
      const { parent, mode, umask, caller } = operation;
      return { tmpfile: { parent, mode, ...caller, ...(umask !== undefined && { umask }) } };
    }
    case 'seek': {
      const { ino, offsetBytes, wanted } = operation;
      return { seek: { ino, offsetBytes, wanted: SEEKS.indexOf(wanted) } };
    }
    case 'lock':
      return { lock: { ...lockToWire(operation), waits: operation.waits } };
    case 'testLock':
      return { testLock: lockToWire(operation) };
    case 'dropLocks':
      return { dropLocks: { inos: [...operation.inos] } };
    case 'release':
      return { release: { inos: [...operation.inos] } };
    case 'readFiles':
      return { readFiles: { inos: [...operation.inos] } };
    case 'statfs':
      return { statfs: {} };
    case 'link':
    case 'unlink':
    case 'rmdir':
    case 'removexattr':
    case 'access':
    case 'fsync':
    case 'lookup':
    case 'getattr':
    case 'readlink':
    case 'read':
    case 'readdir':
    case 'getxattr':
    case 'listxattr':
      return { [operation.kind]: operation };
  }
}

/** @throws {InvalidRequestError} when it is none, or breaks a limit. */
export function operationFromWire(request: WireRequest): FileOperation {
  const operation = mutationFromWire(request) ?? queryFromWire(request);
  if (operation === undefined) throw new InvalidRequestError('the request names no operation');
  return operation;
}

function mutationFromWire(request: WireRequest): FileOperation | undefined {
  if (request.make) return makeFromWire(request.make);
  if (request.write) return writeFromWire(request.write);
  if (request.setattr) return setattrFromWire(request.setattr);
  if (request.unlink) return { kind: 'unlink', ...nameFromWire(request.unlink) };
  if (request.rmdir) return { kind: 'rmdir', ...nameFromWire(request.rmdir) };
  if (request.rename) return renameFromWire(request.rename);
  if (request.link) return { kind: 'link', ...inoFromWire(request.link), ...nameFromWire(request.link) };
  if (request.setxattr) return setxattrFromWire(request.setxattr);
  if (request.removexattr) return { kind: 'removexattr', ...xattrNameFromWire(request.removexattr) };
  if (request.access) return { kind: 'access', ...inoFromWire(request.access) };
  if (request.fsync) return { kind: 'fsync', ...inoFromWire(request.fsync) };
  if (request.release) return { kind: 'release', ...inosFromWire(request.release, RELEASE_INOS_MAX) };
  if (request.dropLocks) return { kind: 'dropLocks', ...inosFromWire(request.dropLocks, RELEASE_INOS_MAX) };
  if (request.lock)
    return { kind: 'lock', ...lockFromWire(request.lock), waits: request.lock.waits === true };
  if (request.allocate) return allocateFromWire(request.allocate);
  if (request.copy) return copyFromWire(request.copy);
  if (request.tmpfile) return tmpfileFromWire(request.tmpfile);
  return undefined;
}

function queryFromWire(request: WireRequest): FileOperation | undefined {
  if (request.lookup) return { kind: 'lookup', ...nameFromWire(request.lookup) };
  if (request.getattr) return { kind: 'getattr', ...inoFromWire(request.getattr) };
  if (request.read) return readFromWire(request.read);
  if (request.readFiles) return { kind: 'readFiles', ...inosFromWire(request.readFiles, READ_FILES_MAX) };
  if (request.readdir) return readdirFromWire(request.readdir);
  if (request.readlink) return { kind: 'readlink', ...inoFromWire(request.readlink) };
  if (request.testLock) return { kind: 'testLock', ...lockFromWire(request.testLock) };
  if (request.seek) return seekFromWire(request.seek);
  if (request.getxattr) return { kind: 'getxattr', ...xattrNameFromWire(request.getxattr) };
  if (request.listxattr) return { kind: 'listxattr', ...inoFromWire(request.listxattr) };
  if (request.statfs) return { kind: 'statfs' };
  return undefined;
}

const inoFromWire = (wire: { ino?: number | null }) => ({ ino: inoField(wire.ino, 'ino') });

const nameFromWire = (wire: hafs.v1.IRemove) => ({
  parent: inoField(wire.parent, 'parent'),
  name: bytesField(wire.name, 'name', NAME_FIELD_BYTES_MAX),
});

const xattrNameFromWire = (wire: hafs.v1.IInoName) => ({
  ino: inoField(wire.ino, 'ino'),
  name: bytesField(wire.name, 'name', XATTR_NAME_FIELD_BYTES_MAX),
});

function makeFromWire(wire: hafs.v1.IMake): FileOperation {
  const type = fileTypeField(wire.type, 'type');
  const target = bytesField(wire.target, 'target', SYMLINK_TARGET_BYTES_MAX);
  return {
    kind: 'make',
    ...nameFromWire(wire),
    type,
    mode: wholeField(wire.mode, 'mode', MODE_MAX),
    ...umaskFromWire(wire),
    rdev: wholeField(wire.rdev, 'rdev', U32_MAX),
    ...(type === 'symlink' ? { target } : {}),
    exclusive: wire.exclusive === true,
    ...callerFromWire(wire),
  };
}

const writeFromWire = (wire: hafs.v1.IWrite): FileOperation => ({
  kind: 'write',
  ...inoFromWire(wire),
  ...offsetFromWire(wire),
  append: wire.append === true,
  sync: wire.sync === true,
  data: bytesField(wire.data, 'data', IO_SIZE_BYTES_MAX),
  ...lossFromWire(wire),
});

const offsetFromWire = (wire: { offsetBytes?: number | null }) => ({
  offsetBytes: wholeField(wire.offsetBytes, 'offset_bytes', Number.MAX_SAFE_INTEGER),
});

const callerFromWire = (wire: { uid?: number | null; gid?: number | null }) => ({
  caller: { uid: wholeField(wire.uid, 'uid', U32_MAX), gid: wholeField(wire.gid, 'gid', U32_MAX) },
});

const umaskFromWire = ({ umask }: { umask?: number | null }) =>
  umask === undefined || umask === null || umask === 0
    ? {}
    : { umask: wholeField(umask, 'umask', UMASK_MAX) };

const allocateFromWire = (wire: hafs.v1.IAllocate): FileOperation => ({
  kind: 'allocate',
  ...inoFromWire(wire),
  ...offsetFromWire(wire),
  lengthBytes: wholeField(wire.lengthBytes, 'length_bytes', Number.MAX_SAFE_INTEGER),
  mode: choiceField(wire.mode, 'mode', ALLOCATE_MODES),
  ...lossFromWire(wire),
});

const copyFromWire = (wire: hafs.v1.ICopy): FileOperation => ({
  kind: 'copy',
  ...inoFromWire(wire),
  ...offsetFromWire(wire),
  lengthBytes: wholeField(wire.lengthBytes, 'length_bytes', Number.MAX_SAFE_INTEGER),
  target: inoField(wire.target, 'target'),
  targetOffsetBytes: wholeField(wire.targetOffsetBytes, 'target_offset_bytes', Number.MAX_SAFE_INTEGER),
  ...lossFromWire(wire),
});

const tmpfileFromWire = (wire: hafs.v1.ITmpFile): FileOperation => ({
  kind: 'tmpfile',
  parent: inoField(wire.parent, 'parent'),
  mode: wholeField(wire.mode, 'mode', MODE_MAX),
  ...umaskFromWire(wire),
  ...callerFromWire(wire),
});

const seekFromWire = (wire: hafs.v1.ISeek): FileOperation => ({
  kind: 'seek',
  ...inoFromWire(wire),
  ...offsetFromWire(wire),
  wanted: choiceField(wire.wanted, 'wanted', SEEKS),
});

const setattrFromWire = (wire: hafs.v1.ISetAttr): FileOperation => ({
  kind: 'setattr',
  ...inoFromWire(wire),
  change: attrChangeFromWire(wire),
});

const renameFromWire = (wire: hafs.v1.IRename): FileOperation => ({
  kind: 'rename',
  ...nameFromWire(wire),
  newParent: inoField(wire.newParent, 'new_parent'),
  newName: bytesField(wire.newName, 'new_name', NAME_FIELD_BYTES_MAX),
  mode: choiceField(wire.mode, 'mode', RENAME_MODES),
});

const setxattrFromWire = (wire: hafs.v1.ISetXattr): FileOperation => ({
  kind: 'setxattr',
  ...xattrNameFromWire(wire),
  value: bytesField(wire.value, 'value', XATTR_VALUE_BYTES_MAX),
  mode: choiceField(wire.mode, 'mode', XATTR_MODES),
  ...(wire.losesSetgid === true && { losesSetgid: true }),
});

function inosFromWire(wire: { readonly inos?: number[] | null }, countMax: number) {
  const inos = wire.inos ?? [];
  if (inos.length > countMax) throw new InvalidRequestError(`more than ${countMax} inodes`);
  return { inos: inos.map((number) => inoField(number, 'inos')) };
}

const readFromWire = (wire: hafs.v1.IRead): FileOperation => ({
  kind: 'read',
  ...inoFromWire(wire),
  ...offsetFromWire(wire),
  lengthBytes: wholeField(wire.lengthBytes, 'length_bytes', IO_SIZE_BYTES_MAX),
});

const readdirFromWire = (wire: hafs.v1.IReadDir): FileOperation => ({
  kind: 'readdir',
  ...inoFromWire(wire),
  cookie: wholeField(wire.cookie, 'cookie', Number.MAX_SAFE_INTEGER),
  entriesMax: Math.max(1, wholeField(wire.entriesMax, 'entries_max', READDIR_ENTRIES_MAX)),
  withAttr: wire.withAttr === true,
});
