import { KernelView } from '../../mount/cache/kernel-view.js';
import type { Notifier } from '../../mount/transport/notifier.js';
import { FileCache } from '../../src/client/cache/file-cache.js';
import type { Clock } from '../../src/runtime/clock.js';

/** Without leases the kernel keeps no names and attributes, and its pages must go before it is told of others. */
const NEVER_NOTIFIED: Notifier = {
  offered: () => undefined,
  attributes: () => Promise.reject(new Error('told of attributes')),
  data: () => Promise.resolve(),
  entry: () => Promise.reject(new Error('told of a name')),
  expiry: () => Promise.reject(new Error('told of a name')),
  mayKeepNames: () => true,
  allEntries: () => undefined,
};

/** The caches of a mount whose volume gives no leases. */
export function uncached(clock: Clock) {
  const view = new KernelView(clock);
  return { view, cache: new FileCache(clock, view), notifier: NEVER_NOTIFIED };
}
