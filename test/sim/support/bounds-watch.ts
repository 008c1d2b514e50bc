/** Nothing grows for ever: neither what waits for its commit, nor what the journals keep. */
import { KEY_KIND } from '../../../src/core/key-kind.js';
import { CLIENT_SLOTS } from './sim-client.js';
import type { SimCluster } from './sim-cluster.js';
import type { SimNode } from './sim-node.js';

const SAMPLE_MS = 250;
/** A journal is cut in steps of its own length, or of this many entries if it is long. */
const JOURNAL_STEP_ENTRIES_MAX = 1_024;
/** One change a slot, one more that its client has given up; far below what the volume manager would allow. */
const UNCOMMITTED_PER_SLOT_MAX = 2;

/** From now on looks every so often at what waits for its commit. */
export function watchUncommitted(cluster: SimCluster, clientCount: number): void {
  const entriesMax = clientCount * CLIENT_SLOTS * UNCOMMITTED_PER_SLOT_MAX;
  for (const node of cluster.nodes) {
    const view = node.manager?.group.replica.view();
    if (view?.isManager !== true) continue;
    const count = view.tail.index - view.commitIndex;
    if (count > entriesMax) cluster.broken.push(`node ${node.id}: ${count} uncommitted entries`);
  }
  cluster.scheduler.after(SAMPLE_MS, () => watchUncommitted(cluster, clientCount));
}

/**
 * After settling and some changes: a heal may leave a journal longer, and then each batch cuts one step off.
 * @throws if a journal is longer than it may be.
 */
export function assertJournalsBounded(cluster: SimCluster): void {
  for (const node of cluster.nodes) {
    const slack = Math.min(node.journalEntriesMax, JOURNAL_STEP_ENTRIES_MAX);
    const count = journalEntries(node);
    if (count > node.journalEntriesMax + slack) {
      throw new Error(`node ${node.id}: a journal of ${count} entries, at most ${node.journalEntriesMax}`);
    }
  }
}

const journalEntries = (node: SimNode): number =>
  [...node.disk.read().keys()].filter((key) => key.charCodeAt(0) === KEY_KIND.journal).length;
