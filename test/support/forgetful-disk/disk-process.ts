/**
 * A disk that forgets: a file system over a real directory, to be told to lose power. `BACKING MOUNTPOINT`.
 *
 * The model is a journalling file system like ext4 with its defaults:
 *
 * - Data is kept by pages of 4 KiB. A page changed since its file was last synced (fsync, fdatasync) is lost
 *   or kept, each on its own; lost, it is as of the last sync, or zeros. The size goes its own way: as of the
 *   last sync, up to the last kept page, or as it was.
 * - Names (create, mkdir, link, rename, unlink …) are journalled in order: of those since the last sync of
 *   anything, the first so many are kept. Any sync, of a file or a directory, brings all of them to the disk.
 * - Modes, owners and times are on disk at once. So is everything when nobody tells it to lose power.
 *
 * What a real disk may do and this one does not: keep a page in a state between the last sync and now; lose
 * what was synced; damage what was not being written.
 *
 * Nothing is cached above it that counts: writes come through at once (no write-back cache), and what the
 * kernel has read for a mapping or a read is gone with the mount. Locks (fcntl, flock) are the kernel's own.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ERRNO } from '../../../src/core/errno.js';
import { FileError } from '../../../src/core/errors.js';
import { SystemClock } from '../../../src/runtime/clock.js';
import { silentLogger } from '../../../src/runtime/logger.js';
import type { Handlers } from '../../../mount/operations/handler.js';
import { answer } from '../../../mount/operations/handler.js';
import { localOperations } from '../../../mount/operations/local-operations.js';
import { RequestServer } from '../../../mount/operations/request-server.js';
import { negotiate } from '../../../mount/protocol/init-answer.js';
import { INIT_FLAG } from '../../../mount/protocol/init-flags.js';
import { errorReply, type KernelReply } from '../../../mount/protocol/kernel-reply.js';
import type { KernelRequest } from '../../../mount/protocol/kernel-request.js';
import { DevFuseTransport } from '../../../mount/transport/dev-fuse-transport.js';
import { SeededRandom } from '../../sim/support/scheduler.js';
import { dataOperations, type DiskFaults } from './data-operations.js';
import type { DiskCommand, PowerLoss } from './disk-command.js';
import { DiskNodes } from './disk-nodes.js';
import { EntryJournal } from './entry-journal.js';
import { entryOperations } from './entry-operations.js';

const [, , backing = '', mountPoint = ''] = process.argv;
const root = join(backing, 'data');
const trash = join(backing, 'trash');
rmSync(trash, { recursive: true, force: true });
for (const directory of [root, trash]) mkdirSync(directory, { recursive: true });

const nodes = new DiskNodes(root);
const journal = new EntryJournal();
let faults: DiskFaults = {};
let hasPower = true;

const checkPower = (): void => {
  if (!hasPower) throw new FileError('EIO');
};

const unsupported = (): KernelReply => errorReply(ERRNO.ENOSYS);

/** The kernel keeps them by itself. */
const LOCKS = INIT_FLAG.POSIX_LOCKS | INIT_FLAG.FLOCK_LOCKS;

const handlers: Handlers = {
  ...localOperations({
    forget: (forget) => nodes.forget(forget),
    callOff: () => undefined,
    nextHandle: () => 0n,
    isLocked: () => false,
    isReleased: () => false,
    offered: () => undefined,
  }),
  // What was forgotten must not be read from the kernel's pages.
  open: () => ({ kind: 'opened', handle: 0n, isFlushed: true, keepsPages: false }),
  init: ({ offer }) => ({ kind: 'init', answer: negotiate({ ...offer, flags: offer.flags & ~LOCKS }) }),
  lock: unsupported,
  testLock: unsupported,
  flush: unsupported,
  release: () => ({ kind: 'done' }),
  ...entryOperations({ nodes, journal, trash }),
  ...dataOperations({ nodes, journal, root, faults: () => faults, checkPower }),
  getxattr: unsupported,
  setxattr: unsupported,
  listxattr: unsupported,
  removexattr: unsupported,
  tmpfile: unsupported,
  fallocate: unsupported,
  lseek: unsupported,
  copyRange: unsupported,
};

const WITHOUT_POWER: ReadonlySet<string> = new Set(['init', 'forget', 'settle', 'interrupt']);

async function answerOrFail(request: KernelRequest): Promise<KernelReply> {
  if (!WITHOUT_POWER.has(request.body.kind)) checkPower();
  try {
    return await answer(handlers, request);
  } catch (err) {
    const { errno } = err as NodeJS.ErrnoException;
    if (typeof errno === 'number') return errorReply(-errno);
    throw err;
  }
}

function losePower({ seed, keep }: { readonly seed: number; readonly keep: 'nothing' | 'some' }): PowerLoss {
  hasPower = false;
  const random = new SeededRandom(seed);
  const share = keep === 'nothing' ? 0 : random.unit();
  const fate = { isKept: () => random.unit() < share, unit: () => random.unit() };
  const unsynced = nodes.all().flatMap(({ unsynced: data }) => (data === undefined ? [] : [data]));
  const lostPages = unsynced.reduce((lost, data) => lost + data.lose(fate), 0);
  const entries = journal.length;
  const keptEntries = keep === 'nothing' ? 0 : Math.floor(random.unit() * (entries + 1));
  journal.rewind(keptEntries);
  return { lostPages, lostEntries: entries - keptEntries };
}

const clock = new SystemClock();
const transport = new DevFuseTransport({
  target: { kind: 'directory', path: mountPoint },
  source: 'forgetful',
  kernelOptions: [],
  clock,
  log: silentLogger,
});
const everyKind: Handlers = Object.fromEntries(
  Object.keys(handlers).map((kind) => [
    kind,
    (body: KernelRequest['body'], header: KernelRequest['header']) => answerOrFail({ body, header }),
  ]),
) as unknown as Handlers;
const server = new RequestServer({
  handlers: everyKind,
  counts: nodes.counts,
  log: silentLogger,
  reply: (id, reply) => transport.reply(id, reply),
});

process.on('message', (command: DiskCommand) => {
  if (command.kind === 'faults') faults = command.faults;
  process.send?.(command.kind === 'losePower' ? losePower(command) : {});
});

await transport.start((request) => void server.serve(request));
await server.initialized;
process.send?.('mounted');
await transport.ended;
process.exit(0);
