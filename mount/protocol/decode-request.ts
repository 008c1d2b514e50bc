import { InvalidRequestError } from '../../src/core/errors.js';
import { decodeSetattr } from './decode-attr-requests.js';
import * as entry from './decode-entry-requests.js';
import * as io from './decode-io-requests.js';
import * as lock from './decode-lock-requests.js';
import * as range from './decode-range-requests.js';
import * as session from './decode-session-requests.js';
import * as xattr from './decode-xattr-requests.js';
import { decodeInHeader, type InHeader } from './in-header.js';
import type { KernelRequest, RequestBody } from './kernel-request.js';
import { OPCODE } from './opcode.js';
import { RequestReader } from './request-reader.js';

type Decoder = (reader: RequestReader, header: InHeader) => RequestBody;

const DECODERS = new Map<number, Decoder>([
  [OPCODE.INIT, session.decodeInit],
  [OPCODE.FORGET, session.decodeForget],
  [OPCODE.BATCH_FORGET, session.decodeBatchForget],
  [OPCODE.INTERRUPT, session.decodeInterrupt],
  [OPCODE.DESTROY, () => ({ kind: 'settle' })],
  [OPCODE.LOOKUP, entry.decodeLookup],
  [OPCODE.SYMLINK, entry.decodeSymlink],
  [OPCODE.MKNOD, entry.decodeMknod],
  [OPCODE.MKDIR, entry.decodeMkdir],
  [OPCODE.CREATE, entry.decodeCreate],
  [OPCODE.TMPFILE, entry.decodeTmpfile],
  [OPCODE.UNLINK, entry.decodeUnlink],
  [OPCODE.RMDIR, entry.decodeRmdir],
  [OPCODE.RENAME, entry.decodeRename],
  [OPCODE.RENAME2, entry.decodeRename2],
  [OPCODE.LINK, entry.decodeLink],
  [OPCODE.READLINK, () => ({ kind: 'readlink' })],
  [OPCODE.GETATTR, () => ({ kind: 'getattr' })],
  [OPCODE.SETATTR, decodeSetattr],
  [OPCODE.STATFS, () => ({ kind: 'statfs' })],
  [OPCODE.OPEN, io.decodeOpen],
  [OPCODE.OPENDIR, () => ({ kind: 'opendir' })],
  [OPCODE.READ, io.decodeRead],
  [OPCODE.WRITE, io.decodeWrite],
  [OPCODE.FALLOCATE, range.decodeFallocate],
  [OPCODE.LSEEK, range.decodeLseek],
  [OPCODE.COPY_FILE_RANGE, range.decodeCopyFileRange],
  [OPCODE.READDIR, io.decodeReaddir],
  [OPCODE.READDIRPLUS, io.decodeReaddirplus],
  [OPCODE.FSYNC, () => ({ kind: 'fsync' })],
  [OPCODE.FSYNCDIR, () => ({ kind: 'fsync' })],
  [OPCODE.GETLK, lock.decodeGetlk],
  [OPCODE.SETLK, lock.decodeSetlk],
  [OPCODE.SETLKW, lock.decodeSetlkw],
  [OPCODE.FLUSH, lock.decodeFlush],
  [OPCODE.RELEASE, lock.decodeRelease],
  [OPCODE.RELEASEDIR, () => ({ kind: 'settle' })],
  [OPCODE.SETXATTR, xattr.decodeSetxattr],
  [OPCODE.GETXATTR, xattr.decodeGetxattr],
  [OPCODE.LISTXATTR, xattr.decodeListxattr],
  [OPCODE.REMOVEXATTR, xattr.decodeRemovexattr],
]);

export type DecodedRequest =
  | { readonly kind: 'request'; readonly request: KernelRequest }
  /** The header can be read, the rest cannot: refuse `header.unique`, or nothing where no reply is due. */
  | { readonly kind: 'malformed'; readonly header: InHeader; readonly cause: InvalidRequestError };

/**
 * Understands one message of the kernel. Byte strings in it are views of `message`.
 * @throws {InvalidRequestError} when not even the header can be read, so that nobody can be answered.
 */
export function decodeRequest(message: Uint8Array): DecodedRequest {
  const reader = new RequestReader(message);
  const header = decodeInHeader(reader);
  try {
    return { kind: 'request', request: { header, body: decodeBody(reader, header) } };
  } catch (err) {
    if (!(err instanceof InvalidRequestError)) throw err;
    return { kind: 'malformed', header, cause: err };
  }
}

function decodeBody(reader: RequestReader, header: InHeader): RequestBody {
  if (header.extensionBytes > 0) throw new InvalidRequestError('extensions were not negotiated');
  const decode = DECODERS.get(header.opcode);
  return decode === undefined ? { kind: 'unsupported', opcode: header.opcode } : decode(reader, header);
}

/** FORGET, BATCH_FORGET and INTERRUPT are never answered. */
export const wantsReply = (opcode: number): boolean =>
  opcode !== OPCODE.FORGET && opcode !== OPCODE.BATCH_FORGET && opcode !== OPCODE.INTERRUPT;
