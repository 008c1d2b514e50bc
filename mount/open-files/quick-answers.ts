import { InvalidRequestError } from '../../src/core/errors.js';
import { decodeRequest } from '../protocol/decode-request.js';
import type { KernelReply } from '../protocol/kernel-reply.js';
import type { KernelRequest, RequestBody } from '../protocol/kernel-request.js';
import { OPCODE } from '../protocol/opcode.js';
import type { KernelNodeId, Unique } from '../protocol/request-ids.js';
import type { OpenFileTable, QuicklyAnswered } from './open-file-table.js';

/** `opcode` in `struct fuse_in_header` of linux/fuse.h. */
const OPCODE_OFFSET_BYTES = 4;
const LOOKED_AT: ReadonlySet<number> = new Set([
  OPCODE.OPEN,
  OPCODE.RELEASE,
  OPCODE.FLUSH,
  OPCODE.SETLK,
  OPCODE.SETLKW,
]);
/** Where the handles of files begin that the reader thread has opened. */
const FIRST_HANDLE = 1n << 62n;

export const isQuicklyOpened = (handle: bigint): boolean => handle >= FIRST_HANDLE;

/**
 * What the reader thread answers by itself: opening and closing files that nothing is to be known of (unlinked, locked).
 * Nobody but this mount is asked for either, and the way to the main thread and back takes several times as long.
 */
export class QuickAnswers {
  private lastHandle = FIRST_HANDLE;
  /** Files opened here through which somebody has asked for locks: the main thread releases those. */
  private readonly lockedHandles = new Set<bigint>();

  /** @param reply returns `false` when the kernel no longer waits for it. */
  constructor(
    private readonly table: OpenFileTable,
    private readonly reply: (id: Unique, reply: KernelReply) => boolean,
  ) {}

  /** @returns whether the request needs nobody else any more. */
  take(message: Buffer): boolean {
    if (!LOOKED_AT.has(message.readUInt32LE(OPCODE_OFFSET_BYTES))) return false;
    const request = requestOf(message);
    if (request === undefined) return false;
    const { header, body } = request;
    switch (body.kind) {
      case 'open':
        return this.open(header.nodeid, header.unique, body);
      case 'release':
        return this.release(header.nodeid, header.unique, body);
      case 'flush':
        return !this.table.isGuarded(header.nodeid) && this.done('flush', header.unique);
      case 'lock':
        if (isQuicklyOpened(body.handle)) this.lockedHandles.add(body.handle);
        return false;
      default:
        return false;
    }
  }

  private open(nodeid: KernelNodeId, id: Unique, body: RequestBody<'open'>): boolean {
    if (!this.table.open(nodeid)) return false;
    if (this.table.isGuarded(nodeid)) {
      this.table.close(nodeid);
      return false;
    }
    const opened = this.reply(id, openedAs(++this.lastHandle, body, false));
    if (!opened) this.table.close(nodeid);
    this.table.tally('open');
    return true;
  }

  private release(nodeid: KernelNodeId, id: Unique, { handle }: RequestBody<'release'>): boolean {
    if (!isQuicklyOpened(handle)) return false;
    this.table.close(nodeid);
    const hadLocks = this.lockedHandles.delete(handle);
    return !hadLocks && !this.table.isGuarded(nodeid) && this.done('release', id);
  }

  private done(kind: QuicklyAnswered, id: Unique): true {
    this.table.tally(kind);
    this.reply(id, { kind: 'done' });
    return true;
  }
}

/**
 * FLUSH matters to locks alone. A file that is only read hardly ever has any, and is spared the round trip. Through pages the
 * kernel cuts a write where a page ends that it has not read (fs/fuse/file.c, fuse_fill_write_pages): between the two pieces of
 * an append another mount's would go.
 */
export const openedAs = (
  handle: bigint,
  { isReadOnly, isAppend }: RequestBody<'open'>,
  isLocked: boolean,
): KernelReply => ({
  kind: 'opened',
  handle,
  isFlushed: !isReadOnly || isLocked,
  keepsPages: true,
  isDirect: isAppend && !isReadOnly,
});

/** @returns `undefined` for what the main thread will complain about. */
function requestOf(message: Uint8Array): KernelRequest | undefined {
  try {
    const decoded = decodeRequest(message);
    return decoded.kind === 'request' ? decoded.request : undefined;
  } catch (err) {
    if (err instanceof InvalidRequestError) return undefined;
    throw err;
  }
}
