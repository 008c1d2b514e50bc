import type { FileVolume } from '../../src/client/file-volume.js';
import type { Clock } from '../../src/runtime/clock.js';
import type { Logger } from '../../src/runtime/logger.js';
import { SESSION_SLOTS_MAX } from '../../src/core/limits.js';
import { ContentPrefetch } from '../../src/client/cache/content-prefetch.js';
import { DirectoryPrefetch } from '../../src/client/cache/directory-prefetch.js';
import type { FileCache } from '../../src/client/cache/file-cache.js';
import type { KernelView } from '../cache/kernel-view.js';
import { DirectoryPlaces } from '../cache/directory-places.js';
import { Teller } from '../cache/teller.js';
import { UnleasedPages } from '../cache/unleased-pages.js';
import type { Notifier } from '../transport/notifier.js';
import { XattrKeepers } from '../xattr-keepers.js';
import { isQuicklyOpened } from '../open-files/quick-answers.js';
import type { OpenFileTable } from '../open-files/open-file-table.js';
import { HeldLocks } from '../held-locks.js';
import { LockPatience } from '../lock-patience.js';
import { LookupCounts } from '../lookup-counts.js';
import type { NodeMap } from '../node-map.js';
import { OrphanRelease } from '../../src/client/orphan-release.js';
import type { Attr } from '../../src/core/attr.js';
import type { Ino } from '../../src/core/ids.js';
import type { Forget } from '../protocol/kernel-request.js';
import type { KernelNodeId, Unique } from '../protocol/request-ids.js';
import { AccessTimes, type AccessTimesKept } from '../access-times.js';
import { attrOperations } from './attr-operations.js';
import type { OperationContext } from './context.js';
import { directoryOperations } from './directory-operations.js';
import { entryOperations } from './entry-operations.js';
import type { Handlers } from './handler.js';
import { ioOperations } from './io-operations.js';
import { localOperations } from './local-operations.js';
import { lockOperations } from './lock-operations.js';
import { makeOperations } from './make-operations.js';
import { VolumeGate } from './volume-gate.js';
import { rangeOperations } from './range-operations.js';
import { xattrOperations } from './xattr-operations.js';

export interface KernelOperationsDeps {
  readonly volume: FileVolume;
  readonly nodes: NodeMap;
  readonly cache: FileCache;
  readonly view: KernelView;
  readonly notifier: Notifier;
  /** What the transport's reader has opened by itself. */
  readonly openFiles: OpenFileTable;
  readonly accessTimesKept: AccessTimesKept;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Everything a mount does for the kernel, put together over one volume. */
export interface KernelOperations {
  readonly handlers: Handlers;
  readonly counts: LookupCounts;
  readonly orphans: OrphanRelease;
  readonly patience: LockPatience;
}

export function kernelOperations(deps: KernelOperationsDeps): KernelOperations {
  const { volume, nodes, cache, view, notifier, openFiles, clock, log } = deps;
  const counts = new LookupCounts();
  const acls = new XattrKeepers(({ hasAcl }) => hasAcl);
  const capabilities = new XattrKeepers(({ hasCapability }) => hasCapability);
  const keepers = [acls, capabilities];
  const gate = new VolumeGate(volume, SESSION_SLOTS_MAX, (reply) => {
    for (const kind of keepers) kind.note(reply);
  });
  const guard = (ino: Ino, isGuarded: boolean): void => {
    if (isGuarded) openFiles.guard(nodes.nodeOf(ino));
    else openFiles.unguard(nodes.nodeOf(ino));
  };
  const isHeld = (ino: Ino): boolean => {
    const nodeid = nodes.nodeOf(ino);
    return counts.isHeld(nodeid) || openFiles.isOpen(nodeid);
  };
  const orphans = new OrphanRelease({
    volume,
    isHeld,
    isKnown: (ino) => counts.isKnown(nodes.nodeOf(ino)),
    watch: guard,
    clock,
    log,
  });
  volume.onOrphans((inos) => orphans.orphaned(inos));
  const places = new DirectoryPlaces(nodes, notifier, clock);
  const forget = ({ nodeid, nlookup }: Forget): void => {
    if (!counts.forget(nodeid, nlookup)) return;
    view.forgotten(nodes.inoOf(nodeid));
    places.forgotten(nodes.inoOf(nodeid));
    for (const kind of keepers) kind.forget(nodes.inoOf(nodeid));
    orphans.forgotten(nodes.inoOf(nodeid));
  };
  const closed = (nodeid: KernelNodeId, handle: bigint): void => {
    if (!isQuicklyOpened(handle)) counts.closed(nodeid);
    const ino = nodes.inoOf(nodeid);
    if (!isHeld(ino)) orphans.unused(ino);
  };
  const isReleased = (nodeid: KernelNodeId): boolean => orphans.isReleased(nodes.inoOf(nodeid));
  const unleasedPages = new UnleasedPages(volume, clock, (ino) => view.dropPages(ino));
  view.attach({
    nodes,
    notifier,
    isKnown: (ino) => counts.isKnown(nodes.nodeOf(ino)),
    unleasedPagesSeen: (ino) => unleasedPages.seen(ino),
  });
  const noteAttr = (attr: Attr): void => {
    for (const kind of keepers) kind.noteAttr(attr);
  };
  const accessTimes = new AccessTimes(deps.accessTimesKept, volume, cache, clock, log);
  const isAccessDue = (attr: Attr): boolean => accessTimes.isDue(attr);
  const teller = new Teller(cache, view, places, nodes, noteAttr, isAccessDue);
  const prefetch = new DirectoryPrefetch(volume, cache, log);
  const contents = new ContentPrefetch(volume, cache, log);
  const context: OperationContext = { gate, nodes, teller, places, prefetch, contents, accessTimes };
  const held = new HeldLocks(guard);
  const patience = new LockPatience(clock);
  let lastHandle = 0n;
  const nextHandle = (): bigint => ++lastHandle;
  const callOff = (target: Unique): void => {
    gate.callOff(target);
    patience.callOff(target);
  };
  const handlers = {
    ...localOperations({
      forget,
      callOff,
      nextHandle,
      isReleased,
      offered: (minor) => notifier.offered(minor),
      isLocked: (node) => held.isLocked(nodes.inoOf(node)),
    }),
    ...entryOperations(context),
    ...makeOperations({ ...context, nextHandle }),
    ...attrOperations(context),
    ...ioOperations(context),
    ...rangeOperations(context),
    ...directoryOperations(context),
    ...lockOperations({ ...context, held, patience, closed }),
    ...xattrOperations({ ...context, acls, capabilities }),
  };
  return { handlers, counts, orphans, patience };
}
