/**
 * A mount of one file that never answers a write, and tells the kernel to drop the file's pages meanwhile: the thread that does so
 * waits in the kernel for ever. `stuck-mount.js DIRECTORY` says
 * "mounted", and "waiting" once it does.
 */
import { ERRNO } from '../../src/core/errno.js';
import { ino } from '../../src/core/ids.js';
import type { Attr } from '../../src/core/attr.js';
import { negotiate } from '../../mount/protocol/init-answer.js';
import { errorReply, NOT_VALID, type KernelReply } from '../../mount/protocol/kernel-reply.js';
import type { KernelRequest } from '../../mount/protocol/kernel-request.js';
import { DevFuseTransport } from '../../mount/transport/dev-fuse-transport.js';
import { SystemClock } from '../../src/runtime/clock.js';
import { textLogger } from '../../src/runtime/logger.js';

const ROOT = 1;
const FILE = 2;
const SIZE_BYTES = 4_096;
const BEGUN_MS = 300;
const TIME = { seconds: 1_700_000_000, nanoseconds: 0 };

const attrOf = (nodeid: number): Attr => {
  const what = nodeid === ROOT ? { type: 'directory', mode: 0o755 } : { type: 'regular', mode: 0o644 };
  const times = { atime: TIME, mtime: TIME, ctime: TIME };
  const rest = { linkCount: 1, uid: 0, gid: 0, rdev: 0, sizeBytes: SIZE_BYTES, storedBytes: 0, version: 1 };
  return { ino: ino(nodeid), ...(what as Pick<Attr, 'type' | 'mode'>), ...times, ...rest };
};

const [directory = ''] = process.argv.slice(2);
const clock = new SystemClock();
const log = textLogger();
const target = { kind: 'directory', path: directory } as const;
const transport = new DevFuseTransport({ target, source: 'stuck', kernelOptions: [], clock, log });

function replyTo({ body, header }: KernelRequest): KernelReply {
  switch (body.kind) {
    case 'init':
      transport.notifier.offered(body.offer.minor);
      return { kind: 'init', answer: negotiate(body.offer) };
    case 'lookup':
      return { kind: 'entry', attr: attrOf(FILE), valid: NOT_VALID };
    case 'getattr':
      return { kind: 'attr', attr: attrOf(Number(header.nodeid)), validMs: 0 };
    case 'open':
      return { kind: 'opened', handle: 1n, isFlushed: false, keepsPages: true };
    case 'write':
      void transport.notifier.data(header.nodeid);
      clock.after(BEGUN_MS, () => process.stdout.write('waiting\n'));
      return { kind: 'none' };
    default:
      return errorReply(ERRNO.ENOSYS);
  }
}

await transport.start((request) => {
  const reply = replyTo(request);
  if (reply.kind !== 'none') transport.reply(request.header.unique, reply);
});
process.stdout.write('mounted\n');
