/** FileReply and the errors of operations <-> the `result` of a FileResponse. */
import type { Dirent } from '../core/dirent.js';
import { ERRNO, errnoName } from '../core/errno.js';
import {
  AccessDeniedError,
  CorruptionError,
  FileError,
  HafsError,
  InvalidRequestError,
  messageOf,
  NotManagerError,
  OutcomeUnknownError,
  QuorumLostError,
  SessionExpiredError,
} from '../core/errors.js';
import { NAME_BYTES_MAX, READ_FILES_MAX, SMALL_FILE_BYTES_MAX } from '../core/limits.js';
import type { FileReply } from '../core/operation.js';
import { obstacleFromWire, obstacleToWire } from './lock-codec.js';
import { attrFromWire, attrToWire } from './attr-codec.js';
import { bytesField, fileTypeField, fileTypeNumber, inoField, wholeField } from './validate.js';
import { wire, type hafs } from './wire.js';

type WireResponse = hafs.v1.IFileResponse;

const U64_MAX = Number.MAX_SAFE_INTEGER;
const SLASH = 0x2f;
const NUL = 0;
const DOTS = /^\.\.?$/;
const { Reason } = wire.Failure;

export function replyToWire(reply: FileReply): WireResponse {
  switch (reply.kind) {
    case 'entry':
      return { entry: { attr: attrToWire(reply.attr), created: reply.created } };
    case 'attr':
      return { attr: { attr: attrToWire(reply.attr) } };
    case 'written':
      return { written: { attr: attrToWire(reply.attr), offsetBytes: reply.offsetBytes } };
    case 'copied':
      return { copied: { attr: attrToWire(reply.attr), lengthBytes: reply.lengthBytes } };
    case 'locked':
      return { locked: { granted: reply.isGranted } };
    case 'obstacle':
      return { obstacle: obstacleToWire(reply) };
    case 'offset':
      return { offset: { offsetBytes: reply.offsetBytes } };
    case 'done':
      return { done: {} };
    case 'data':
      return { data: { data: reply.data } };
    case 'files':
      return { files: { files: [...reply.files] } };
    case 'dirents':
      return { dirents: { parent: reply.parent, entries: reply.entries.map(direntToWire), end: reply.end } };
    case 'names':
      return { names: { names: [...reply.names] } };
    case 'space':
      return { space: reply.space };
  }
}

/** @throws what the manager answered instead of a reply. */
export function replyFromWire(response: WireResponse): FileReply {
  if (response.failure) throw failureFromWire(response.failure);
  if (response.entry) {
    return {
      kind: 'entry',
      attr: attrFromWire(response.entry.attr),
      created: response.entry.created === true,
    };
  }
  if (response.attr) return { kind: 'attr', attr: attrFromWire(response.attr.attr) };
  if (response.written) {
    const offsetBytes = wholeField(response.written.offsetBytes, 'offset_bytes', U64_MAX);
    return { kind: 'written', attr: attrFromWire(response.written.attr), offsetBytes };
  }
  if (response.copied) {
    const lengthBytes = wholeField(response.copied.lengthBytes, 'length_bytes', U64_MAX);
    return { kind: 'copied', attr: attrFromWire(response.copied.attr), lengthBytes };
  }
  if (response.locked) return { kind: 'locked', isGranted: response.locked.granted === true };
  if (response.obstacle) return obstacleFromWire(response.obstacle);
  if (response.offset) {
    return { kind: 'offset', offsetBytes: wholeField(response.offset.offsetBytes, 'offset_bytes', U64_MAX) };
  }
  if (response.done) return { kind: 'done' };
  if (response.data) return { kind: 'data', data: response.data.data ?? new Uint8Array() };
  if (response.files) return filesFromWire(response.files);
  if (response.dirents) return direntsFromWire(response.dirents);
  if (response.names) return { kind: 'names', names: response.names.names ?? [] };
  if (response.space) return { kind: 'space', space: spaceFromWire(response.space) };
  throw new InvalidRequestError('the reply is empty');
}

function filesFromWire(result: hafs.v1.IFilesResult): FileReply {
  const files = (result.files ?? []).map(({ ino, version, data }) => ({
    ino: inoField(ino, 'ino'),
    version: wholeField(version, 'version', U64_MAX),
    data: bytesField(data, 'data', SMALL_FILE_BYTES_MAX),
  }));
  if (files.length > READ_FILES_MAX) throw new InvalidRequestError(`more than ${READ_FILES_MAX} files`);
  return { kind: 'files', files };
}

function direntToWire(dirent: Dirent): hafs.v1.IDirent {
  const { name, ino, type, cookie, attr } = dirent;
  const plain = { name, ino, type: fileTypeNumber(type), cookie };
  return attr === undefined ? plain : { ...plain, attr: attrToWire(attr) };
}

function direntsFromWire(dirents: hafs.v1.IDirentsResult): FileReply {
  const entries = (dirents.entries ?? []).map((entry) => ({
    name: entryNameField(entry.name),
    ino: inoField(entry.ino, 'ino'),
    type: fileTypeField(entry.type, 'type'),
    cookie: wholeField(entry.cookie, 'cookie', U64_MAX),
    ...(entry.attr ? { attr: attrFromWire(entry.attr) } : {}),
  }));
  return { kind: 'dirents', parent: inoField(dirents.parent, 'parent'), entries, end: dirents.end === true };
}

/** Programs put these names behind the path of a directory, so none may lead elsewhere. */
function entryNameField(value: Uint8Array | null | undefined): Uint8Array {
  const name = bytesField(value, 'name', NAME_BYTES_MAX);
  if (name.length === 0 || name.includes(SLASH) || name.includes(NUL) || DOTS.test(latin1(name)))
    throw new InvalidRequestError('name: not one that a directory can hold');
  return name;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const spaceFromWire = (space: hafs.v1.ISpaceResult) => ({
  totalBytes: wholeField(space.totalBytes, 'total_bytes', U64_MAX),
  availableBytes: wholeField(space.availableBytes, 'available_bytes', U64_MAX),
  inodeCount: wholeField(space.inodeCount, 'inode_count', U64_MAX),
});

/** @param addressOf turns a brick's id into HOST:PORT, where it is known. */
export function failureToWire(
  error: unknown,
  addressOf: (brick: string) => string | undefined,
): hafs.v1.IFailure {
  const message = messageOf(error);
  if (error instanceof FileError) return { reason: Reason.FILE, errno: ERRNO[error.errno], message };
  if (error instanceof NotManagerError) {
    const manager = error.manager === undefined ? undefined : addressOf(error.manager);
    return { reason: Reason.NOT_MANAGER, message, manager: manager ?? '' };
  }
  return { reason: reasonOf(error), message };
}

function reasonOf(error: unknown): hafs.v1.Failure.Reason {
  if (error instanceof QuorumLostError) return Reason.QUORUM_LOST;
  if (error instanceof SessionExpiredError) return Reason.SESSION_EXPIRED;
  if (error instanceof InvalidRequestError) return Reason.INVALID;
  if (error instanceof CorruptionError) return Reason.CORRUPTION;
  if (error instanceof AccessDeniedError) return Reason.ACCESS_DENIED;
  return Reason.OUTCOME_UNKNOWN;
}

export function failureFromWire(failure: hafs.v1.IFailure): HafsError {
  const message = failure.message ?? '';
  switch (failure.reason) {
    case Reason.FILE:
      return new FileError(errnoName(failure.errno ?? 0) ?? 'EIO', message);
    case Reason.NOT_MANAGER:
      return new NotManagerError(failure.manager === '' ? undefined : (failure.manager ?? undefined));
    case Reason.QUORUM_LOST:
      return new QuorumLostError(message);
    case Reason.SESSION_EXPIRED:
      return new SessionExpiredError(message);
    case Reason.INVALID:
      return new InvalidRequestError(message);
    case Reason.CORRUPTION:
      return new CorruptionError(message);
    case Reason.ACCESS_DENIED:
      return new AccessDeniedError(message);
    default:
      return new OutcomeUnknownError(message);
  }
}
